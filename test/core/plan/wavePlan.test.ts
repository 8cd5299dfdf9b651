// The plan against the slots: against a simulation that looks at everything again in every step.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { impactOf } from '../../../server/src/core/plan/impact';
import type { PlanGraph } from '../../../server/src/core/plan/planGraph';
import { wavePlanOf } from '../../../server/src/core/plan/wavePlan';
import { checkProperty, patience } from '../../support/properties';
import { anyGraph, everyArrows, everyChoice, graphOf, planKinds } from '../../support/smallPlans';

/** The step of each node that takes a slot. */
function stepsOf(graph: PlanGraph): readonly (number | undefined)[] {
  const { nodes, slots } = graph;
  const { blocks } = impactOf(graph);
  const steps = nodes.map(({ kind }): number | undefined => (kind === 'running' ? 0 : undefined));
  for (let now = 0; now <= nodes.length; now++) {
    const isDone = doneBefore(graph, steps, now);
    for (const [queue, most] of slots.entries()) {
      const busy = now === 0 ? nodes.filter((n) => n.kind === 'running' && n.queue === queue) : [];
      const open = [...nodes.keys()]
        .filter((at) => nodes[at]?.kind === 'work' && nodes[at].queue === queue)
        .filter((at) => steps[at] === undefined && nodes[at]?.targets.every(isDone) === true)
        .sort(
          (a, b) =>
            (nodes[a]?.priority ?? 0) - (nodes[b]?.priority ?? 0) ||
            (blocks[b] ?? 0) - (blocks[a] ?? 0) ||
            a - b,
        );
      for (const at of open.slice(0, Math.max(0, most - busy.length))) steps[at] = now;
    }
  }
  return steps;
}

/** What is done when step `now` begins: the smallest set that the words of the plan's kinds allow. */
function doneBefore(
  { nodes }: PlanGraph,
  steps: readonly (number | undefined)[],
  now: number,
): (at: number) => boolean {
  const done = new Set<number>();
  for (let round = 0; round <= nodes.length; round++)
    nodes.forEach(({ kind, targets }, at) => {
      const step = steps[at];
      const waited = targets.length > 0 && targets.every((target) => done.has(target));
      const isOver =
        ((kind === 'work' || kind === 'running') && step !== undefined && step < now) ||
        (kind === 'claimed' && now > 0) ||
        (kind === 'manager' && (waited || (targets.length === 0 && now > 0))) ||
        (kind === 'gate' && waited);
      if (isOver) done.add(at);
    });
  return (at) => done.has(at);
}

function check(graph: PlanGraph): void {
  const places = wavePlanOf(graph, impactOf(graph).blocks);
  const expected = stepsOf(graph);
  expect(places.map((place) => place?.step)).toEqual(expected);
  const seats = places.flatMap((place, at) =>
    place ? [`${graph.nodes[at]?.queue} ${place.step} ${place.slot}`] : [],
  );
  expect(new Set(seats).size).toBe(seats.length);
  places.forEach((place, at) => {
    const node = graph.nodes[at];
    if (!place || node?.kind === 'running') return;
    expect(place.slot).toBeLessThan(graph.slots[node?.queue ?? -1] ?? 0);
  });
}

test('every graph of up to four tasks, with one and two slots', patience, () => {
  for (let size = 0; size <= 4; size++)
    for (const targets of everyArrows(size))
      for (const slots of [1, 2]) check(graphOf(targets, [], slots));
});

test('every graph of up to three tasks with every kind of task', patience, () => {
  let graphs = 0;
  for (let size = 1; size <= 3; size++)
    for (const targets of everyArrows(size))
      for (const kinds of everyChoice(planKinds, size)) {
        check(graphOf(targets, kinds, 1));
        graphs++;
      }
  expect(graphs).toBe(5 + 4 * 25 + 64 * 125);
});

test('several queues, gates, priorities, no slots at all', patience, () => {
  checkProperty('waves', 400, fc.property(anyGraph, check));
});

test('a chain stays in its slot', () => {
  // 2 waits for 1 and 3 for 0: each goes on in the slot of the one it waited for.
  const graph = graphOf([[], [], [1], [0]]);
  expect(wavePlanOf(graph, impactOf(graph).blocks)).toEqual([
    { step: 0, slot: 0 },
    { step: 0, slot: 1 },
    { step: 1, slot: 1 },
    { step: 1, slot: 0 },
  ]);
});

test('more tasks run than there are slots', () => {
  const graph = graphOf([[], [], [], []], ['running', 'running', 'work', 'work'], 1);
  expect(wavePlanOf(graph, impactOf(graph).blocks)).toEqual([
    { step: 0, slot: 0 },
    { step: 0, slot: 1 },
    { step: 1, slot: 0 },
    { step: 2, slot: 0 },
  ]);
});
