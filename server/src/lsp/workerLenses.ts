/** What the features that offer commands share: which command a lens stands for, and what is known of workers. */
import type { LensAttempt, LensKind, LensOptions } from '../core/features/codeLenses';
import { commandIds } from '../protocol/commandIds';
import { isHeld } from '../workers/attempt';
import type { RunState } from '../workers/backend';
import type { WorkerView } from '../workers/workerEngine';
import type { WorkerFace } from './workersFeature';

/** The command behind each kind of lens. */
export const lensCommands: Readonly<Record<LensKind, string>> = {
  spawn: commandIds.spawnWorker,
  preview: commandIds.previewPrompt,
  watch: commandIds.watchWorker,
  stop: commandIds.stopWorker,
  retry: commandIds.retryWorker,
  claim: commandIds.claimTask,
  // The preview names every obstacle with its remedy.
  reason: commandIds.previewPrompt,
  graph: commandIds.showInGraph,
};

/** The switches, and what holds a task now. */
export function lensOptions(workers: WorkerFace): LensOptions {
  return {
    ...workers.lenses,
    isTrusted: workers.isTrusted,
    attemptOf: (key) => attemptOf(workers.latestOf(key)),
  };
}

/** The attempt that holds a task, by its number and how it is; nothing when it holds none. */
export function holderOf(worker: WorkerView | undefined): string | undefined {
  const attempt = attemptOf(worker);
  if (worker === undefined || attempt === undefined || !isHeld(worker.state)) return undefined;
  const word = attempt.phase === 'unconfirmed' ? 'start not confirmed' : attempt.word;
  return `attempt ${worker.identity.number} (${word})`;
}

function attemptOf(worker: WorkerView | undefined): LensAttempt | undefined {
  if (worker === undefined || worker.state === 'closed') return undefined;
  const { state, run } = worker;
  const end = run === undefined ? undefined : ends[run.state];
  const word = state === 'handed-off' ? 'handed off' : (run?.state ?? state);
  if (state === 'unknown') return { phase: 'unconfirmed', word };
  // An end whose manner nobody tells any more is for a person to look at.
  if (!isHeld(state)) return { phase: end ?? (state === 'ended' ? 'finished' : 'broken'), word };
  // What has ended is still held until that is written down.
  return { phase: end ?? 'under-way', word };
}

const ends: Readonly<Record<RunState, 'finished' | 'broken' | undefined>> = {
  queued: undefined,
  starting: undefined,
  running: undefined,
  succeeded: 'finished',
  failed: 'broken',
  'timed-out': 'broken',
  cancelled: 'broken',
  lost: 'broken',
};
