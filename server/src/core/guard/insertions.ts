/** Edits that only add: where in the text, and what. Several at one place go in one after the other. */

export interface Insertion {
  /** Offset in the text that they were made for. */
  readonly at: number;
  readonly text: string;
}

/** The text with everything inserted. */
export function applyInsertions(text: string, insertions: readonly Insertion[]): string {
  let from = 0;
  let result = '';
  for (const { at, text: added } of insertions) {
    result += text.slice(from, at) + added;
    from = at;
  }
  return result + text.slice(from);
}

/** In the order of the text; those of one place joined, in the order they came. */
export function joinInsertions(insertions: readonly Insertion[]): readonly Insertion[] {
  const byPlace = new Map<number, string>();
  for (const { at, text } of insertions) byPlace.set(at, (byPlace.get(at) ?? '') + text);
  return [...byPlace].map(([at, text]) => ({ at, text })).sort((a, b) => a.at - b.at);
}

/** Both as one: `second` was made for the text that `first` gives. */
export function composeInsertions(
  first: readonly Insertion[],
  second: readonly Insertion[],
): readonly Insertion[] {
  const composed: Insertion[] = [];
  let shift = 0;
  let next = 0;
  /** Puts what `second` adds inside of `text`, which begins at `start` of the text in between. */
  const within = (text: string, start: number): string => {
    const end = start + text.length;
    let result = '';
    let from = start;
    for (let add = second[next]; add !== undefined && add.at <= end; add = second[++next]) {
      result += text.slice(from - start, add.at - start) + add.text;
      from = add.at;
    }
    return result + text.slice(from - start);
  };
  for (const { at, text } of first) {
    for (let add = second[next]; add !== undefined && add.at < at + shift; add = second[++next])
      composed.push({ at: add.at - shift, text: add.text });
    composed.push({ at, text: within(text, at + shift) });
    shift += text.length;
  }
  composed.push(...second.slice(next).map(({ at, text }) => ({ at: at - shift, text })));
  return joinInsertions(composed);
}
