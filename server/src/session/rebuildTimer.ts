/** When to draw the next picture: at once, or after a pause in typing that is not waited for too long. */
import type { Clock } from '../workspace/ports';

/** A pause in typing that long is waited for, but nobody who types on waits longer than the second for a picture. */
const typingPause = 100;
const longestWait = 400;

export class RebuildTimer {
  readonly #clock: Clock;
  readonly #task: () => void;
  /** When the oldest change was made that no drawing has begun for. */
  #firstChangeAt: number | undefined;
  /** When the oldest change was made that a drawing has begun for and no picture shows, since each was dropped so far. */
  #owedSince: number | undefined;
  #beganAt = 0;
  /** How long the last drawing took that came to its end, in milliseconds. */
  #lastDrawing = 0;
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

  /** Whether typing may drop the drawing under way: the next one could still be through in time. */
  get mayDrop(): boolean {
    if (this.#owedSince === undefined) return true;
    const ready = this.#clock.now() + typingPause + this.#lastDrawing;
    return ready <= this.#owedSince + longestWait;
  }

  /** Something changed: sets the timer anew. */
  changed(how: 'now' | 'typing'): void {
    const now = this.#clock.now();
    this.#firstChangeAt ??= now;
    const oldest = this.mayDrop ? (this.#owedSince ?? this.#firstChangeAt) : this.#firstChangeAt;
    // Time to draw is left; where that is too little, there still is a pause, or every key would be drawn.
    const latest = oldest + Math.max(typingPause, longestWait - this.#lastDrawing) - now;
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
    this.#beganAt = this.#clock.now();
    this.#owedSince ??= this.#firstChangeAt;
    this.#firstChangeAt = undefined;
  }

  /** The drawing came to its end; it was not dropped. */
  ended(): void {
    this.#lastDrawing = this.#clock.now() - this.#beganAt;
    this.#owedSince = undefined;
  }
}
