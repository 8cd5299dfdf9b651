/** Strongly connected components of numbered nodes, in the order in which things can be done. Iterative. */

export interface StrongComponents {
  /** Members of each component; a component comes behind all that it waits for. */
  readonly members: readonly (readonly number[])[];
  /** The component of each node. */
  readonly of: readonly number[];
}

/** Tarjan's algorithm, without recursion so that long chains do no harm. */
export function strongComponents(targetsOf: readonly (readonly number[])[]): StrongComponents {
  const size = targetsOf.length;
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const of = new Array<number>(size).fill(-1);
  const next = new Int32Array(size);
  const members: number[][] = [];
  const stack: number[] = [];
  const path: number[] = [];
  let count = 0;
  const enter = (node: number): void => {
    order[node] = low[node] = count++;
    stack.push(node);
    path.push(node);
  };
  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue;
    enter(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const target = targetsOf[node]?.[next[node] as number];
      next[node] = (next[node] as number) + 1;
      if (target !== undefined) {
        if (order[target] === -1) enter(target);
        else if (of[target] === -1)
          low[node] = Math.min(low[node] as number, order[target] as number);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[node] as number);
      if (low[node] === order[node]) members.push(popComponent(stack, node, of, members.length));
    }
  }
  return { members, of };
}

function popComponent(stack: number[], last: number, of: number[], component: number): number[] {
  const members = stack.splice(stack.lastIndexOf(last));
  for (const member of members) of[member] = component;
  return members;
}
