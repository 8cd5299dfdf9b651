/** Wakes the session at each full minute, as long as something in the picture depends on the time. */
import type { QueueState } from '../core/state';
import type { Clock } from '../workspace/ports';
import { dependsOnClock } from './dependsOnClock';

const minute = 60_000;

export class MinuteTick {
  readonly #clock: Clock;
  readonly #due: () => void;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, due: () => void) {
    this.#clock = clock;
    this.#due = due;
  }

  /** Takes the newest state: due once, at the next full minute of its clock; never where nothing in it grows old. */
  follow(state: QueueState): void {
    this.#cancel?.();
    if (!dependsOnClock(state)) return;
    this.#cancel = this.#clock.after(minute - (state.now % minute), this.#due);
  }

  stop(): void {
    this.#cancel?.();
  }
}
