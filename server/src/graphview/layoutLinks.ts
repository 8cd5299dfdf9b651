/** Who stands in which relation to whom, by place among the visible nodes. Lines from or to open lanes are not in it. */
import type { VisibleGraph } from './visible';

export interface Links {
  /** What each waits for. */
  readonly before: readonly (readonly number[])[];
  /** Who waits for each. */
  readonly after: readonly (readonly number[])[];
  readonly parents: readonly (readonly number[])[];
  readonly children: readonly (readonly number[])[];
}

/** The links of a visible graph; `placeOf` is the place of each node by key. */
export function layoutLinks(
  { nodes, edges }: VisibleGraph,
  placeOf: ReadonlyMap<string, number>,
): Links {
  const lists = (): number[][] => nodes.map(() => []);
  const links = { before: lists(), after: lists(), parents: lists(), children: lists() };
  for (const { from, to, kind } of edges) {
    const [a, b] = [placeOf.get(from), placeOf.get(to)];
    if (a === undefined || b === undefined) continue;
    const [up, down] =
      kind === 'parent' ? [links.parents, links.children] : [links.before, links.after];
    up[a]?.push(b);
    down[b]?.push(a);
  }
  return links;
}
