/** The known id that was probably meant by an unknown one. */
import { distance } from 'fastest-levenshtein';

/**
 * The closest id within a quarter of the length, or nothing; neighbours in the wrong order count as one letter. Numbers are what tells ids apart, so an id with other
 * numbers is no near one: `p1-4-a` was not meant to be `p2-2-a`. Ids as written; compared without case.
 */
export function nearestId(text: string, ids: readonly string[]): string | undefined {
  return nearestIdAmong(ids)(text);
}

/** As {@link nearestId} for many look-ups among the same ids: only those with the same numbers are compared. */
export function nearestIdAmong(ids: readonly string[]): (text: string) => string | undefined {
  const byNumbers = new Map<string, string[]>();
  for (const id of ids) {
    const numbers = numbersOf(id.toLowerCase());
    const same = byNumbers.get(numbers);
    if (same) same.push(id);
    else byNumbers.set(numbers, [id]);
  }
  return (text) => closest(text.toLowerCase(), byNumbers.get(numbersOf(text.toLowerCase())) ?? []);
}

function closest(wanted: string, ids: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(wanted.length / 4));
  let best: { readonly id: string; readonly distance: number } | undefined;
  for (const id of ids) {
    if (Math.abs(id.length - wanted.length) > limit) continue;
    const d = editsBetween(wanted, id.toLowerCase());
    if (d <= limit && d < (best?.distance ?? Infinity)) best = { id, distance: d };
  }
  return best?.id;
}

/** As many as Levenshtein's, save that two neighbours in the wrong order are one: that is how people mistype. */
function editsBetween(a: string, b: string): number {
  const d = distance(a, b);
  return d === 2 && areSwapped(a, b) ? 1 : d;
}

/** For texts that differ in two places or fewer. */
function areSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function numbersOf(id: string): string {
  return (id.match(/\d+/g) ?? []).join('-');
}
