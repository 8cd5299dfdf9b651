/** Priorities as people write them, as numbers to sort by: 0 is the most urgent. */

const words: readonly (readonly [number, RegExp])[] = [
  [0, /\b(?:critical|blocker|urgent|highest)\b/i],
  [1, /\bhigh\b/i],
  [2, /\b(?:medium|normal|moderate)\b/i],
  [3, /\blow\b/i],
];

/** `P0` and `critical` are 0, `P1` and `high` 1, …; what says nothing stands in the middle. */
export function readPriority(text: string | undefined): number {
  const number = /\bP(\d)\b/i.exec(text ?? '')?.[1];
  if (number !== undefined) return Number(number);
  return words.find(([, pattern]) => pattern.test(text ?? ''))?.[0] ?? 2;
}
