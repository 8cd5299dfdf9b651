/** The lines of the picture: edges that folds put on top of each other are one, and so is waiting for a whole lane. */
import type { GraphEdgeView } from '../protocol/graphSnapshot';
import { wholeLanes, type LaneMembers } from './wholeLanes';
import type { VisibleEdge } from './visible';

type Draft = { -readonly [K in keyof VisibleEdge]: VisibleEdge[K] };

const worse = { met: 0, soft: 1, unmet: 2 } as const;

/**
 * One line for each pair of nodes and whether it is about parents, in the order of the first edge of each. `open` are the
 * lanes that are drawn, folded ones without members.
 */
export function visibleEdges(
  edges: readonly GraphEdgeView[],
  nodeOf: ReadonlyMap<string, string>,
  open: readonly LaneMembers[],
  isDimmed: (node: string) => boolean,
): readonly VisibleEdge[] {
  const lanes = new Set(open.map(({ key }) => key));
  const endOf = (key: string): string | undefined =>
    nodeOf.get(key) ?? (lanes.has(key) ? key : undefined);
  const drawn = edges.flatMap((edge) => {
    const [from, to] = [nodeOf.get(edge.from), endOf(edge.to)];
    return from === undefined || to === undefined || from === to ? [] : [{ edge, from, to }];
  });
  const startOf = wholeLanes(
    drawn.filter(({ edge }) => edge.kind === 'phase'),
    open,
  );
  const drafts = new Map<string, Draft>();
  for (const { edge, ...ends } of drawn) {
    const { to } = ends;
    const from = edge.kind === 'phase' ? startOf(ends) : ends.from;
    const key = `${edge.kind === 'parent' ? 'parent' : 'needs'}\n${from}\n${to}`;
    const draft = drafts.get(key);
    if (draft !== undefined) add(draft, edge);
    else {
      const { kind, fulfilment, isInCycle, isCritical } = edge;
      const dimmed = isDimmed(from) || isDimmed(to);
      const line = { key, from, to, kind, fulfilment, isInCycle, isCritical };
      drafts.set(key, { ...line, isDimmed: dimmed, count: 1 });
    }
  }
  return [...drafts.values()];
}

function add(draft: Draft, edge: GraphEdgeView): void {
  if (edge.kind === 'dependency') draft.kind = 'dependency';
  if (worse[edge.fulfilment] > worse[draft.fulfilment]) draft.fulfilment = edge.fulfilment;
  draft.isInCycle ||= edge.isInCycle;
  draft.isCritical ||= edge.isCritical;
  draft.count++;
}
