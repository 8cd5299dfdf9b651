/** One item of a dependency: the id, range or phases it starts with, and those it joins to them (dialect 3.6, G1–G4). */
import type { Reference } from '../model/reference';
import type { Spanned } from '../model/span';
import { readAnnotation } from './annotation';
import { barePhaseAt, phaseListAt, type PhaseList } from './phaseList';
import { leadLength, remarkLength } from './referenceWords';
import { idAtStart } from './taskId';

const alsoJoin =
  /^[*_`]*(?:[ \t]+(?:and|plus|and\/or)[ \t]+|[ \t]*(?:&|\+|\/|→|[-=]>)[ \t]*)(?:and[ \t]+)?/i;
const orJoin = /^[*_`]*[ \t]+or[ \t]+(?:else[ \t]+)?/i;
const rangeJoin =
  /^[*_`]*(?:[ \t]+(?:through|thru|to|[-–—])[ \t]+|[ \t]*(?:\.\.\.?|–|→|->)[ \t]*)[*_`]*/i;

/** What one item names, and how each further reference is joined to the one before it. */
export interface ReadItem {
  readonly references: readonly Reference[];
  readonly joins: readonly ('and' | 'or')[];
}

/**
 * The references of one item, none when it starts with none. `word` is that of the phase before it: then a bare
 * number is a phase, too.
 */
export function readItem(
  item: Spanned<string>,
  via: Reference['via'],
  word: string | undefined,
): ReadItem {
  const lead = leadLength(item.value);
  const body = item.value.slice(lead);
  const found = namedAt(body, word);
  if (!found) return { references: [], joins: [] };
  const { length, ...what } = found;
  const rest = body.slice(length);
  const tail = remarkLength(rest);
  const annotation =
    readAnnotation(item.value.slice(0, lead) + rest.slice(0, tail)) ?? readAnnotation(item.value);
  const start = item.span.start + lead;
  const one: Reference = {
    ...what,
    text: { value: body.slice(0, length), span: { start, end: start + length } },
    item: item.span,
    via,
    ...(annotation ? { annotation } : {}),
  };
  const or = orJoin.exec(rest.slice(tail));
  const also = or ?? alsoJoin.exec(rest.slice(tail));
  if (!also) return { references: [one], joins: [] };
  const at = length + tail + also[0].length;
  const others = readItem(
    { value: body.slice(at), span: { start: start + at, end: item.span.end } },
    via,
    found.kind === 'phase' ? wordOf(found) : undefined,
  );
  if (others.references.length === 0) return { references: [one], joins: [] };
  return {
    references: [one, ...others.references],
    joins: [or ? 'or' : 'and', ...others.joins],
  };
}

/** The word of a phase, for the numbers behind it. */
export function wordOf({ phases }: Pick<Reference, 'phases'>): string | undefined {
  return phases?.[0]?.split(' ')[0];
}

type Named = Pick<Reference, 'kind' | 'range' | 'phases'> & { readonly length: number };

function namedAt(body: string, word: string | undefined): Named | undefined {
  const list: PhaseList | undefined =
    phaseListAt(body) ?? (word === undefined ? undefined : bareAt(body, word));
  if (list) return { kind: 'phase', phases: list.keys, length: list.length };
  const first = idAtStart(body);
  if (first === undefined) return undefined;
  const rest = body.slice(first.length);
  const range = rangeJoin.exec(rest);
  const last = range ? idAtStart(rest.slice(range[0].length)) : undefined;
  if (!range || last === undefined) return { kind: 'id', length: first.length };
  // Arrows and dashes also chain ids of different stems: then each is named for itself.
  if (!/[a-z.]/i.test(range[0]) && !isSeries(first, last))
    return { kind: 'id', length: first.length };
  return {
    kind: 'range',
    range: { first, last },
    length: first.length + range[0].length + last.length,
  };
}

/** A number behind a remark, as in `Phase 1 ✅, 3 ✅`: only where nothing else is counted with it. */
function bareAt(body: string, word: string): PhaseList | undefined {
  const list = barePhaseAt(body, word);
  const rest = body.slice(list?.length ?? 0);
  const isAll =
    /^[ \t]*$/.test(rest.slice(remarkLength(rest))) || alsoJoin.test(rest) || orJoin.test(rest);
  return isAll ? list : undefined;
}

function isSeries(first: string, last: string): boolean {
  const stem = (id: string): string => id.toLowerCase().replace(/\d+$/, '');
  return /\d$/.test(first) && /\d$/.test(last) && stem(first) === stem(last);
}
