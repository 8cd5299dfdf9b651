/** Where a task stands, with everything that names its attempts. */
import { type TaskKey, taskKeyOf } from '../core/model/taskKey';
import { type TaskBlock, taskBlockOf } from '../core/spawn/taskBlock';
import type { QueueState } from '../core/state';
import { fileNameOf, pathBelow } from '../workspace/uris';
import { type AttemptIdentity, isHeld } from './attempt';
import { attemptIdentityOf, projectOf } from './attemptIdentity';
import type { EngineContext } from './engineContext';
import { type Attempt, attemptsAt, type LedgerReading } from './foldLedger';
import { newWorkspaceIdentity, type WorkspaceIdentity } from './workspaceIdentity';

export interface TaskSite {
  readonly key: TaskKey;
  readonly state: QueueState;
  readonly block: TaskBlock;
  readonly workspace: WorkspaceIdentity;
  /** Path of the queue in the workspace folder. */
  readonly queue: string;
  readonly project: string;
}

/** Nothing when the task is gone, or stands in a queue outside of the folder. */
export function taskSiteOf(
  ctx: EngineContext,
  workspace: WorkspaceIdentity,
  state: QueueState,
  key: TaskKey,
): TaskSite | undefined {
  const block = taskBlockOf(state, key);
  const queue = block && pathBelow(ctx.options.folderUri, block.task.uri);
  if (!block || queue === undefined) return undefined;
  return { key, state, block, workspace, queue, project: projectOf(workspace, queue) };
}

/** The names of the attempt with that number. */
export function identityAt(
  { workspace, project, block }: TaskSite,
  number: number,
): AttemptIdentity {
  return attemptIdentityOf(workspace, project, block.task.id, number);
}

/** All attempts at the task, the first one first. */
export function attemptsOf(site: TaskSite, reading: LedgerReading): readonly Attempt[] {
  return attemptsAt(reading, site.project, site.block.task.id);
}

/** The attempt that is under way; at most one can be. */
export function heldAttempt(site: TaskSite, reading: LedgerReading): Attempt | undefined {
  return attemptsOf(site, reading).findLast((attempt) => isHeld(attempt.state));
}

/** The task of an attempt; a key that no queue has when the queue or the task is gone. */
export function keyOfAttempt(ctx: EngineContext, state: QueueState, attempt: Attempt): TaskKey {
  const { folderUri } = ctx.options;
  const uri = [...state.documents.keys()].find((of) => pathBelow(folderUri, of) === attempt.queue);
  return taskKeyOf(uri ?? `${folderUri}/${attempt.queue}`, attempt.identity.taskId);
}

/**
 * The attempts at a task that no queue declares any more, the first one first: by the place where its queue had it, since
 * nothing else names it. Nothing while a queue declares it.
 */
export function goneAttempts(
  ctx: EngineContext,
  state: QueueState,
  reading: LedgerReading,
  key: TaskKey,
): readonly Attempt[] {
  if (state.index.tasks.has(key)) return [];
  return [...reading.attempts.values()]
    .filter((attempt) => keyOfAttempt(ctx, state, attempt) === key)
    .sort((a, b) => a.identity.number - b.identity.number);
}

/** The tasks of all attempts that hold a slot, or of those of them that `counts` chooses. */
export function heldKeys(
  ctx: EngineContext,
  state: QueueState,
  reading: LedgerReading,
  counts: (attempt: Attempt) => boolean = () => true,
): readonly TaskKey[] {
  return [...reading.attempts.values()]
    .filter((attempt) => isHeld(attempt.state) && counts(attempt))
    .map((attempt) => keyOfAttempt(ctx, state, attempt));
}

/** An identity for a workspace that has none yet. */
export function proposedWorkspace(hex: string, folderUri: string): WorkspaceIdentity {
  return newWorkspaceIdentity(hex, fileNameOf(folderUri.replace(/\/+$/, '')));
}
