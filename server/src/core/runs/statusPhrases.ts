/**
 * The phrases that mean a status in prose (workflow 1.1). `within` counts anywhere in a clause; `leading` only as its first
 * word, because elsewhere it is about something else: "the server is running", "ready for production", "bug fixed".
 */
import { statusOfWords } from '../dialect/statusLexicon';
import type { Status } from '../model/status';

interface Phrases {
  readonly status: Exclude<Status, 'unknown'>;
  readonly within?: RegExp;
  readonly leading?: RegExp;
}

const checking = '(?:re ?)?(?:validation|verification|validator|review)';
const needsValidation = new RegExp(
  `\\b(?:needs? (?:\\w+ )?${checking}|(?:ready|sent|submitted) (?:for|to) (?:[\\w/]+ ){0,3}?${checking}|ready for (?:l|layer )[23]` +
    `|claim(?:ing|ed) complete|await(?:s|ing) (?:\\w+ ){0,2}?${checking}|pending (?:\\w+ )?${checking}|${checking} pending|in review)\\b`,
);

/** The first class wins within a clause. */
const classes: readonly Phrases[] = [
  {
    status: 'cancelled',
    within: /\b(?:superseded|obsolete|archived|abandoned|cancell?ed)\b/,
  },
  { status: 'blocked', within: /\b(?:blocked|on hold)\b/ },
  {
    status: 'failed',
    within: /\b(?:failed|rejected|needs (?:fix|fixes|rework))\b/,
    leading: /^fail(?:s|ing|ure)?\b/,
  },
  {
    status: 'self-validated',
    within:
      /\b(?:(?:self|manager|l2|layer 2) validated|(?:l2|layer 2) (?:validation )?pass(?:ed)?)\b/,
  },
  { status: 'needs-validation', within: needsValidation },
  {
    status: 'validated',
    // A bare "passed" may be that of a test; a bare "fail" leaves the task unfinished whatever failed.
    within:
      /\b(?:validated|validation pass(?:ed)?|passed (?:\w+ )?validation|(?:l3|layer 3) pass(?:ed)?)\b/,
  },
  {
    status: 'in-progress',
    within: /\b(?:in ?progress|partial(?:ly)?|incomplete|near(?:ing)? completion|wip|underway)\b/,
    leading:
      /^(?:working(?! as\b)|running|active|start(?:ed|ing)|fixing|debugging|investigating|retrying)\b/,
  },
  {
    status: 'complete',
    within: /\b(?:completed?|done|verified|merged|finished)\b/,
    leading: /^(?:success(?:ful)?|fixed)\b/,
  },
  {
    status: 'pending',
    within: /\b(?:pending|queued|to ?do|planned)\b/,
    leading: /^(?:open|ready(?! (?:for|to)\b))\b/,
  },
];

const filler =
  /^(?:(?:task|work|worker|agent|implementation|all|everything|already|fully|now|still|currently|actively|successfully|is|i am|im) )+/;

/** True when the clause asks for a check of the work, whatever else it says. */
export function asksForValidation(folded: string): boolean {
  return needsValidation.test(folded);
}

/** The status a folded clause begins with; "currently working on it" begins with `working`. */
export function leadingStatus(folded: string): Status | undefined {
  const starts = (text: string) =>
    classes.find((c) => c.leading?.test(text) === true || c.within?.exec(text)?.index === 0)
      ?.status;
  return starts(folded) ?? starts(folded.replace(filler, ''));
}

/** The status of a folded clause; a word at its start beats the others. */
export function clauseStatus(folded: string): Status | undefined {
  return (
    leadingStatus(folded) ??
    classes.find((c) => c.within?.test(folded))?.status ??
    statusOfWords(folded)
  );
}

/** The status of a folded clause that is nothing but a status: "all done", not "the page is done". */
export function wholeStatus(folded: string): Status | undefined {
  const bare = folded.replace(filler, '');
  return statusOfWords(bare) === undefined ? undefined : clauseStatus(bare);
}
