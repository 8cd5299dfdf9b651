import type { WorkerClock } from '../../workerPorts';

/** How often and how long something is tried again. */
export interface Patience {
  /** Waits a little longer than the last time; false when the time is over, or the signal has come. */
  again(): Promise<boolean>;
}

const firstWaitMs = 300;
const longestWaitMs = 2_000;

/** From now on for that long, in ms. */
export function patience(clock: WorkerClock, forMs: number, signal: AbortSignal): Patience {
  const end = clock.now() + forMs;
  let next = firstWaitMs;
  return {
    async again() {
      const left = end - clock.now();
      if (left <= 0 || signal.aborted) return false;
      await clock.wait(Math.min(next, left), signal);
      next = Math.min(next * 2, longestWaitMs);
      return !signal.aborted && clock.now() < end;
    },
  };
}
