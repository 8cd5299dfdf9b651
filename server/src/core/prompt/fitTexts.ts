/** Making texts short enough together: the longest lose first. */

export interface FittedText {
  readonly text: string;
  /** Units that are not there any more. */
  readonly cut: number;
}

/** The texts with at most `room` units in all; each that is cut is cut at the end of a line where one is near. */
export function fitTexts(texts: readonly string[], room: number): readonly FittedText[] {
  const limit = limitFor(
    texts.map((text) => text.length),
    Math.max(0, room),
  );
  return texts.map((text) => {
    if (text.length <= limit) return { text, cut: 0 };
    const kept = cleanEnd(text.slice(0, limit));
    return { text: kept, cut: text.length - kept.length };
  });
}

/** The greatest length for one text such that all of them fit. */
function limitFor(lengths: readonly number[], room: number): number {
  const ascending = [...lengths].sort((a, b) => a - b);
  let left = room;
  for (const [i, length] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - i));
    if (length > share) return share;
    left -= length;
  }
  return Infinity;
}

function cleanEnd(text: string): string {
  const line = text.lastIndexOf('\n');
  const kept = line > text.length - 200 ? text.slice(0, Math.max(0, line)) : text;
  // Half of a pair is no character.
  return kept.replace(/[\ud800-\udbff]$/, '').trimEnd();
}
