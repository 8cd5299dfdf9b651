/** Where something stands in a text. Not line/column: `text/lineTable.ts` converts at the edges. */

/** A half-open range of UTF-16 offsets into the text that was read, BOM included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value together with the exact place it was read from. */
export interface Spanned<T> {
  readonly value: T;
  readonly span: Span;
}

/** True when `inner` lies in `outer`; they may share their borders, and an empty one lies in what it touches. */
export function holdsSpan(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True when both start and end at the same offsets. */
export function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** True when `offset` lies in `span`; the end counts, so that a cursor behind the last letter still hits. */
export function spanTouches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
