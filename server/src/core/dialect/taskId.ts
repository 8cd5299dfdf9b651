/** What a task id looks like (dialect 3.2), and the look-alikes that are none. */
import { isStatusWord } from './statusLexicon';

/** The shape of an id, for building patterns: words joined by `-` or `.`. Use {@link isTaskId} to be sure. */
const idSource = '[A-Za-z][A-Za-z0-9_]*(?:[-.][A-Za-z0-9_]+)+';

const wholeId = new RegExp(`^${idSource}$`);
const idsIn = new RegExp(`(?<![\\w./@#-])${idSource}(?![\\w/@]|\\.[A-Za-z]|-\\w)`, 'g');

/** Numbered criteria, standards and model names: shaped like ids, never tasks. */
const lookAlike =
  /^(?:(?:ac|def|req|fr|nfr|tc|sc|adr|utf|sha|iso|rfc|cve|ipv|es|http)-?\d+(?:-\d+)?|(?:claude|gpt|gemini|llama|sonnet|opus|haiku)-[\w.-]*\d[\w.-]*)$/i;
const fileName =
  /\.(?:md|markdown|json|jsonl|ya?ml|toml|txt|log|csv|html?|css|scss|[cm]?[jt]sx?|py|rs|go|java|sh|ps1|sql|png|svg|jpe?g|pdf|zip|lock)$/i;
const maxLength = 80;

/** True for text that may name a task: at least one hyphen, at most 80 characters, no criterion, file or status word. */
export function isTaskId(text: string): boolean {
  return (
    text.length <= maxLength &&
    text.includes('-') &&
    wholeId.test(text) &&
    !lookAlike.test(text) &&
    !fileName.test(text) &&
    !isStatusWord(text)
  );
}

/**
 * The id that `text` starts with, or nothing. The longest run of id characters counts: no id hides in a longer word.
 * Two dots end it: `p2-1..p2-4` is a range.
 */
export function idAtStart(text: string): string | undefined {
  const run = /^[A-Za-z](?:[A-Za-z0-9_-]|\.(?!\.))*/.exec(text)?.[0].replace(/[.-]+$/, '');
  return run !== undefined && isTaskId(run) ? run : undefined;
}

const joiner =
  /^[*_`~]*(?:[ \t]*(?:[&,/+]|\.{2,}|…|→|->)[ \t]*|[ \t]+(?:and|or|to|through)[ \t]+)(?:and[ \t]+)?[*_`~]*/i;

/** True when what stands behind an id names a further one: `& p2-2`, `, p2-2`, `/p2-2`, `to p2-4`. */
export function namesFurtherId(rest: string): boolean {
  const joined = joiner.exec(rest);
  return joined !== null && idAtStart(rest.slice(joined[0].length)) !== undefined;
}

/** Every id-shaped word of `text` with its offset, for hovering and for slot lines. */
export function idsInText(
  text: string,
): readonly { readonly id: string; readonly start: number }[] {
  return [...text.matchAll(idsIn)]
    .filter((m) => isTaskId(m[0]))
    .map((m) => ({ id: m[0], start: m.index }));
}

/** True for an id with a digit: where any hyphenated word could be one, only these are taken for tasks (rules D4, D6). */
export function hasDigit(id: string): boolean {
  return /\d/.test(id);
}

/** True when `short` is `long` up to a hyphen: `p7-1` of `p7-1-crypto`. Both in lower case. */
export function isHyphenPrefix(short: string, long: string): boolean {
  return long.length > short.length && long.startsWith(short) && long.charAt(short.length) === '-';
}
