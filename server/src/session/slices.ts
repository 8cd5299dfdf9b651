/** Long work in slices: between two of them everything that waits has its turn. */
import type { Clock } from '../workspace/ports';

const slice = 10;

export class Slices {
  readonly #clock: Clock;
  #end: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#end = clock.now() + slice;
  }

  /** Resolves at once while the slice lasts, else after the others. */
  async breathe(): Promise<void> {
    if (this.#clock.now() < this.#end) return;
    await this.#clock.pause();
    this.#end = this.#clock.now() + slice;
  }
}
