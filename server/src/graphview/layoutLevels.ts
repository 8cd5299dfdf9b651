/** How many steps each node is from the first ones of its band. */
import type { Links } from './layoutLinks';

/** By node. Dependencies count first; a parent comes before its children where these do not say otherwise; cycles are cut. */
export function layoutLevels({ before, parents }: Links, bandOf: ArrayLike<number>): Int32Array {
  const n = before.length;
  const inBand = before.map((list, node) => list.filter((other) => bandOf[other] === bandOf[node]));
  const order = finished(inBand);
  const rank = new Int32Array(n);
  for (const [place, node] of order.entries()) rank[node] = place;
  const level = new Int32Array(n);
  for (const node of order) raise(level, node, inBand[node] ?? [], rank);
  // By level: every dependency goes forward in this order, so each parent that stands before its child may push it, too.
  const isParent = new Uint8Array(n);
  for (const list of parents) for (const parent of list) isParent[parent] = 1;
  const again = [...order].sort(
    (a, b) => (level[a] ?? 0) - (level[b] ?? 0) || (isParent[b] ?? 0) - (isParent[a] ?? 0) || a - b,
  );
  const place = new Int32Array(n);
  for (const [at, node] of again.entries()) place[node] = at;
  const final = new Int32Array(n);
  for (const node of again) {
    raise(final, node, inBand[node] ?? [], place);
    const above = (parents[node] ?? []).filter((other) => bandOf[other] === bandOf[node]);
    raise(final, node, above, place);
  }
  return final;
}

/** Lifts a node above those of `below` that stand before it in the order. */
function raise(
  level: Int32Array,
  node: number,
  below: readonly number[],
  rank: ArrayLike<number>,
): void {
  for (const other of below) {
    if ((rank[other] ?? 0) >= (rank[node] ?? 0)) continue;
    level[node] = Math.max(level[node] ?? 0, (level[other] ?? 0) + 1);
  }
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
