/** Collects what is inserted where, with the blank lines and line breaks that keep it apart from its neighbours. */
import type { Insertion } from './insertions';

/** `apart`: blank lines around it. `continues`: it follows lines of its kind without one. */
export type Spacing = 'apart' | 'continues';

interface Entry {
  text: string;
  blankAfter: boolean;
}

export class InsertionText {
  readonly #text: string;
  readonly #eol: string;
  readonly #entries = new Map<number, Entry>();

  /** For insertions into `text`. */
  constructor(text: string) {
    this.#text = text;
    this.#eol = text.includes('\r\n') ? '\r\n' : /\r(?!\n)/.test(text) ? '\r' : '\n';
  }

  /** Adds text at an offset, behind what was added there before. */
  add(at: number, text: string, spacing: Spacing): void {
    const entry = this.#entries.get(at) ?? { text: '', blankAfter: false };
    this.#entries.set(at, entry);
    const isFirst = /^\ufeff?$/.test(this.#text.slice(0, at) + entry.text);
    const before = entry.text === '' ? this.#text.slice(Math.max(0, at - 200), at) : entry.text;
    if (!isFirst) entry.text += this.#gap(before, spacing === 'apart');
    entry.text += text;
    // A row that continues restored ones ends where they end.
    entry.blankAfter ||= spacing === 'apart';
  }

  /** A heading line with a blank line behind it. */
  addHeading(at: number, heading: string): void {
    this.add(at, `${heading}${this.#eol}${this.#eol}`, 'apart');
  }

  /** Everything, in the order of the text. */
  insertions(): readonly Insertion[] {
    return [...this.#entries]
      .map(([at, entry]): Insertion => {
        const rest = this.#text.slice(at);
        const isNeeded = rest !== '' && !(entry.blankAfter && /^[ \t]*[\r\n]/.test(rest));
        const gap = isNeeded ? this.#gap(entry.text, entry.blankAfter) : '';
        const last = rest === '' && !/[\r\n]$/.test(entry.text) ? this.#eol : '';
        return { at, text: entry.text + gap + last };
      })
      .sort((a, b) => a.at - b.at);
  }

  /** What is missing behind `before` for the next line to start a line, or to follow a blank one. */
  #gap(before: string, blank: boolean): string {
    if (!/[\r\n]$/.test(before)) return blank ? this.#eol + this.#eol : this.#eol;
    const isBlank = /(?:^|\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(before);
    return blank && !isBlank ? this.#eol : '';
  }
}
