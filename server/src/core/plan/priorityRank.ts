/** How urgent the words of a Priority field are. */

const words: Readonly<Record<string, number>> = {
  critical: 0,
  blocker: 0,
  urgent: 0,
  highest: 0,
  high: 1,
  medium: 2,
  normal: 2,
  moderate: 2,
  low: 3,
  lowest: 4,
  minor: 3,
  trivial: 4,
};

/** Between high and low: what a task has that says nothing. */
export const usualPriority = 2;

/** From 0, the most urgent; {@link usualPriority} for nothing and for words that say nothing. `P1`, `1`, `High (…)`. */
export function priorityRank(text: string | undefined): number {
  const number = /(?:^|[^\w.])p?(\d)(?![\w.])/i.exec(text ?? '')?.[1];
  if (number !== undefined) return Number(number);
  const word = (text ?? '')
    .toLowerCase()
    .match(/[a-z]+/g)
    ?.find((each) => each in words);
  return word === undefined ? usualPriority : (words[word] ?? usualPriority);
}
