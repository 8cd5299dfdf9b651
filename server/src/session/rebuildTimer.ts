/** When to draw the next picture: at once, or after a pause in typing that is not waited for too long. */
import type { Clock } from '../workspace/ports';

/** A pause in typing that long is waited for, but the first keystroke never waits longer than the second. */
const typingPause = 100;
const longestWait = 400;

export class RebuildTimer {
  readonly #clock: Clock;
  readonly #task: () => void;
  #firstChangeAt: number | undefined;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, task: () => void) {
    this.#clock = clock;
    this.#task = task;
  }

  /** True while a change waits to be drawn. */
  get isWaiting(): boolean {
    return this.#firstChangeAt !== undefined;
  }

  /** True when a change waits and no timer will see to it. */
  get isLeftBehind(): boolean {
    return this.isWaiting && this.#cancel === undefined;
  }

  /** Something changed: sets the timer anew. */
  changed(how: 'now' | 'typing'): void {
    const now = this.#clock.now();
    this.#firstChangeAt ??= now;
    const latest = this.#firstChangeAt + longestWait - now;
    const wait = how === 'now' ? 0 : Math.max(0, Math.min(typingPause, latest));
    this.#cancel?.();
    this.#cancel = this.#clock.after(wait, this.#task);
  }

  /** Takes the timer back; what changed still waits. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  /** Drawing begins: what changed until now waits no more. */
  begin(): void {
    this.#firstChangeAt = undefined;
  }
}
