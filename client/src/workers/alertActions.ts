/** What can be done about a worker that needs a person. Pure. */
import type { WorkerView } from '../../../server/src/protocol/workerMessages';

export type WorkerAlertAction =
  'Watch' | 'Stop' | 'Retry' | 'Adopt Session' | 'Reset Task' | 'Claim as Finished';

/**
 * In the order of the buttons. Where the task has gone from the queues, only what frees its slot; while an attempt is held
 * nothing that starts another one, since that would be refused.
 */
export function actionsOf(worker: WorkerView): readonly WorkerAlertAction[] {
  const { key, goneKey, state, run, isHeld } = worker;
  if (key === undefined)
    return goneKey !== undefined && isHeld ? ['Watch', 'Stop', 'Reset Task'] : [];
  if (state === 'unknown') return ['Watch', 'Adopt Session', 'Reset Task'];
  // After a restart nobody tells any more how a run has ended.
  const mayHaveSucceeded = run === 'succeeded' || (state === 'ended' && run === undefined);
  if (mayHaveSucceeded) return ['Claim as Finished', 'Watch', 'Retry'];
  return isHeld ? ['Watch', 'Stop', 'Reset Task'] : ['Watch', 'Retry', 'Reset Task'];
}
