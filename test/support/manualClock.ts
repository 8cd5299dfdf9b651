/** A clock that stands still until it is told to go on. */
import type { Clock } from '../../server/src/workspace/ports';

interface Timer {
  readonly at: number;
  readonly task: () => void;
}

export class ManualClock implements Clock {
  #now: number;
  readonly #timers = new Set<Timer>();
  /** Milliseconds that pass with every look at the clock. */
  ticking = 0;

  constructor(now = Date.UTC(2026, 0, 15, 12)) {
    this.#now = now;
  }

  now(): number {
    return (this.#now += this.ticking);
  }

  after(milliseconds: number, task: () => void): () => void {
    const timer = { at: this.#now + milliseconds, task };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  pause(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  /** How many timers wait. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Runs what is due by then, and lets its promises settle. */
  async advance(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
    for (const timer of [...this.#timers].sort((a, b) => a.at - b.at)) {
      if (timer.at <= this.#now && this.#timers.delete(timer)) timer.task();
    }
    await settle();
  }
}

/** Lets pending promises go first, a few rounds of them. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 5; round++) await new Promise((resolve) => setImmediate(resolve));
}
