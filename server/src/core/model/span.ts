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

/** True when `offset` lies in `span`; the end counts, so that a cursor behind the last letter still hits. */
export function spanTouches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
