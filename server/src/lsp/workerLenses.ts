/** What the features that offer commands share: which command a lens stands for, and what is known of workers. */
import type { LensAttempt, LensKind, LensOptions } from '../core/features/codeLenses';
import { commandIds } from '../protocol/commandIds';
import type { WorkerView } from '../workers/workerEngine';
import type { WorkerFace } from './workersFeature';

/** The command behind each kind of lens. */
export const lensCommands: Readonly<Record<LensKind, string>> = {
  spawn: commandIds.spawnWorker,
  preview: commandIds.previewPrompt,
  watch: commandIds.watchWorker,
  stop: commandIds.stopWorker,
  retry: commandIds.retryWorker,
  // The preview names every obstacle with its remedy.
  reason: commandIds.previewPrompt,
};

/** The switches, and what holds a task now. */
export function lensOptions(workers: WorkerFace): LensOptions {
  return {
    ...workers.lenses,
    isTrusted: workers.isTrusted,
    attemptOf: (key) => attemptOf(workers.heldOf(key)),
  };
}

function attemptOf(worker: WorkerView | undefined): LensAttempt | undefined {
  if (worker === undefined) return undefined;
  const isUnconfirmed = worker.state === 'unknown';
  const word = worker.state === 'handed-off' ? 'handed off' : (worker.run?.state ?? worker.state);
  return { isUnconfirmed, word };
}
