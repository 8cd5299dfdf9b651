/** What a layout depends on. */
import type { VisibleGraph } from '../../../server/src/graphview/visible';

/** Nodes and edges, without what they look like: while it is the same, a layout holds. */
export function structureOf({ nodes, edges }: VisibleGraph): string {
  return JSON.stringify([nodes.map(({ key, kind }) => [key, kind]), edges.map(({ key }) => key)]);
}
