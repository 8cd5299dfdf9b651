import type { TranscriptEntry } from '../../backend';

/** An agent that never stops talking must not fill the memory. */
const mostEntries = 2_000;
const longestText = 20_000;

/** What was said in one run, in the memory of the window that runs it. */
export class Transcript {
  readonly #entries: TranscriptEntry[] = [];

  /** Agents speak in pieces: those that follow each other are one entry. */
  add(role: TranscriptEntry['role'], text: string, at: number): void {
    const last = this.#entries.at(-1);
    if (last !== undefined && last.role === role && role === 'worker') {
      this.#entries.pop();
      this.#entries.push({ role, text: (last.text + text).slice(-longestText), at });
      return;
    }
    this.#entries.push({ role, text: text.slice(0, longestText), at });
    if (this.#entries.length > mostEntries) this.#entries.shift();
  }

  last(limit: number): readonly TranscriptEntry[] {
    return limit > 0 ? this.#entries.slice(-limit) : [];
  }

  /** The end of what the worker said last, on one line. */
  get lastLine(): string | undefined {
    const said = this.#entries.findLast(({ role }) => role === 'worker')?.text.trim();
    return said?.split(/\r?\n/).at(-1)?.slice(0, 500) || undefined;
  }

  get lastAt(): number | undefined {
    return this.#entries.at(-1)?.at;
  }
}
