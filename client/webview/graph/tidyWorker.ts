/** *Tidy*: the layout engine in a worker of its own, fetched when it is wanted for the first time. */
import type { VisibleGraph } from '../../../server/src/graphview/visible';
import type { GivenLayout } from './drawing';

export const tidyDeadlineMs = 2_000;

export type TidyResult =
  | { readonly kind: 'done'; readonly given: GivenLayout }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'failed'; readonly why: string };

export class TidyWorker {
  readonly #address: string;
  constructor(address: string) {
    this.#address = address;
  }
  async layout(_visible: VisibleGraph): Promise<TidyResult> {
    return { kind: 'failed', why: this.#address };
  }
  cancel(): void {}
}
