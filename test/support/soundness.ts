/** What holds for every reading of every text: ranges in bounds, in order and true; findings that say something. */
import { documentSymbols, type SymbolNode } from '../../server/src/core/features/documentSymbols';
import { queueOutline } from '../../server/src/core/features/queueOutline';
import type { Declaration, Mirror } from '../../server/src/core/model/declaration';
import type { Span, Spanned } from '../../server/src/core/model/span';
import { maskText } from '../../server/src/core/parse/mask';
import { rawLinesOf } from '../../server/src/core/parse/lines';
import type { CheckedQueue } from './checkedQueue';

/** Throws, naming what is wrong, unless everything holds. */
export function expectSound({ document, state, findings }: CheckedQueue): void {
  const { text } = document;
  const masked = document.coverage === 'full' ? expectSoundMask(text) : text;
  const within = (span: Span, what: string): void => {
    const ok =
      Number.isInteger(span.start) &&
      Number.isInteger(span.end) &&
      0 <= span.start &&
      span.start <= span.end &&
      span.end <= text.length;
    if (!ok) throw new Error(`${what}: ${span.start}-${span.end} of ${text.length}`);
  };
  const slices = (spanned: Spanned<string>, what: string): void => {
    within(spanned.span, what);
    const slice = masked.slice(spanned.span.start, spanned.span.end);
    if (slice !== spanned.value) {
      throw new Error(`${what}: ${JSON.stringify(spanned.value)} at ${JSON.stringify(slice)}`);
    }
  };
  const inside = (inner: Span, outer: Span, what: string): void => {
    if (inner.start < outer.start || inner.end > outer.end) {
      throw new Error(`${what}: ${inner.start}-${inner.end} outside ${outer.start}-${outer.end}`);
    }
  };

  for (const group of document.groups) {
    within(group.line, 'group line');
    within(group.block, 'group block');
    inside(group.line, group.block, 'group line in its block');
    slices(group.title, 'group title');
    if (group.id) slices(group.id, 'group id');
    if (group.parent >= group.index) throw new Error('a group under itself or a later one');
  }
  for (const declaration of document.declarations) {
    expectSoundDeclaration(declaration);
    if (declaration.group >= document.groups.length) throw new Error('no such group');
  }
  for (const mirror of document.mirrors) expectSoundOccurrence(mirror);
  expectInOrder(document.declarations, 'declarations');
  expectInOrder(document.mirrors, 'mirrors');
  for (const problem of document.problems) within(problem.span, problem.code);
  if (document.slots) {
    const { slots } = document;
    for (const { line } of [slots, ...slots.secondary]) within(line, 'slot line');
    for (const claim of slots.claims) slices(claim.id, 'claimed id');
  }
  for (const finding of findings) {
    within(finding.span, finding.code);
    if (finding.message.trim() === '') throw new Error(`${finding.code} says nothing`);
    for (const place of finding.related) {
      if (place.uri === document.uri) within(place.span, `${finding.code}, related`);
      else if (!state.documents.has(place.uri)) throw new Error(`related to ${place.uri}`);
    }
  }
  const expectSoundSymbol = (symbol: SymbolNode): void => {
    within(symbol.span, 'symbol');
    inside(symbol.selectionSpan, symbol.span, 'symbol selection');
    if (symbol.name === '') throw new Error('a symbol without a name');
    for (const child of symbol.children) {
      inside(child.span, symbol.span, 'child symbol');
      expectSoundSymbol(child);
    }
  };
  documentSymbols(document).forEach(expectSoundSymbol);
  if (queueOutline(state, document.uri) === undefined) throw new Error('no outline');

  function expectSoundOccurrence(occurrence: Declaration | Mirror): void {
    const { id, line, status } = occurrence;
    slices(id, 'id');
    within(line, 'line');
    if (status.text) within(status.text.span, 'status');
  }

  function expectSoundDeclaration(declaration: Declaration): void {
    expectSoundOccurrence(declaration);
    within(declaration.block, 'block');
    inside(declaration.line, declaration.block, 'line in its block');
    inside(declaration.id.span, declaration.block, 'id in its block');
    if (declaration.title) slices(declaration.title, 'title');
    if (declaration.mark) within(declaration.mark.span, 'mark');
    for (const field of declaration.fields) {
      within(field.line, 'field line');
      slices(field.name, 'field name');
      slices(field.value, 'field value');
      for (const item of field.items) slices(item, 'field item');
    }
    for (const reference of declaration.references) {
      within(reference.item, 'reference item');
      slices(reference.text, 'reference');
      inside(reference.text.span, reference.item, 'reference in its item');
    }
    for (const item of declaration.subTasks) slices(item.id, 'sub-task');
    const { total, ticked } = declaration.boxes;
    if (ticked > total) throw new Error('more boxes ticked than there are');
  }
}

/** As long as the text and broken into lines where it is; a glued heading adds a break, literal `\n` become breaks. */
function expectSoundMask(text: string): string {
  const { masked, problems } = maskText(text);
  if (masked.length !== text.length) throw new Error('the mask is longer or shorter than the text');
  const added = new Set(
    problems.filter((p) => p.code === 'glued-heading').map((p) => p.span.start),
  );
  const isLiteral = problems.some((p) => p.code === 'literal-newlines');
  const breaks = new Set(rawLinesOf(text).map((line) => line.end));
  const inMask = rawLinesOf(masked).map((line) => line.end);
  for (const end of inMask) {
    const isAdded = added.has(end) || (isLiteral && text.slice(end - 1, end + 1) === '\\n');
    if (!breaks.delete(end) && !isAdded) throw new Error(`the mask breaks a line at ${end}`);
  }
  if (breaks.size > 0) throw new Error(`the mask joins lines at ${[...breaks].join(', ')}`);
  return masked;
}

function expectInOrder(list: readonly { readonly line: Span }[], what: string): void {
  list.forEach(({ line }, i) => {
    if (line.start < (list[i - 1]?.line.start ?? 0)) throw new Error(`${what} are out of order`);
  });
}
