/** The words validators use for their verdict (workflow 1.4, 1.6). */

export type VerdictWord = 'pass' | 'fail' | 'partial' | 'unknown';

const words: readonly (readonly [Exclude<VerdictWord, 'unknown'>, RegExp])[] = [
  ['partial', /\b(?:partial(?:ly)?|conditional(?:ly)?|caveats?)\b/i],
  ['fail', /\b(?:fail(?:ed|ure)?|reject(?:ed)?|not[ -]pass(?:ed)?|blocked)\b/i],
  ['pass', /\b(?:pass(?:ed)?|approved?|validated|verified|success(?:ful)?)\b/i],
];

/** The verdict of a phrase: a condition beats a fail, a fail beats a pass. Nothing when no word of it is known. */
export function verdictOfWords(text: string): VerdictWord | undefined {
  return words.find(([, pattern]) => pattern.test(text))?.[0];
}
