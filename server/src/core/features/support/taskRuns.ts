/** What the files beside the queues say of one task, the newest first. */
import type { Task } from '../../index/task';
import type { SpawnRecord } from '../../runs/notes/spawnRecord';
import type { InboxMessage } from '../../runs/readMessage';
import type { Verdict } from '../../runs/readVerdict';
import type { RunFile } from '../../runs/runFile';
import type { QueueState } from '../../state';

export interface SaidOf<T> {
  readonly file: RunFile;
  readonly said: T;
}

/** Workers that notes say were started for it. */
export function spawnsOf(state: QueueState, task: Task): readonly SaidOf<SpawnRecord>[] {
  return saidOf(
    state,
    ({ content }) => (content.kind === 'note' ? content.note.spawns : []),
    (spawn) => isTask(task, spawn.taskId),
  );
}

/** Messages that name it. */
export function messagesOf(state: QueueState, task: Task): readonly SaidOf<InboxMessage>[] {
  return saidOf(
    state,
    ({ content }) => (content.kind === 'message' ? [content.message] : []),
    (message) => message.taskIds.some((id) => isTask(task, id)),
  );
}

/** Reports of validators about it. */
export function verdictsOf(state: QueueState, task: Task): readonly SaidOf<Verdict>[] {
  return saidOf(
    state,
    ({ content }) => (content.kind === 'verdict' ? [content.verdict] : []),
    (verdict) => isTask(task, verdict.taskId),
  );
}

/** The session that is written down for it: in its heartbeat, its progress file, or a note that does not say it is over. */
export function sessionOf(state: QueueState, task: Task): string | undefined {
  const progress = state.runs.progressOf.get(task.key) ?? [];
  return (
    state.runs.heartbeatOf.get(task.key)?.heartbeat.sessionKey ??
    progress.map((f) => f.progress.sessionKey).find((key) => key !== undefined) ??
    spawnsOf(state, task).find(({ said }) => said.sessionKey !== undefined && !said.isFormer)?.said
      .sessionKey
  );
}

function saidOf<T>(
  state: QueueState,
  things: (file: RunFile) => readonly T[],
  isMeant: (thing: T) => boolean,
): readonly SaidOf<T>[] {
  const found = state.runFiles.flatMap((file) =>
    things(file)
      .filter(isMeant)
      .map((said) => ({ file, said })),
  );
  // Names begin with a date; they decide where file times are all alike.
  const time = (file: RunFile) => (state.runs.sameFileTimes ? 0 : file.modifiedAt);
  return found.sort(
    (a, b) =>
      time(b.file) - time(a.file) ||
      (a.file.path < b.file.path ? 1 : a.file.path > b.file.path ? -1 : 0),
  );
}

function isTask(task: Task, id: string | undefined): boolean {
  return id?.toLowerCase() === task.id.toLowerCase();
}
