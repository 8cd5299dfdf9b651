/** Statuses in prose: what the first clause says counts, what explains it does not (workflow 1.1, dialect S1). Emoji never decide. */
import type { Status } from '../model/status';
import { foldWords, withoutDenied, withPartsAsPartial } from './foldedWords';
import { asksForValidation, clauseStatus, leadingStatus, wholeStatus } from './statusPhrases';

/** A first clause longer than this, in UTF-16 units, is a sentence about something (workflow 1.1). */
const longest = 60;
/** More of a value is not looked at, in UTF-16 units. */
const enough = 500;
const arrow = /(?:→|➜|➔|⇒|=>|->)(?![^()]*\))/;
const separator = /([();,!|]|:(?=\s|$)|\s[-–—]+\s|\.(?=\s|$))/;

/** Statuses that a remark behind them can take back to needs-validation: those that workflow 1.1 tries after it. */
const revocable: readonly Status[] = ['validated', 'in-progress', 'complete', 'pending'];

/**
 * The status of a sentence-like value; nothing when no word of it is known. An arrow's last part counts, of that the first
 * clause. The clauses behind it may only ask for validation; where the first one holds no status, one that is nothing but
 * a status counts. A long first clause has to begin with its status.
 */
export function proseStatus(text: string): Status | undefined {
  const [first, ...rest] = clausesOf(text.slice(0, enough));
  if (first === undefined) return undefined;
  const said =
    first.length > longest
      ? leadingStatus(first.words)
      : (clauseStatus(first.words) ??
        rest.map((clause) => tailStatus(clause)).find((s) => s !== undefined));
  if (said === undefined || !revocable.includes(said)) return said;
  return [first, ...rest].some(({ words }) => asksForValidation(words)) ? 'needs-validation' : said;
}

interface Clause {
  readonly words: string;
  /** Before folding. */
  readonly length: number;
  /** What stands behind a colon tells how a part is doing, not the task: "the login page: fixed". */
  readonly isBehindColon: boolean;
}

function tailStatus({ words, isBehindColon }: Clause): Status | undefined {
  if (isBehindColon) return undefined;
  return asksForValidation(words) ? 'needs-validation' : wholeStatus(words);
}

function clausesOf(text: string): readonly Clause[] {
  const unstruck = text.replace(/~~[^~]*~~/g, ' ');
  const plain = (unstruck.trim() === '' ? text : unstruck).replace(/[*`~]/g, '').trim();
  const parts = plain.split(arrow);
  const current = parts.at(-1)?.trim() === '' ? plain : (parts.at(-1) as string);
  const pieces = current.trim().split(separator);
  const clauses: Clause[] = [];
  for (let i = 0; i < pieces.length; i += 2) {
    const piece = (pieces[i] as string).trim();
    const words = withPartsAsPartial(withoutDenied(foldWords(piece)));
    const isBehindColon = pieces[i - 1] === ':';
    if (foldWords(piece) !== '') clauses.push({ words, length: piece.length, isBehindColon });
  }
  return clauses;
}
