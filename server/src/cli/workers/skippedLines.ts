/** What a batch leaves for later, as lines. Pure. */

interface Skipped {
  readonly id: string;
  readonly why: string;
}

/** From so many on, tasks that are left for one reason share a line. */
const sharedFrom = 4;
/** How many of them it names; `--json` names all. */
const namedInLine = 3;

/** A line for each task, or for each reason that many share; in the order in which reasons come up. */
export function skippedLines(skipped: readonly Skipped[]): readonly string[] {
  return [...new Set(skipped.map(({ why }) => why))].flatMap((why) => {
    const ids = skipped.filter((one) => one.why === why).map(({ id }) => id);
    if (ids.length < sharedFrom) return ids.map((id) => `${id}: ${why}`);
    const named = ids.slice(0, namedInLine).join(', ');
    return [`${named} and ${ids.length - namedInLine} more: ${why}`];
  });
}
