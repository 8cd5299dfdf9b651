/** The query that the tree is filtered by, and what it finds at the moment. */
import type { QueryResult } from '../../../server/src/protocol/queryMessages';

export interface FilterState {
  /** Never empty. */
  readonly text: string;
  readonly matches: ReadonlySet<string>;
}

/** What a query finds, and of one task why it does not. */
type Ask = (text: string, why?: string) => Promise<QueryResult | undefined>;

export class QueueFilter {
  readonly #ask: Ask;
  readonly #listeners = new Set<() => void>();
  #state: FilterState | undefined;
  #newest = 0;

  /** `ask` gives nothing, or fails, when nobody answers: then what was found last stays. */
  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Nothing while all tasks are shown. */
  get state(): FilterState | undefined {
    return this.#state;
  }

  /** Calls `listener` after every change; the result ends that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Filters by that query from now on; an empty one shows all. */
  async set(text: string): Promise<void> {
    const own = ++this.#newest;
    if (text === '') return this.#show(undefined);
    const answer = await this.#ask(text).catch(() => undefined);
    if (answer === undefined || own !== this.#newest) return;
    this.#show({ text, matches: new Set(answer.matches) });
  }

  /** Shows all again because of one task, by its key; resolves to why the filter hid it, when that is known. */
  async clearFor(key: string): Promise<string | undefined> {
    const text = this.#state?.text ?? '';
    const answer = await this.#ask(text, key).catch(() => undefined);
    await this.set('');
    return answer?.why;
  }

  /** Asks again: the queues have changed. */
  async refresh(): Promise<void> {
    if (this.#state !== undefined) await this.set(this.#state.text);
  }

  #show(state: FilterState | undefined): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
