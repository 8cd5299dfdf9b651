/** The machine's clock and timers. */
import type { Clock } from './ports';

/** Real time. Its timers do not keep a process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds);
    timer.unref();
    return () => {
      clearTimeout(timer);
    };
  },
  pause: () => new Promise((resolve) => setImmediate(resolve)),
};
