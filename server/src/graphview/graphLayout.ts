/** Where everything of a visible graph is drawn. Plain data in pixels at zoom 1, the origin top left; time runs from left to right. */

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  /** From top to bottom. */
  readonly bands: readonly LaneBand[];
  /** In the order of the visible nodes. */
  readonly nodes: readonly NodeBox[];
  /** In the order of the visible edges. */
  readonly edges: readonly EdgePath[];
  /** How many rows a level may have before it continues beside itself; kept from picture to picture. 0 after *Tidy*. */
  readonly rowLimit: number;
}

/** The strip of a lane. Folded lanes that follow each other share one without a title. */
export interface LaneBand {
  /** Of the lane; of the first lane where several folded ones share it. */
  readonly key: string;
  /** Undefined where folded lanes share the strip: each of them is a node. */
  readonly title: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface NodeBox {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Key of its band. */
  readonly band: string;
  /** Column of the picture from 0, the same in all bands, and row in its band from 0. */
  readonly column: number;
  readonly row: number;
  /** Steps from the first tasks of its band: what it waits for in there is on lower levels, cycles aside. */
  readonly level: number;
}

/** Drawn from what is waited for (or the parent) to who waits (or the child); the arrow head belongs at the end. */
export interface EdgePath {
  /** Of the visible edge. */
  readonly key: string;
  /** The data of an SVG path: M, L and Q with absolute coordinates only. */
  readonly d: string;
  /** Corners of the path before rounding, x and y in turns; for hit tests, virtualisation and the minimap. */
  readonly points: readonly number[];
}
