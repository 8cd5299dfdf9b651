/** Statuses in prose: the first class whose words occur anywhere in the value wins (workflow 1.1). Emoji never decide. */
import { statusOfWords } from '../dialect/statusLexicon';
import type { Status } from '../model/status';
import { stripEmoji } from '../text/emoji';

const classes: readonly (readonly [Exclude<Status, 'unknown'>, RegExp])[] = [
  ['cancelled', /\b(?:superseded|obsolete|archived|abandoned|cancell?ed)\b/],
  ['blocked', /\b(?:blocked(?:-\w+)?|on[ -]hold)\b/],
  ['failed', /\b(?:failed|rejected|needs[ -](?:fix|rework)|validation[ -]failed)\b/],
  ['self-validated', /\b(?:self|manager|l2)[ -]validated\b/],
  [
    'needs-validation',
    /\b(?:needs[ -](?:re)?-?(?:validation|verification)|(?:ready|sent) (?:for|to)(?: l[23]| layer [23])? ?(?:validation|verification|validator|review)|(?:claiming|claimed)[ -]complete|awaiting[ -](?:validation|verification))\b/,
  ],
  ['validated', /\b(?:l3[ -])?validated\b/],
  [
    'in-progress',
    /\b(?:in[ _-]progress|working|running|partial(?:ly)?|incomplete|near[ -]completion|active)\b/,
  ],
  ['complete', /\b(?:completed?|done|verified|success(?:ful)?|merged|finished|fixed)\b/],
  ['pending', /\b(?:pending|queued|not[ -]started|open|ready|to-?do|planned)\b/],
];

/** The status of a sentence-like value; nothing when no word of it is known. */
export function proseStatus(text: string): Status | undefined {
  const words = stripEmoji(text.replace(/[*_`~]/g, (c) => (c === '_' ? c : ''))).toLowerCase();
  const whole = statusOfWords(words);
  if (whole !== undefined) return whole;
  return classes.find(([, pattern]) => pattern.test(words))?.[0];
}

/** True when the text begins with a status word: "complete, all boxes ticked". */
export function startsWithStatus(text: string): boolean {
  const words = stripEmoji(text.replace(/[*_`~]/g, '')).toLowerCase();
  return classes.some(([, pattern]) => pattern.exec(words)?.index === 0);
}
