/** The level of each node in its band: what it waits for in there stands on lower ones, cycles aside. */
import type { Links } from './layoutLinks';

/** Which nodes must stand left and right of each, cut so that there are no rings, and an order that follows it. */
export interface Constraints {
  readonly left: readonly (readonly number[])[];
  readonly right: readonly (readonly number[])[];
  readonly order: readonly number[];
}

const rounds = 6;

/**
 * Levels from 0. A node that has a choice stands near what it is connected with, so that lines are short; one with a level
 * before (`was`) keeps it as long as that is possible.
 */
export function layoutLevels(
  links: Links,
  bandOf: ArrayLike<number>,
  was: (node: number) => number | undefined,
): { readonly level: Int32Array; readonly constraints: Constraints } {
  const constraints = constraintsOf(links, bandOf);
  const { order, left } = constraints;
  const level = new Int32Array(order.length);
  const isFree = new Uint8Array(order.length);
  let last = 0;
  for (const node of order) {
    const known = was(node);
    const least = lowest(level, left[node] ?? []);
    level[node] = Math.max(least, known ?? 0);
    isFree[node] = level[node] === known ? 0 : 1;
    last = Math.max(last, level[node] ?? 0);
  }
  const backwards = [...order].reverse();
  for (let round = 0; round < rounds; round++) {
    for (const node of round % 2 === 0 ? backwards : order) {
      if (isFree[node] === 1) level[node] = nearest(node, level, links, constraints, last, bandOf);
    }
  }
  return { level, constraints };
}

/** The level between its neighbours in the band that is in the middle of where all its neighbours want it. */
function nearest(
  node: number,
  level: Int32Array,
  { before, after, parents, children }: Links,
  { left, right }: Constraints,
  last: number,
  bandOf: ArrayLike<number>,
): number {
  const least = lowest(level, left[node] ?? []);
  let most = last;
  for (const other of right[node] ?? []) most = Math.min(most, (level[other] ?? 0) - 1);
  const wishes: number[] = [];
  for (const list of [before, parents]) {
    for (const other of list[node] ?? [])
      if (bandOf[other] === bandOf[node]) wishes.push((level[other] ?? 0) + 1);
  }
  for (const list of [after, children]) {
    for (const other of list[node] ?? [])
      if (bandOf[other] === bandOf[node]) wishes.push((level[other] ?? 0) - 1);
  }
  if (wishes.length === 0) return level[node] ?? 0;
  wishes.sort((a, b) => a - b);
  const wish = wishes[(wishes.length - 1) >> 1] ?? 0;
  return Math.max(least, Math.min(wish, most));
}

function lowest(level: Int32Array, left: readonly number[]): number {
  let least = 0;
  for (const other of left) least = Math.max(least, (level[other] ?? 0) + 1);
  return least;
}

/** Dependencies within bands come first; a parent stands left of its children where these do not say otherwise. */
function constraintsOf({ before, parents }: Links, bandOf: ArrayLike<number>): Constraints {
  const n = before.length;
  const inBand = (lists: Links['before']) =>
    lists.map((list, node) => list.filter((other) => bandOf[other] === bandOf[node]));
  const [needs, above] = [inBand(before), inBand(parents)];
  const rank = rankOf(finished(needs));
  const forward = needs.map((list, node) =>
    list.filter((other) => (rank[other] ?? 0) < (rank[node] ?? 0)),
  );
  const depth = new Int32Array(n);
  const first = finished(needs);
  for (const node of first) depth[node] = lowest(depth, forward[node] ?? []);
  // By depth every dependency goes forward, so each parent that comes before its child may push it, too.
  const isParent = new Uint8Array(n);
  for (const list of above) for (const parent of list) isParent[parent] = 1;
  const order = [...first].sort(
    (a, b) => (depth[a] ?? 0) - (depth[b] ?? 0) || (isParent[b] ?? 0) - (isParent[a] ?? 0) || a - b,
  );
  const place = rankOf(order);
  const left = forward.map((list, node) => [
    ...list,
    ...(above[node] ?? []).filter((other) => (place[other] ?? 0) < (place[node] ?? 0)),
  ]);
  const right: number[][] = left.map(() => []);
  for (const [node, list] of left.entries()) for (const other of list) right[other]?.push(node);
  return { left, right, order };
}

function rankOf(order: readonly number[]): Int32Array {
  const rank = new Int32Array(order.length);
  for (const [at, node] of order.entries()) rank[node] = at;
  return rank;
}

/** Nodes in an order in which whatever one waits for comes first, as far as cycles let it: depth first, without recursion. */
function finished(before: readonly (readonly number[])[]): readonly number[] {
  const order: number[] = [];
  const isSeen = new Uint8Array(before.length);
  for (let root = 0; root < before.length; root++) {
    if (isSeen[root] === 1) continue;
    isSeen[root] = 1;
    const stack = [{ node: root, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const child = before[top.node]?.[top.next++];
      if (child === undefined) {
        order.push(top.node);
        stack.pop();
      } else if (isSeen[child] !== 1) {
        isSeen[child] = 1;
        stack.push({ node: child, next: 0 });
      }
    }
  }
  return order;
}
