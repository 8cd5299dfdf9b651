// How many tasks each one keeps waiting: against the closure of the arrows, on every small graph.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { impactOf } from '../../../server/src/core/plan/impact';
import type { PlanGraph } from '../../../server/src/core/plan/planGraph';
import { strongComponents } from '../../../server/src/core/plan/strongComponents';
import { checkProperty, patience } from '../../support/properties';
import { anyGraph, everyArrows, graphOf, reachOf } from '../../support/smallPlans';

function plainly({ nodes }: PlanGraph): ReturnType<typeof impactOf> {
  const reach = reachOf(nodes.map(({ targets }) => targets));
  const counted = [...nodes.keys()].filter((at) => nodes[at]?.counts);
  const count = (at: number, isThere: (other: number) => boolean | undefined): number =>
    counted.filter((other) => other !== at && isThere(other)).length;
  return {
    blocks: nodes.map((_, at) => count(at, (other) => reach[other]?.[at])),
    waitsFor: nodes.map((_, at) => count(at, (other) => reach[at]?.[other])),
  };
}

test('every graph of up to four tasks', () => {
  let graphs = 0;
  for (let size = 0; size <= 4; size++)
    for (const targets of everyArrows(size)) {
      const graph = graphOf(targets);
      const found = impactOf(graph);
      if (JSON.stringify(found) !== JSON.stringify(plainly(graph)))
        expect({ targets, found }).toEqual({ targets, found: plainly(graph) });
      graphs++;
    }
  expect(graphs).toBe(1 + 1 + 4 + 64 + 4096);
});

test('larger graphs with gates and managers', patience, () => {
  checkProperty(
    'impact',
    400,
    fc.property(anyGraph, (graph) => {
      expect(impactOf(graph)).toEqual(plainly(graph));
    }),
  );
});

test('more tasks than fit into one pass, in one long chain', () => {
  const size = 5_000;
  const { blocks, waitsFor } = impactOf(
    graphOf(Array.from({ length: size }, (_, at) => (at === 0 ? [] : [at - 1]))),
  );
  expect(waitsFor).toEqual(Array.from({ length: size }, (_, at) => at));
  expect(blocks).toEqual(Array.from({ length: size }, (_, at) => size - 1 - at));
});

test('components are what reaches each other, and come behind what they wait for', patience, () => {
  checkProperty(
    'components',
    400,
    fc.property(anyGraph, ({ nodes }) => {
      const targets = nodes.map((node) => node.targets);
      const { of, members } = strongComponents(targets);
      const reach = reachOf(targets);
      targets.forEach((own, a) => {
        targets.forEach((_, b) => {
          const together = a === b || (reach[a]?.[b] === true && reach[b]?.[a] === true);
          expect(of[a] === of[b]).toBe(together);
        });
        for (const to of own) expect(of[to]).toBeLessThanOrEqual(of[a] as number);
      });
      expect(members.flat().sort((a, b) => a - b)).toEqual([...targets.keys()]);
    }),
  );
});
