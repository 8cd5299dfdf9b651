/** The layers of the scene, from the bottom up: bands of the lanes, lines, nodes. Elements that look as before are not touched. */
import { render, svg } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { EdgePath, GraphLayout } from '../../../server/src/graphview/graphLayout';
import type { VisibleEdge } from '../../../server/src/graphview/visible';
import type { DrawnNode, Drawing } from './drawing';
import { boundsOf, edgeView } from './edgeView';
import { nodeView, type NodeMark } from './nodeView';
import type { Rect } from './rect';

export interface SceneLook {
  readonly selected: string | undefined;
  readonly selectedEdge: string | undefined;
  readonly showsWaves: boolean;
  readonly marks: ReadonlyMap<string, NodeMark>;
}

/** The strips of the lanes, all of them: there are never many. */
export function paintBands(layer: SVGGElement, { bands }: GraphLayout): void {
  render(
    repeat(
      bands,
      ({ key }) => key,
      ({ x, y, width, height }) =>
        svg`<rect class="band" x=${x} y=${y} width=${width} height=${height} rx="8" />`,
    ),
    layer,
  );
}

/** The lines of which a part is in. */
export function paintEdges(
  layer: SVGGElement,
  drawing: Drawing,
  { selected, selectedEdge }: SceneLook,
  isIn: (rect: Rect) => boolean,
): void {
  const edges = new Map(drawing.visible.edges.map((edge) => [edge.key, edge]));
  const cuts = cutEdges(drawing);
  const paths = drawing.layout.edges.filter((path) => isIn(boundsOf(path)));
  const drawn = paths.flatMap((path): { path: EdgePath; edge: VisibleEdge }[] => {
    const edge = edges.get(path.key);
    return edge === undefined ? [] : [{ path, edge }];
  });
  render(
    repeat(
      drawn,
      ({ path }) => path.key,
      ({ path, edge }) =>
        edgeView(edge, path, {
          isSelected: edge.key === selectedEdge,
          isNear: edge.from === selected || edge.to === selected,
          isCut: cuts.has(`${edge.from}\n${edge.to}`),
        }),
    ),
    layer,
  );
}

/** The nodes of which a part is in, and the selected one; those of a lane are a group. */
export function paintNodes(
  layer: SVGGElement,
  { layout, nodes: all }: Drawing,
  { selected, marks, showsWaves, domId }: SceneLook & { readonly domId: (key: string) => string },
  isIn: (rect: Rect) => boolean,
): void {
  const groups = layout.bands.map((band) => ({ ...band, nodes: [] as DrawnNode[] }));
  const byKey = new Map(groups.map((group) => [group.key, group]));
  for (const drawn of all.values()) {
    const isWanted = isIn(drawn.box) || drawn.node.key === selected;
    if (isWanted) byKey.get(drawn.box.band)?.nodes.push(drawn);
  }
  render(
    repeat(
      groups.filter(({ nodes }) => nodes.length > 0),
      ({ key }) => key,
      ({ title, nodes }) =>
        svg`<g role="group" aria-label=${title ?? 'folded phases'}>${repeat(
          nodes,
          ({ node }) => node.key,
          (drawn) =>
            nodeView(drawn, {
              isSelected: drawn.node.key === selected,
              mark: marks.get(drawn.node.key),
              showsWaves,
              domId: domId(drawn.node.key),
            }),
        )}</g>`,
    ),
    layer,
  );
}

/** Ends of the lines that stand for the cheapest cuts. */
function cutEdges({ snapshot, visible }: Drawing): ReadonlySet<string> {
  return new Set(
    snapshot.cycles.map(({ cut }) => {
      const [from, to] = [visible.nodeOf.get(cut.from), visible.nodeOf.get(cut.to)];
      return `${from}\n${to}`;
    }),
  );
}
