/** Undoing insertions: what must be left is the text that they were made for. */
import type { Insertion } from '../../server/src/core/guard/insertions';

/** Cuts every insertion out again; throws where another text stands. */
export function withoutInsertions(text: string, insertions: readonly Insertion[]): string {
  let shift = 0;
  let rest = '';
  let from = 0;
  for (const { at, text: added } of insertions) {
    const start = at + shift;
    if (text.slice(start, start + added.length) !== added)
      throw new Error(`At ${start} something else was inserted.`);
    rest += text.slice(from, start);
    from = start + added.length;
    shift += added.length;
  }
  return rest + text.slice(from);
}
