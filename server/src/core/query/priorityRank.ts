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
  minor: 3,
  lowest: 4,
  trivial: 4,
};

/** The rank that counts for a task whose Priority says nothing: between high and low. */
export const usualPriority = 2;

/** From 0, the most urgent; nothing for words that say nothing. Reads `P1`, `1`, `High (customer)`. */
export function priorityRank(text: string | undefined): number | undefined {
  const number = /(?:^|[^\w.])p?(\d)(?![\w.])/i.exec(text ?? '')?.[1];
  if (number !== undefined) return Number(number);
  const word = (text ?? '')
    .toLowerCase()
    .match(/[a-z]+/g)
    ?.find((each) => Object.hasOwn(words, each));
  return word === undefined ? undefined : words[word];
}
