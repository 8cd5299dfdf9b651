/** Strongly connected components and shortest rings: what a cycle is, and nothing that merely hangs on one. */

/** Components with a cycle: two or more nodes, or one that points to itself. Iterative, so depth does not matter. */
export function cyclicComponents<T>(
  nodes: readonly T[],
  targetsOf: (node: T) => readonly T[],
): readonly (readonly T[])[] {
  const order = new Map<T, number>();
  const low = new Map<T, number>();
  const onStack = new Set<T>();
  const stack: T[] = [];
  const found: T[][] = [];
  for (const root of nodes) {
    if (order.has(root)) continue;
    const path: { node: T; targets: readonly T[]; next: number }[] = [];
    const enter = (node: T) => {
      order.set(node, order.size);
      low.set(node, order.get(node) as number);
      stack.push(node);
      onStack.add(node);
      path.push({ node, targets: targetsOf(node), next: 0 });
    };
    enter(root);
    while (path.length > 0) {
      const top = path.at(-1) as (typeof path)[number];
      const target = top.targets[top.next++];
      if (target !== undefined) {
        if (!order.has(target)) enter(target);
        else if (onStack.has(target))
          low.set(top.node, Math.min(low.get(top.node) as number, order.get(target) as number));
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent)
        low.set(parent.node, Math.min(low.get(parent.node) as number, low.get(top.node) as number));
      if (low.get(top.node) === order.get(top.node)) {
        const members: T[] = [];
        let member: T;
        do {
          member = stack.pop() as T;
          onStack.delete(member);
          members.push(member);
        } while (member !== top.node);
        if (members.length > 1 || targetsOf(top.node).includes(top.node)) found.push(members);
      }
    }
  }
  return found;
}

/** A shortest ring from `start` back to itself inside `members`; just `start` when it points to itself. */
export function shortestRing<T>(
  start: T,
  members: ReadonlySet<T>,
  targetsOf: (node: T) => readonly T[],
): readonly T[] {
  const from = new Map<T, T>();
  let wave: T[] = [start];
  while (wave.length > 0) {
    const next: T[] = [];
    for (const node of wave) {
      for (const target of targetsOf(node)) {
        if (target === start) return pathTo(node, start, from);
        if (!members.has(target) || from.has(target)) continue;
        from.set(target, node);
        next.push(target);
      }
    }
    wave = next;
  }
  return [start];
}

function pathTo<T>(end: T, start: T, from: ReadonlyMap<T, T>): readonly T[] {
  const path: T[] = [end];
  for (let node = end; node !== start;) {
    node = from.get(node) as T;
    path.unshift(node);
  }
  return path;
}
