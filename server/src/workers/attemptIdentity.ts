/** The names of an attempt, made from where its task stands and nothing else (workers.md 4.3). */
import { createHash } from 'node:crypto';
import { type AttemptIdentity, longestAttemptId } from './attempt';
import { uuid5 } from './uuid5';
import type { WorkspaceIdentity } from './workspaceIdentity';

/**
 * What tells the queues of a workspace apart: its name, and the folder and the ending of the queue's file. Fields of a
 * task do not count, because they are edited while its worker runs.
 */
export function projectOf({ name }: WorkspaceIdentity, queue: string): string {
  const folders = queue.split('/');
  const file = folders.pop() ?? '';
  const ending = /^PROACTIVE-JOBS-(.+)\.md$/i.exec(file)?.[1];
  const usual = /^PROACTIVE-JOBS\.md$/i.test(file);
  const last = usual ? [] : [ending === undefined ? file : `-${ending}`];
  return [name, ...folders, ...last].join('/');
}

/** `number` from 1. The letters of the id may change without it becoming another attempt. */
export function attemptIdentityOf(
  workspace: WorkspaceIdentity,
  project: string,
  taskId: string,
  number: number,
): AttemptIdentity {
  const full = `${project}/${taskId}#${number}`;
  const attemptId = full.length <= longestAttemptId ? full : shortened(project, taskId, number);
  return {
    attemptId,
    project,
    taskId,
    number,
    uuid: uuid5(workspace.id, full.toLowerCase()),
  };
}

function shortened(project: string, taskId: string, number: number): string {
  const digest = createHash('sha256').update(`${project}/${taskId}`).digest('hex').slice(0, 16);
  const end = `~${digest}#${number}`;
  return `${project}/${taskId}`.slice(0, longestAttemptId - end.length) + end;
}
