/** The longest chain of open tasks and how late each task may be, with as many slots as one likes. */
import type { PlanGraph } from './planGraph';
import { strongComponents } from './strongComponents';

export interface CriticalPath {
  /** Steps of the longest chain; 0 without open tasks. */
  readonly length: number;
  /** One longest chain, first to last, with the managers and gates on it; empty when nothing waits for anything. */
  readonly chain: readonly number[];
  /** Steps that each node may be late; nothing for what is closed, on a cycle, or of no concern to the queue. */
  readonly slack: readonly (number | undefined)[];
}

/**
 * For the tasks of one queue and everything they wait for, elsewhere too. Each counted node is one step. What stands on
 * a cycle is left out, for it has no first and no last. Of equal chains the one that comes first in the files is shown.
 */
export function criticalPathOf(graph: PlanGraph, queue: number): CriticalPath {
  const order = orderOf(graph, queue);
  const { nodes, sources } = graph;
  const isIn = new Array<boolean>(nodes.length).fill(false);
  for (const at of order) isIn[at] = true;
  const step = (at: number): number => (nodes[at]?.counts === true ? 1 : 0);
  const before = new Int32Array(nodes.length);
  for (const at of order)
    for (const target of nodes[at]?.targets ?? [])
      if (isIn[target])
        before[at] = Math.max(before[at] as number, (before[target] as number) + step(target));
  const after = new Int32Array(nodes.length);
  for (const at of [...order].reverse())
    for (const source of sources[at] ?? [])
      if (isIn[source])
        after[at] = Math.max(after[at] as number, (after[source] as number) + step(source));
  const through = (at: number): number => (before[at] as number) + step(at) + (after[at] as number);
  const length = order.reduce((longest, at) => Math.max(longest, through(at)), 0);
  const slack = nodes.map((node, at) =>
    isIn[at] && node.kind !== 'gate' ? length - through(at) : undefined,
  );
  return { length, chain: length < 2 ? [] : chainOf(graph, isIn, before, after, length), slack };
}

/** The nodes that matter to the queue, each behind what it waits for. */
function orderOf({ nodes }: PlanGraph, queue: number): readonly number[] {
  const isWanted = new Array<boolean>(nodes.length).fill(false);
  const wave: number[] = [];
  const want = (at: number): void => {
    if (isWanted[at] || nodes[at]?.isOpen !== true) return;
    isWanted[at] = true;
    wave.push(at);
  };
  nodes.forEach((node, at) => {
    if (node.queue === queue && node.kind !== 'gate') want(at);
  });
  for (let at = wave.pop(); at !== undefined; at = wave.pop())
    for (const target of nodes[at]?.targets ?? []) want(target);
  const { members } = strongComponents(nodes.map((node) => node.targets));
  return members.flatMap((component) => {
    const [at] = component;
    const isAlone = component.length === 1 && at !== undefined;
    return isAlone && isWanted[at] && nodes[at]?.targets.includes(at) === false ? [at] : [];
  });
}

function chainOf(
  { nodes, sources }: PlanGraph,
  isIn: readonly boolean[],
  before: Int32Array,
  after: Int32Array,
  length: number,
): readonly number[] {
  const step = (at: number): number => (nodes[at]?.counts === true ? 1 : 0);
  const isOn = (at: number): boolean =>
    isIn[at] === true && (before[at] as number) + step(at) + (after[at] as number) === length;
  const chain: number[] = [];
  let candidates: readonly number[] = [...nodes.keys()].filter(
    (at) => isOn(at) && before[at] === 0 && step(at) === 1,
  );
  let done = 0;
  while (candidates.length > 0) {
    const at = candidates.reduce((first, other) => Math.min(first, other));
    chain.push(at);
    done += step(at);
    const reached = done;
    if (reached === length) return chain;
    candidates = (sources[at] ?? []).filter((next) => isOn(next) && before[next] === reached);
  }
  return chain;
}
