/** What client and server say to each other about lost tasks. */
import type { StatusView } from './snapshot';

/** Server → client: an alarm has opened, changed or, with `null`, closed. */
export const guardAlarmNotification = 'proactiveJobs/guardAlarm';
export interface GuardAlarmParams {
  readonly uri: string;
  /** As in the snapshot. */
  readonly name: string;
  readonly alarm: GuardAlarmView | null;
}

export interface GuardAlarmView {
  /** Says what is gone and what else is wrong; plain text without advice. */
  readonly message: string;
  /** Unfinished tasks that vanished. */
  readonly lost: readonly LostTaskView[];
  /** Finished ones that went with them. */
  readonly finished: readonly LostTaskView[];
}

export interface LostTaskView {
  readonly id: string;
  readonly title: string;
  readonly status: StatusView;
}

/** Client → server: the last good content of a queue, as text; `null` for an unknown one. */
export const lastGoodRequest = 'proactiveJobs/lastGood';
/** Client → server: the change was intended. Answers whether there was an alarm. */
export const acceptChangeRequest = 'proactiveJobs/acceptChange';
export interface QueueParams {
  readonly uri: string;
}

/** Client → server: tasks that stood in the queue, vanished unfinished and are to be chosen from. */
export const lostTasksRequest = 'proactiveJobs/lostTasks';
export interface LostTasksParams extends QueueParams {
  /** Git may be run: the workspace is trusted. */
  readonly useGit: boolean;
}
export interface LostTasksResult {
  /** Those that vanished last come first. */
  readonly tasks: readonly HistoricTaskView[];
  /** What was not looked at and why, in sentences. */
  readonly notes: readonly string[];
}
export interface HistoricTaskView extends LostTaskView {
  /** Names the content that it is taken from, for {@link restoreLostRequest}. */
  readonly version: string;
  /** When that content was committed, or kept. */
  readonly at: string;
  /** Short; absent for a content that was kept by the editor. */
  readonly commit?: string;
}

/** Client → server: bring tasks back. The server asks the client to apply the edits. */
export const restoreLostRequest = 'proactiveJobs/restoreLost';
export interface RestoreLostParams extends QueueParams {
  /** Those of the open alarm, without or with the finished ones, or chosen ones. */
  readonly tasks:
    'unfinished' | 'all' | readonly { readonly id: string; readonly version: string }[];
  /** As in {@link LostTasksParams}. */
  readonly useGit: boolean;
}
export type RestoreLostResult =
  | {
      readonly kind: 'restored';
      readonly restored: readonly string[];
      /** Ids that would not have read as before, and were left out. */
      readonly failed: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reason: string };
