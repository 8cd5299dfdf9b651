/** The drawn graph: lanes, lines and nodes in an SVG, under a camera; only what can be seen is drawn of a large one. */
import { render, svg } from 'lit/html.js';
import type { EdgePath } from '../../../server/src/graphview/graphLayout';
import { Camera } from './camera';
import type { Drawing } from './drawing';
import { edgeAt } from './edgeView';
import { lookAtWork, workPlace } from './firstLook';
import { laneHeadings, placeHeadings } from './laneHeadings';
import { paintBands, paintEdges, paintNodes, type SceneLook } from './paintScene';
import { contains, grown, overlaps, type Rect } from './rect';
import { setAttribute } from './setAttribute';

/** More nodes than that are drawn only where one looks; in the first frame even of fewer, so that it comes at once. */
const drawnLimit = 600;
const firstLimit = 120;
/** From so many lines on, those that nobody waits for step back. */
const denseFrom = 700;
/** Nodes are drawn that far beyond what can be seen, in views: panning draws again only now and then. */
const surplus = 0.6;
/** Below these zooms texts are left out: first the second line, then all. */
const farBelow = 0.38;
const middleBelow = 0.68;
/** The first look is not from farther away than that: every word can be read. */
const readable = 0.9;

export class Scene {
  readonly svg: SVGSVGElement;
  readonly camera: Camera;
  readonly #world: SVGGElement;
  readonly #bands: SVGGElement;
  readonly #edges: SVGGElement;
  readonly #nodes: SVGGElement;
  readonly #headings: SVGGElement;
  readonly #moved: () => void;
  readonly #ids = new Map<string, string>();
  #drawing: Drawing | undefined;
  #look: SceneLook | undefined;
  #drawn: Rect | undefined;
  #limit = firstLimit;
  #isWaiting = false;

  /** Fills an empty SVG element; `moved` is called when the camera has moved. */
  constructor(element: SVGSVGElement, moved: () => void) {
    this.svg = element;
    this.#moved = moved;
    const group = (name: string, hidden: boolean): SVGGElement => {
      const g = document.createElementNS('http://www.w3.org/2000/svg', 'g');
      g.setAttribute('class', name);
      if (hidden) g.setAttribute('aria-hidden', 'true');
      return g;
    };
    this.#world = group('world', false);
    this.#bands = group('bands', true);
    this.#edges = group('edges', true);
    this.#nodes = group('nodes', false);
    this.#headings = group('headings', true);
    const defs = document.createElementNS('http://www.w3.org/2000/svg', 'defs');
    render(arrowHead, defs);
    this.#world.append(this.#bands, this.#edges, this.#nodes);
    element.append(defs, this.#world, this.#headings);
    this.camera = new Camera(element, () => {
      this.#move();
    });
  }

  /** Id of a node's element: keys hold any characters, ids must not. */
  domId(key: string): string {
    const known = this.#ids.get(key) ?? `node-${this.#ids.size + 1}`;
    this.#ids.set(key, known);
    return known;
  }

  /** Draws; elements that look as before are not touched. `place` puts the camera in its place before anything is drawn. */
  draw(drawing: Drawing, look: SceneLook, place?: () => void): void {
    const isNewLayout = this.#drawing?.layout !== drawing.layout;
    this.#drawing = drawing;
    this.#look = look;
    if (isNewLayout) render(laneHeadings(drawing), this.#headings);
    this.svg.classList.toggle('is-dense', drawing.layout.edges.length > denseFrom);
    place?.();
    // Before the nodes are there: asking for the width has the browser lay out all that is new.
    placeHeadings(this.#headings, drawing.layout, this.camera.transform, this.svg.clientWidth);
    this.#paint();
    if (this.#limit === firstLimit) this.#drawRest();
    setAttribute(
      this.svg,
      'aria-activedescendant',
      look.selected !== undefined && drawing.nodes.has(look.selected)
        ? this.domId(look.selected)
        : '',
    );
  }

  /** The whole picture in the window; a large one from its beginning at a zoom that can be read. */
  fit({ isReadable = false, glides = true } = {}): void {
    const layout = this.#drawing?.layout;
    if (layout === undefined) return;
    const { width, height } = layout;
    const least = isReadable ? readable : 0;
    this.camera.fit({ x: 0, y: 0, width, height }, { least, glides });
  }

  /** The first look, at once: all of the picture, and of one that is too large to be read like that, where the work is. */
  open(): void {
    this.fit({ isReadable: true, glides: false });
    const place = this.#drawing && workPlace(this.#drawing);
    if (this.#drawing === undefined || place === undefined) return;
    const room = { width: this.svg.clientWidth, height: this.svg.clientHeight };
    this.camera.set(lookAtWork(this.camera.transform, room, this.#drawing.layout, place));
  }

  /** The line at a point of the window, within some pixels; nothing where there is none. */
  edgeAt(clientX: number, clientY: number): EdgePath | undefined {
    const { x, y } = this.toWorld(clientX, clientY);
    return edgeAt(this.#drawing?.layout.edges ?? [], x, y, 7 / this.camera.transform.k);
  }

  toWorld(clientX: number, clientY: number): { readonly x: number; readonly y: number } {
    const { left, top } = this.svg.getBoundingClientRect();
    const { k, x, y } = this.camera.transform;
    return { x: (clientX - left - x) / k, y: (clientY - top - y) / k };
  }

  #move(): void {
    const { transform, view } = this.camera;
    const { k, x, y } = transform;
    this.#world.setAttribute('transform', `translate(${x} ${y}) scale(${k})`);
    const { classList } = this.svg;
    classList.toggle('is-far', transform.k < farBelow);
    classList.toggle('is-middle', transform.k >= farBelow && transform.k < middleBelow);
    const layout = this.#drawing?.layout;
    if (layout === undefined) return;
    placeHeadings(this.#headings, layout, transform, this.svg.clientWidth);
    if (layout.nodes.length > this.#limit && !contains(this.#drawn, view)) this.#paint();
    this.#moved();
  }

  /** Once the first frame is on the screen. */
  #drawRest(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#limit = drawnLimit;
        this.#paint();
      }),
    );
  }

  #paint(): void {
    const [drawing, look] = [this.#drawing, this.#look];
    if (drawing === undefined || look === undefined) return;
    const { layout } = drawing;
    const all = layout.nodes.length <= this.#limit;
    const area = all ? undefined : grown(this.camera.view, surplus);
    this.#drawn = area;
    const isIn = (rect: Rect): boolean => area === undefined || overlaps(area, rect);
    paintBands(this.#bands, layout);
    paintEdges(this.#edges, drawing, look, isIn);
    paintNodes(this.#nodes, drawing, { ...look, domId: (key) => this.domId(key) }, isIn);
  }
}

const arrowHead = svg`<marker id="arrow" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8"
  markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0.5L8 4L0 7.5Z" fill="context-stroke" /></marker>`;
