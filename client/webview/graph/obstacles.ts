/** What keeps a task from being seen: the filter, the focus, a fold. Pure. */
import type { Drawing } from './drawing';
import { taskOf } from './links';
import { missedTask, type MissedTask } from './missedTasks';
import type { PageState } from './pageState';

export type Obstacle =
  | {
      readonly kind: 'filter';
      /** Else it is dimmed. */
      readonly isHidden: boolean;
      readonly missed: MissedTask;
    }
  | { readonly kind: 'focus'; readonly words: string }
  | { readonly kind: 'fold'; readonly words: string };

/** In the order in which people would look for it; empty for a task that is seen, and where nothing is kept back. */
export function obstaclesTo(
  key: string,
  { showsOthers, answer, inFocus, visible, snapshot }: Drawing,
  { tab, focus }: Pick<PageState, 'tab' | 'focus'>,
): readonly Obstacle[] {
  const obstacles: Obstacle[] = [];
  // Waterfall and history show all tasks that they know.
  const isPlain = tab !== 'graph' && tab !== 'table';
  if (isPlain || taskOf(snapshot, key) === undefined) return obstacles;
  const missed = answer && missedTask(answer, key);
  if (missed !== undefined)
    obstacles.push({ kind: 'filter', isHidden: showsOthers === 'hide', missed });
  if (focus !== undefined && inFocus?.has(key) === false) {
    const centre = taskOf(snapshot, focus.key)?.id ?? '';
    const words = `not within ${focus.up} up and ${focus.down} down of ${centre}`;
    obstacles.push({ kind: 'focus', words });
  }
  const node = visible.nodeOf.get(key);
  // Rows of the table are not folded.
  if (tab === 'graph' && node !== undefined && node !== key) {
    const lane = snapshot.lanes.find((each) => each.key === node);
    obstacles.push({ kind: 'fold', words: lane?.title ?? taskOf(snapshot, node)?.id ?? node });
  }
  return obstacles;
}
