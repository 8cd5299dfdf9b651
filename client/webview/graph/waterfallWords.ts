/** The words of the waterfall. */
import type { GraphTaskView, PlannedBarView } from '../../../server/src/protocol/graphSnapshot';
import { faceOf } from '../../../server/src/graphview/statusFace';

/** What a row stands for, from 0: a slot, or what runs although all slots are taken. */
export function rowLabel(row: number, slots: number): string {
  return row < slots ? `slot ${row + 1}` : 'more than fit';
}

/** For who points at a row; nothing for a slot. */
export function rowMeaning(row: number, slots: number): string | undefined {
  if (row < slots) return undefined;
  return `It runs already, although there ${slots === 1 ? 'is 1 slot' : `are ${slots} slots`} only`;
}

/** For who points at a task of the plan. */
export function barTitle({ id, title, status }: GraphTaskView): string {
  return [title === '' ? id : `${id}: ${title}`, ...(status === 'blocked' ? [blocked] : [])].join(
    '\n',
  );
}

/** For a screen reader. */
export function barLabel(
  task: GraphTaskView,
  { slot, start }: PlannedBarView,
  slots: number,
): string {
  const when = start === 0 ? 'now' : `from step ${start}`;
  const parts = [task.id, faceOf(task).text, rowLabel(slot, slots), when];
  return [...parts, ...(task.status === 'blocked' ? [blocked] : [])].join(', ');
}

const blocked = 'blocked, and planned for when what it waits for is done';
