/** Words for screen readers: the last of those that come quickly, so that nobody has to hear them all. */

const pauseMs = 250;

export class LiveWords {
  readonly #region: HTMLElement;
  #timer: number | undefined;

  constructor(region: HTMLElement) {
    this.#region = region;
  }

  /** Says it when nothing else comes within a moment. */
  say(words: string): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#region.textContent = words;
    }, pauseMs);
  }
}
