import { setTimeout as later } from 'node:timers/promises';
import type { WorkerClock } from '../workerPorts';

/** The machine's clock. */
export const systemWorkerClock: WorkerClock = {
  now: () => Date.now(),
  async wait(milliseconds, signal) {
    // Rejects only when aborted, which ends the wait like any other end.
    await later(milliseconds, undefined, signal && { signal }).catch(() => undefined);
  },
};
