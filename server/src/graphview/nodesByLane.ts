import type { VisibleGraph, VisibleNode } from './visible';

/** The nodes of each lane that has some, in their order. */
export function nodesByLane({ nodes }: VisibleGraph): ReadonlyMap<string, readonly VisibleNode[]> {
  const byLane = new Map<string, VisibleNode[]>();
  for (const node of nodes) {
    const known = byLane.get(node.lane);
    if (known === undefined) byLane.set(node.lane, [node]);
    else known.push(node);
  }
  return byLane;
}
