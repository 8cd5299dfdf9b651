/** What a dependency value refers to (dialect 3.6, G1–G4). Reading only: nothing is resolved here. */
import type { Annotation, Reference } from '../model/reference';
import type { Span, Spanned } from '../model/span';
import { leadingEmojiLength } from '../text/emoji';
import { spannedSlice } from './spannedSlice';
import { idAtStart } from './taskId';

/** Values that say there is no dependency: `None`, `None (root task)`, `N/A`, `-`, `—`, `No`. */
const nothing = /^[*_`]*(?:(?:none|n\/a|nil|no)(?![A-Za-z0-9-])|[-–—]+[*_`]*(?:$|[ \t]))/i;
const decoration = /^(?:[*_`~[\]]|\[[ xX]\])+[ \t]*/;
const phase =
  /^(phase|wave|stage)s?[ \t]+(-?\d+(?:\.\d+)*|[A-Z](?![A-Za-z]))(?:[ \t]*(?:-|–|to|through)[ \t]*(\d+(?:\.\d+)*|[A-Z](?![A-Za-z])))?/i;
const rangeJoin = /^[*_`]*[ \t]*(?:through|thru|to|\.\.\.?|–|→)[ \t]*[*_`]*/i;
const alsoJoin = /^[*_`]*[ \t]*(?:and|&|\+)[ \t]+[*_`]*/i;

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
  const items = splitItems(value);
  const found = items.flatMap((item) => readItem(item, via));
  const firm = found.filter((r) => r.kind !== 'free-text');
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

/** Cut at `,` and `;` outside parentheses. */
function splitItems(value: Spanned<string>): readonly Spanned<string>[] {
  const items: Spanned<string>[] = [];
  let depth = 0;
  let from = 0;
  const push = (to: number) => {
    const item = spannedSlice(value.value, from, to);
    if (item.value !== '')
      items.push({ value: item.value, span: shift(item.span, value.span.start) });
    from = to + 1;
  };
  for (let i = 0; i < value.value.length; i++) {
    const c = value.value.charAt(i);
    if (c === '(') depth++;
    else if (c === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (c === ',' || c === ';')) push(i);
  }
  push(value.value.length);
  return items;
}

function readItem(item: Spanned<string>, via: Reference['via']): readonly Reference[] {
  const lead = skipDecoration(item.value);
  const body = item.value.slice(lead);
  const annotation = readAnnotation(item.value);
  const at = item.span.start + lead;
  const common = { item: item.span, via, ...(annotation ? { annotation } : {}) };
  const named = phase.exec(body);
  if (named)
    return [
      {
        ...common,
        kind: 'phase',
        text: { value: named[0], span: { start: at, end: at + named[0].length } },
      },
    ];
  const first = idAtStart(body);
  if (first === undefined) return [{ ...common, kind: 'free-text', text: item }];
  const rest = body.slice(first.length);
  const range = rangeJoin.exec(rest);
  const last = range ? idAtStart(rest.slice(range[0].length)) : undefined;
  if (range && last !== undefined) {
    const length = first.length + range[0].length + last.length;
    return [
      {
        ...common,
        kind: 'range',
        range: { first, last },
        text: { value: body.slice(0, length), span: { start: at, end: at + length } },
      },
    ];
  }
  const one: Reference = {
    ...common,
    kind: 'id',
    text: { value: first, span: { start: at, end: at + first.length } },
  };
  const also = alsoJoin.exec(rest);
  const next = also ? first.length + also[0].length : -1;
  if (next < 0 || idAtStart(body.slice(next)) === undefined) return [one];
  return [
    one,
    ...readItem({ value: body.slice(next), span: { start: at + next, end: item.span.end } }, via),
  ];
}

function skipDecoration(text: string): number {
  let at = 0;
  for (;;) {
    const rest = text.slice(at);
    const step = leadingEmojiLength(rest) || (decoration.exec(rest)?.[0].length ?? 0);
    if (step === 0) return at;
    at += step;
  }
}

/** Rule G2. An emoji counts anywhere in the item, words only in parentheses. */
function readAnnotation(item: string): Annotation | undefined {
  if (/[❌✗✘]/u.test(item)) return 'not-done';
  if (/[✅✔☑]/u.test(item)) return 'done';
  const note = [...item.matchAll(/\(([^()]*)\)/g)]
    .map((m) => (m[1] as string).toLowerCase())
    .join(' ');
  if (/\b(?:not|isn't|in)[ -](?:yet[ -])?(?:complete|completed|done|verified|started)\b/.test(note))
    return 'open';
  if (/⏳|🔄/u.test(item) || /\b(?:pending|in[- ]progress)\b/.test(note)) return 'open';
  return /(?:^|[-–—,:(]|\bboth|\ball)[ \t]*(?:completed?|done|verified)\b/.test(note)
    ? 'done'
    : undefined;
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
