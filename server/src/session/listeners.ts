/** Those who want to know. One that breaks is logged, and the others are told all the same. */
import type { Logger } from '../workspace/ports';

export class Listeners<T> {
  readonly #logger: Logger;
  readonly #all = new Set<(news: T) => void>();

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  add(listener: (news: T) => void): void {
    this.#all.add(listener);
  }

  tell(news: T): void {
    for (const listener of this.#all) {
      try {
        listener(news);
      } catch (error) {
        this.#logger.error('session.listenerCrashed', { error });
      }
    }
  }

  clear(): void {
    this.#all.clear();
  }
}
