/** Which lanes a graph starts with folded, so that it can be read at any size. */
import type { GraphSnapshot } from '../protocol/graphSnapshot';

/** More nodes than this are not read but searched; they also are the most that Tidy lays out. */
export const comfortableNodes = 300;

/**
 * Keys of the lanes to fold at the start: none up to `limit` tasks; else finished lanes and then the largest ones, until what
 * is left is comfortable or everything is folded. Ask once and keep the answer: it depends on statuses.
 */
export function defaultFolds(
  { tasks, lanes }: Pick<GraphSnapshot, 'tasks' | 'lanes'>,
  limit = comfortableNodes,
): ReadonlySet<string> {
  const sizes = new Map<string, number>();
  for (const { lane } of tasks) sizes.set(lane, (sizes.get(lane) ?? 0) + 1);
  let shown = tasks.length;
  const folded = new Set<string>();
  const candidates = lanes
    .map(({ key, done, total }, place) => ({
      key,
      place,
      size: sizes.get(key) ?? 0,
      isFinished: done === total,
    }))
    .filter(({ size }) => size > 1)
    .sort(
      (a, b) => Number(b.isFinished) - Number(a.isFinished) || b.size - a.size || a.place - b.place,
    );
  for (const { key, size } of candidates) {
    if (shown <= limit) break;
    folded.add(key);
    shown -= size - 1;
  }
  return folded;
}
