/** How phases are named, one or several: `Phase 2`, `Phases 1, 2 and 3`, `Phase 1 through Phase 3` (dialect 3.6 G4, 3.7 P1). */

export interface PhaseList {
  /** `phase`, `wave` or `stage`. */
  readonly word: string;
  /** `phase 1`, `phase 2`: every phase that it names, ranges written out, in the order of the text. */
  readonly keys: readonly string[];
  /** How many UTF-16 units of the text it takes. */
  readonly length: number;
}

const end = '(?![\\w%]|\\.\\d|-[A-Za-z])';
const letter = '[A-Z](?![A-Za-z0-9])';
const marks = '[*_`]*';
const named = new RegExp(
  `^(phase|wave|stage)s?[ \\t]+(-?\\d+(?:\\.\\d+)*|[A-Za-z](?![A-Za-z0-9_'’]))`,
  'i',
);
const another = `(?:(phase|wave|stage)s?[ \\t]+)?(\\d{1,3}(?:\\.\\d+)*${end}|${letter})`;
const range = new RegExp(
  `^${marks}(?:[ \\t]*(?:-|–|—|\\.\\.\\.?)|[ \\t]+(?:to|thru|through|until))[ \\t]*${marks}${another}`,
  'i',
);
const also = new RegExp(
  `^${marks}[ \\t]*(?:[,;][ \\t]*(?:(?:and|&|\\+)[ \\t]+)?|and[ \\t]+|[&+/][ \\t]*|(?:→|[-=]>)[ \\t]*)${marks}${another}`,
  'i',
);
const bare = new RegExp(`^${another}`, 'i');
/** In a title, "Phase 2 - 5 tasks" and "Phase 2, 5 tasks" count tasks, and "Phase 1/3" is the first of three. */
const count = /^[ \t]+(?:tasks?|jobs?|items?|steps?|stories|weeks?|days?|hours?|of)\b/i;

/** The phases that a dependency names at its start; the word of a list may stand once. Nothing for other text. */
export function phaseListAt(text: string): PhaseList | undefined {
  return listAt(text, false);
}

/** The phases that a title or a field names, wherever they stand: the first list of them. */
export function phasesOfTitle(text: string): readonly string[] {
  const start = text.search(/\b(?:phase|wave|stage)s?[ \t]+(?:-?\d|[A-Z](?![A-Za-z]))/i);
  return start < 0 ? [] : (listAt(text.slice(start), true)?.keys ?? []);
}

/** A number behind a phase, as in `Phase 1 ✅, 3`: a phase of the same word. Nothing for other text. */
export function barePhaseAt(text: string, word: string): PhaseList | undefined {
  const found = bare.exec(text);
  if (!found || found[1] !== undefined || !isUpperOrNumber(found[2] as string)) return undefined;
  const list = listAt(`${word} ${text}`, false);
  return list && { ...list, length: list.length - word.length - 1 };
}

function listAt(text: string, isTitle: boolean): PhaseList | undefined {
  const first = named.exec(text);
  if (!first || isArticle(text, first)) return undefined;
  const word = (first[1] as string).toLowerCase();
  const keys: string[] = [keyOf(word, first[2] as string)];
  let last = first[2] as string;
  let at = first[0].length;
  for (;;) {
    const rest = text.slice(at);
    const to = range.exec(rest);
    if (to && goesOn(to, word, rest, isTitle)) {
      const upTo = to[2] as string;
      keys.push(...between(last, upTo).map((one) => keyOf(word, one)));
      last = upTo;
      at += to[0].length;
      continue;
    }
    const next = also.exec(rest);
    if (!next || !goesOn(next, word, rest, isTitle)) break;
    // In a dependency a repeated word begins an item of its own, with a mark of its own.
    if (!isTitle && next[1] !== undefined) break;
    last = next[2] as string;
    keys.push(keyOf(word, last));
    at += next[0].length;
  }
  return { word, keys: [...new Set(keys)], length: at };
}

function goesOn(match: RegExpExecArray, word: string, rest: string, isTitle: boolean): boolean {
  const [joined, again, unit = ''] = match;
  if (again !== undefined) return again.toLowerCase() === word;
  if (!isUpperOrNumber(unit)) return false;
  if (
    !/\d/.test(unit) &&
    !/^[ \t]*(?:$|[^A-Za-z0-9 \t]|and\b|done|complete)/i.test(rest.slice(joined.length))
  )
    return false;
  if (!isTitle) return true;
  if (joined.includes('/') || /^[*_`]*[ \t]+[-–—]/.test(joined)) return false;
  return !/^[*_`]*[ \t]*,/.test(joined) || !count.test(rest.slice(joined.length));
}

/** "stage a rollout": a lower-case letter names a phase only where nothing but a remark follows. */
function isArticle(text: string, { 0: match, 2: unit = '' }: RegExpExecArray): boolean {
  return /^[a-z]$/.test(unit) && /^[ \t]+[A-Za-z]/.test(text.slice(match.length));
}

function isUpperOrNumber(unit: string): boolean {
  return /^[A-Z\d]/.test(unit);
}

function keyOf(word: string, unit: string): string {
  return `${word} ${unit.toLowerCase()}`;
}

/** What stands between two ends and the last one: numbers of the same stem and letters are counted on. */
function between(first: string, last: string): readonly string[] {
  const stem = /^(?:\d+\.)*/.exec(last)?.[0] ?? '';
  const [from, to] = [Number(first.slice(stem.length)), Number(last.slice(stem.length))];
  if (first.startsWith(stem) && Number.isInteger(from) && from < to && to - from < 100)
    return Array.from({ length: to - from }, (_, i) => `${stem}${from + i + 1}`);
  const [a, b] = [first.toLowerCase().charCodeAt(0), last.toLowerCase().charCodeAt(0)];
  if (/^[a-z]$/i.test(first) && /^[a-z]$/i.test(last) && a < b)
    return Array.from({ length: b - a }, (_, i) => String.fromCharCode(a + i + 1));
  return [last];
}
