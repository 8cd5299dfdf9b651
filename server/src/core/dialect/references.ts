/** What a dependency value refers to (dialect 3.6, G1–G4). Reading only: nothing is resolved here. */
import type { Reference } from '../model/reference';
import type { Span, Spanned } from '../model/span';
import { type ChoiceItem, withChoices } from './choices';
import { phaseListAt } from './phaseList';
import { readItem, wordOf } from './referenceItem';
import { leadLength } from './referenceWords';
import { spannedSlice } from './spannedSlice';

/** Values that say there is no dependency: `None`, `None (root task)`, `N/A`, `-`, `—`, `No`. */
const nothing = /^[*_`]*(?:(?:none|n\/a|nil|no)(?![A-Za-z0-9-])|[-–—]+[*_`]*(?:$|[ \t]))/i;

/**
 * The references of one value: the value of a dependency field, one bullet below it, or the words in a Status.
 * `whole` false keeps free text out. Empty for "None" and for nothing.
 */
export function readReferences(
  value: Spanned<string>,
  via: Reference['via'],
  keepFreeText: boolean,
): readonly Reference[] {
  if (value.value === '' || nothing.test(value.value)) return [];
  let word: string | undefined;
  const items = splitItems(value).map((item): ChoiceItem => {
    const { references, joins } = readItem(item, via, word);
    word = wordOf(references.at(-1) ?? {});
    return { text: item.value, references, joins, isApart: item.isApart };
  });
  const firm = withChoices(items);
  if (firm.length > 0) return firm;
  return keepFreeText && /[\p{L}\p{N}]/u.test(value.value)
    ? [{ kind: 'free-text', text: value, item: value.span, via }]
    : [];
}

/** Rule G3: "(blocked by a, b)", "(after a)", "(awaiting a)", "(depends on a)" inside a Status value. */
export function readStatusReferences(value: Spanned<string>): readonly Reference[] {
  return [
    ...value.value.matchAll(
      /\((?:blocked by|after|awaiting|waiting (?:for|on)|depends on)[ \t]+([^()]*)\)/gi,
    ),
  ].flatMap((m) => {
    const start = value.span.start + m.index + m[0].indexOf(m[1] as string, 2);
    return readReferences(
      { value: m[1] as string, span: { start, end: start + (m[1] as string).length } },
      'status',
      false,
    );
  });
}

interface Item extends Spanned<string> {
  /** Behind a `;`. */
  readonly isApart: boolean;
}

/** Cut at `,` and `;` outside parentheses; a list of phases such as `Phases 1, 2 and 3` stays whole. */
function splitItems(value: Spanned<string>): readonly Item[] {
  const items: Item[] = [];
  let depth = 0;
  let from = 0;
  let whole = endOfPhases(value.value, 0);
  const push = (to: number) => {
    const item = spannedSlice(value.value, from, to);
    if (item.value !== '')
      items.push({
        value: item.value,
        span: shift(item.span, value.span.start),
        isApart: value.value.charAt(from - 1) === ';',
      });
    from = to + 1;
    whole = endOfPhases(value.value, from);
  };
  for (let i = 0; i < value.value.length; i++) {
    const c = value.value.charAt(i);
    if (c === '(') depth++;
    else if (c === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && i >= whole && (c === ',' || c === ';')) push(i);
  }
  push(value.value.length);
  return items;
}

/** Where the list of phases ends that an item starts with at `from`. */
function endOfPhases(text: string, from: number): number {
  const rest = text.slice(from);
  const lead = leadLength(rest);
  return from + lead + (phaseListAt(rest.slice(lead))?.length ?? 0);
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
