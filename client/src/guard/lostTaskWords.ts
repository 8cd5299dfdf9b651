/** Lost tasks in words and as items to pick from. Pure: no editor. */
import type {
  GuardAlarmView,
  HistoricTaskView,
  RestoreLostResult,
} from '../../../server/src/protocol/guardMessages';
import { plainLabel } from '../plainLabel';

export const alarmActions = {
  restore: 'Restore',
  restoreAll: 'Restore All',
  compare: 'Compare',
  intended: 'Intended',
} as const;

export type AlarmAction = (typeof alarmActions)[keyof typeof alarmActions];

/** What can be done about an alarm: nothing to restore, no such button. */
export function actionsFor({ lost, finished }: GuardAlarmView): readonly AlarmAction[] {
  return [
    ...(lost.length > 0 ? [alarmActions.restore] : []),
    ...(finished.length > 0 ? [alarmActions.restoreAll] : []),
    alarmActions.compare,
    alarmActions.intended,
  ];
}

export interface LostTaskItem {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly task: HistoricTaskView;
}

/** An item for the quick pick; `showTime` writes a time as the reader is used to. */
export function lostTaskItem(
  task: HistoricTaskView,
  showTime: (time: string) => string,
): LostTaskItem {
  const from = task.commit === undefined ? 'kept by the editor' : `commit ${task.commit}`;
  return {
    label: plainLabel(task.id),
    description: plainLabel([task.status, task.title].filter((words) => words !== '').join(' · ')),
    detail: `Last seen ${showTime(task.at)}, ${from}`,
    task,
  };
}

/** How a restore went. */
export function restoredMessage(
  { restored, failed }: Extract<RestoreLostResult, { kind: 'restored' }>,
  isSaved: boolean,
): string {
  const done = `${restored.length} ${restored.length === 1 ? 'task was' : 'tasks were'} restored`;
  const saved = isSaved ? '.' : '; the file is not saved yet.';
  if (failed.length === 0) return done + saved;
  return `${done}${saved} Left out, because they would not read as before: ${failed.join(', ')}.`;
}
