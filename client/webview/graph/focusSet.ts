/** The tasks around one: n steps up to what it waits for, m steps down to who waits for it. Pure. */
import type { GraphSnapshot } from '../../../server/src/protocol/graphSnapshot';
import type { Focus } from './pageState';

/** Their keys, the task's own included; nothing when the task is gone, since an empty picture helps nobody. */
export function focusSet(
  { tasks, edges }: GraphSnapshot,
  { key, up, down }: Focus,
): ReadonlySet<string> | undefined {
  if (!tasks.some((task) => task.key === key)) return undefined;
  const above = new Map<string, string[]>();
  const below = new Map<string, string[]>();
  for (const { from, to } of edges) {
    push(above, from, to);
    push(below, to, from);
  }
  return new Set([...reach(above, key, up), ...reach(below, key, down)]);
}

function reach(
  next: ReadonlyMap<string, readonly string[]>,
  start: string,
  steps: number,
): ReadonlySet<string> {
  const seen = new Set([start]);
  let edge: readonly string[] = [start];
  for (let step = 0; step < steps && edge.length > 0; step++) {
    const found = new Set(
      edge.flatMap((key) => next.get(key) ?? []).filter((key) => !seen.has(key)),
    );
    for (const key of found) seen.add(key);
    edge = [...found];
  }
  return seen;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
