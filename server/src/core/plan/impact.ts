/** How many tasks each one keeps waiting, and how many it waits for: directly or not, each once. */
import type { PlanGraph } from './planGraph';
import { strongComponents, type StrongComponents } from './strongComponents';

export interface Impact {
  /** How many counted nodes wait for each node, directly or not. Itself never counts, not even on a cycle. */
  readonly blocks: readonly number[];
  /** How many counted nodes each node waits for, directly or not. */
  readonly waitsFor: readonly number[];
}

/** So many nodes are looked for at once: 64 words of 32 bits a node stay small however large the graph is. */
const words = 64;
const chunk = words * 32;

/** By number of the node, cycles included: whoever waits for one task of a ring waits for all of them. */
export function impactOf({ nodes, sources }: PlanGraph): Impact {
  const targets = nodes.map((node) => node.targets);
  const counted = nodes.map((node) => node.counts);
  return { waitsFor: reachableFrom(targets, counted), blocks: reachableFrom(sources, counted) };
}

/** For each node how many of the counted ones can be reached along the lists. */
function reachableFrom(
  targetsOf: readonly (readonly number[])[],
  counted: readonly boolean[],
): readonly number[] {
  const components = strongComponents(targetsOf);
  const below = componentTargets(targetsOf, components);
  const wanted = [...counted.keys()].filter((node) => counted[node]);
  const totals = new Array<number>(components.members.length).fill(0);
  for (let from = 0; from < wanted.length; from += chunk)
    addReached(totals, wanted.slice(from, from + chunk), components, below);
  return components.of.map((component, node) => (totals[component] ?? 0) - (counted[node] ? 1 : 0));
}

/** The other components that each one points to, each once. */
function componentTargets(
  targetsOf: readonly (readonly number[])[],
  { members, of }: StrongComponents,
): readonly (readonly number[])[] {
  return members.map((nodes, own) => {
    const found = new Set<number>();
    for (const node of nodes)
      for (const target of targetsOf[node] ?? [])
        if (of[target] !== own) found.add(of[target] as number);
    return [...found];
  });
}

/** A bit for each wanted node that a component reaches; what it points to comes before it. */
function addReached(
  totals: number[],
  wanted: readonly number[],
  { members, of }: StrongComponents,
  below: readonly (readonly number[])[],
): void {
  const bits = new Uint32Array(members.length * words);
  wanted.forEach((node, bit) => {
    const at = (of[node] as number) * words + (bit >>> 5);
    bits[at] = (bits[at] as number) | (1 << (bit & 31));
  });
  below.forEach((targets, component) => {
    const row = component * words;
    for (const target of targets) {
      const from = target * words;
      for (let word = 0; word < words; word++)
        bits[row + word] = (bits[row + word] as number) | (bits[from + word] as number);
    }
    let total = 0;
    for (let word = 0; word < words; word++) total += bitsIn(bits[row + word] as number);
    totals[component] = (totals[component] as number) + total;
  });
}

function bitsIn(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
