/** Interleavings: which of all that waits goes on next, decided by a tape of numbers; when the tape ends, the first one. */
import type { EngineWorld } from './engineWorld';

interface Step {
  readonly pid: number;
  readonly what: string;
  go(): void;
}

export class Schedule {
  readonly #waiting: Step[] = [];
  #at = 0;
  /** For messages: what went on, in order. */
  readonly trace: string[] = [];
  /** Runs before a step of a process that was dropped would have gone on. */
  readonly dropped = new Set<number>();
  readonly #held = new Set<number>();

  constructor(
    private readonly world: EngineWorld,
    private readonly tape: readonly number[],
  ) {
    world.gate = (pid, what) =>
      new Promise((resolve) => {
        if (!this.dropped.has(pid)) this.#waiting.push({ pid, what, go: resolve });
      });
  }

  /** A number below `n`; 0 once the tape has ended. */
  choose(n: number): number {
    const value = this.tape[this.#at++] ?? 0;
    return value % n;
  }

  get isOver(): boolean {
    return this.#at >= this.tape.length;
  }

  /** Nothing of that process goes on any more. A line that it was writing may have been cut off. */
  drop(pid: number): void {
    const cut = this.#waiting.find((step) => step.pid === pid && step.what.startsWith('append'));
    if (cut && this.choose(2) === 1) {
      const path = cut.what.slice('append '.length);
      void this.world.files.append(path, '{"v":1,"at":"20');
    }
    this.dropped.add(pid);
    this.world.drop(pid);
    for (const timer of [...this.world.timers])
      if (timer.pid === pid) this.world.timers.delete(timer);
    const left = this.#waiting.filter((step) => step.pid !== pid);
    this.#waiting.splice(0, this.#waiting.length, ...left);
    this.trace.push(`${pid} dropped`);
  }

  /** Nothing of that process goes on until what comes back is called. */
  hold(pid: number): () => void {
    this.#held.add(pid);
    return () => this.#held.delete(pid);
  }

  /** One step, else the next timer; false when nothing waits at all. */
  async next(): Promise<boolean> {
    const goesOn = ({ pid }: { readonly pid: number }) => !this.#held.has(pid);
    if (!this.#waiting.some(goesOn)) await settled();
    const ready = this.#waiting.filter(goesOn);
    const timers = [...this.world.timers].filter(goesOn);
    const first = Math.min(...timers.map(({ at }) => at));
    // Time may also pass while somebody has much to do.
    const hasTime = Number.isFinite(first);
    if (ready.length === 0 ? hasTime : hasTime && this.choose(4) === 3) {
      this.trace.push('time passes');
      this.world.advance(first - this.world.time);
      await settled();
      return true;
    }
    const step = ready[this.choose(Math.max(1, ready.length))];
    if (!step) return false;
    this.#waiting.splice(this.#waiting.indexOf(step), 1);
    this.trace.push(`${step.pid} ${step.what}`);
    step.go();
    await settled();
    return true;
  }

  /** Until nothing waits any more. */
  async run(): Promise<void> {
    for (let n = 0; await this.next(); n++)
      if (n > 20_000) throw new Error('The schedule does not come to an end.');
  }
}

/** Lets all promises go on that can. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
