// The longest chain and the slack: against the list of all chains, on every small graph.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { criticalPathOf } from '../../../server/src/core/plan/criticalPath';
import type { PlanGraph } from '../../../server/src/core/plan/planGraph';
import { checkProperty, patience } from '../../support/properties';
import { anyGraph, everyArrows, graphOf, reachOf } from '../../support/smallPlans';

/** Every chain of the nodes that matter to queue 0, from what comes first to what waits for it. */
function chainsIn({ nodes, sources }: PlanGraph): readonly (readonly number[])[] {
  const targets = nodes.map((node) => (node.isOpen ? node.targets : []));
  const reach = reachOf(targets);
  const cyclic = reachOf(nodes.map((node) => node.targets));
  const own = [...nodes.keys()].filter((at) => nodes[at]?.queue === 0 && nodes[at]?.isOpen);
  const isIn = (at: number): boolean =>
    nodes[at]?.isOpen === true &&
    cyclic[at]?.[at] !== true &&
    own.some((from) => from === at || throughOpen(from, at));
  const throughOpen = (from: number, to: number): boolean => reach[from]?.[to] === true;
  const goOn = (chain: readonly number[]): readonly (readonly number[])[] => {
    const next = (sources[chain.at(-1) ?? -1] ?? []).filter(isIn);
    return [chain, ...next.flatMap((at) => goOn([...chain, at]))];
  };
  return [...nodes.keys()].filter(isIn).flatMap((at) => goOn([at]));
}

function check(graph: PlanGraph): void {
  const { length, slack, chain } = criticalPathOf(graph, 0);
  const chains = chainsIn(graph);
  const stepsOf = (nodes: readonly number[]): number =>
    nodes.filter((at) => graph.nodes[at]?.counts).length;
  const longest = Math.max(0, ...chains.map(stepsOf));
  expect(length).toBe(longest);
  const expected = graph.nodes.map(({ kind }, at) => {
    const through = chains.filter((nodes) => nodes.includes(at)).map(stepsOf);
    return through.length === 0 || kind === 'gate' ? undefined : longest - Math.max(...through);
  });
  expect(slack).toEqual(expected);
  if (longest < 2) expect(chain).toEqual([]);
  else {
    expect(chains.map((nodes) => nodes.join())).toContain(chain.join());
    expect(stepsOf(chain)).toBe(longest);
  }
}

test('every graph of up to four tasks', patience, () => {
  for (let size = 0; size <= 4; size++)
    for (const targets of everyArrows(size)) check(graphOf(targets));
});

test('every graph of five tasks without a ring', patience, () => {
  let graphs = 0;
  for (const targets of everyArrows(5, true)) {
    check(graphOf(targets));
    graphs++;
  }
  expect(graphs).toBe(1024);
});

test('several queues, gates, managers, cancelled tasks', patience, () => {
  checkProperty(
    'critical path',
    300,
    fc.property(
      anyGraph.filter(({ nodes }) => nodes.length <= 12),
      check,
    ),
  );
});

test('the chain that comes first in the file is shown', () => {
  // 0 and 1 free; 2 waits for 1, 3 waits for 0: two chains of the same length.
  expect(criticalPathOf(graphOf([[], [], [1], [0]]), 0).chain).toEqual([0, 3]);
});
