/** All small plan graphs, random larger ones, and the plainest way to answer what the plan answers. */
import fc from 'fast-check';
import {
  planGraphOf,
  type PlanGraph,
  type PlanKind,
  type PlanNode,
} from '../../server/src/core/plan/planGraph';

export const planKinds: readonly PlanKind[] = ['work', 'running', 'claimed', 'manager', 'stuck'];

/** Every way to draw arrows between so many nodes, loops left out; with `isForward` only from later to earlier ones. */
export function* everyArrows(size: number, isForward = false): Generator<readonly number[][]> {
  const pairs = Array.from({ length: size * size }, (_, i) => [Math.floor(i / size), i % size]);
  const used = pairs.filter(([from = 0, to = 0]) => (isForward ? to < from : to !== from));
  for (let bits = 0; bits < 2 ** used.length; bits++) {
    const targets: number[][] = Array.from({ length: size }, () => []);
    used.forEach(([from = 0, to = 0], i) => {
      if ((bits >> i) & 1) targets[from]?.push(to);
    });
    yield targets;
  }
}

/** Every choice of one of the items for each place. */
export function* everyChoice<T>(items: readonly T[], places: number): Generator<readonly T[]> {
  if (places === 0) yield [];
  else
    for (const rest of everyChoice(items, places - 1))
      for (const item of items) yield [...rest, item];
}

/** A graph of one queue, all of it work unless said otherwise. */
export function graphOf(
  targets: readonly (readonly number[])[],
  kinds: readonly PlanKind[] = [],
  slots = 2,
): PlanGraph {
  return planGraphOf(
    targets.map((own, at): PlanNode => nodeOf(own, kinds[at] ?? 'work')),
    [slots],
  );
}

function nodeOf(targets: readonly number[], kind: PlanKind, priority = 2, queue = 0): PlanNode {
  const counts = kind !== 'gate';
  return { kind, queue, priority, targets, counts, isOpen: true };
}

/** Graphs of several queues with gates, priorities and cancelled tasks. */
export const anyGraph: fc.Arbitrary<PlanGraph> = fc
  .record({
    tasks: fc.array(
      fc.record({
        kind: fc.constantFrom<PlanKind>(...planKinds, 'work', 'work', 'gate'),
        priority: fc.nat(3),
        queue: fc.nat(1),
        picks: fc.array(fc.nat(30), { maxLength: 4 }),
        counts: fc.boolean(),
        isOpen: fc.boolean(),
      }),
      { maxLength: 24 },
    ),
    slots: fc.tuple(fc.nat(3), fc.nat(3)),
    isForward: fc.boolean(),
  })
  .map(({ tasks, slots, isForward }) =>
    planGraphOf(
      tasks.map(({ kind, priority, queue, picks, counts, isOpen }, at): PlanNode => {
        const ends = picks
          .map((pick) => pick % tasks.length)
          .filter((to) => (isForward ? to < at : to !== at));
        const targets = [...new Set(ends)];
        const isGate = kind === 'gate' && targets.length > 0;
        const made = nodeOf(
          targets,
          isGate ? 'gate' : kind === 'gate' ? 'work' : kind,
          priority,
          isGate ? -1 : queue,
        );
        const isWaiting = targets.length > 0;
        return {
          ...made,
          counts: made.counts && (kind !== 'manager' || counts || !isWaiting),
          isOpen: made.kind !== 'stuck' || isOpen,
        };
      }),
      slots,
    ),
  );

/** Whether each node can be reached from each along the arrows, in one step or more. */
export function reachOf(targets: readonly (readonly number[])[]): readonly (readonly boolean[])[] {
  const reach = targets.map((own) => targets.map((_, to) => own.includes(to)));
  targets.forEach((_, via) =>
    targets.forEach((__, from) =>
      targets.forEach((___, to) => {
        if (reach[from]?.[via] && reach[via]?.[to]) reach[from][to] = true;
      }),
    ),
  );
  return reach;
}
