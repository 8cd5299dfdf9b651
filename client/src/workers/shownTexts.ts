/** The texts of documents that we make up, kept while they are open. Pure: the moment is an input. */

export interface ShownText {
  readonly text: string;
  /** Ms since the epoch. */
  readonly at: number;
}

export class ShownTexts {
  readonly #texts = new Map<string, ShownText>();

  /** What was shown or saved last; nothing for a document that was never kept, or let go. */
  of(uri: string): ShownText | undefined {
    return this.#texts.get(uri);
  }

  /** True when the document had another text before: whoever shows it has to read it again. */
  keep(uri: string, text: string, now: number): boolean {
    const before = this.#texts.get(uri);
    if (before?.text === text) return false;
    // Later than the one before, or the editor takes it for the same.
    this.#texts.set(uri, { text, at: Math.max(now, (before?.at ?? 0) + 1) });
    return before !== undefined;
  }

  /** The document is closed: it is made again should it come back. */
  letGo(uri: string): void {
    this.#texts.delete(uri);
  }
}
