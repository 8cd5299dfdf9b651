/** The words of a status value as the phrases are matched against them: one case, single blanks, nothing that decorates. */

const hyphens = /[-_\u2010-\u2015]+/g;
const emoji =
  /[\p{Extended_Pictographic}\u2713\u2717\u2718\u20e3\ufe0e\ufe0f\u200d\u{1f3fb}-\u{1f3ff}]/gu;

/** Lower case without emphasis, quotes, brackets and emoji; `_`, hyphens and blanks are all one blank, apostrophes are gone. */
export function foldWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(emoji, ' ')
    .replace(hyphens, ' ')
    .replace(/[*`~"“”[\]{}<>]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const between =
  '(?: (?:yet|been|being|fully|quite|entirely|completely|currently|really|any|all|a))*';
const negated = new RegExp(
  `(?<![\\w/])(?:(?:no longer|not|no|never|without|non|isnt|arent|wasnt|hasnt|havent|cannot|cant|unable to` +
    `|(?:to|will|must|should|can|could|has to|needs to) be)${between}|^(?:0|zero)|0(?= (?:failed|failing|blocked|pending|open)\\b))` +
    ` [\\w/]+(?: (?:or|nor) [\\w/]+)*`,
  'g',
);
const notStarted = new RegExp(`\\b(?:not|hasnt|havent|isnt|never)${between} started\\b`, 'g');

/** Folded words without those that are denied or still to come: "no failed tests" holds no `failed`. Not started is queued. */
export function withoutDenied(folded: string): string {
  return folded.replace(notStarted, 'queued').replace(negated, ' ').replace(/\s+/g, ' ').trim();
}

const finished = '(?:completed?|done|finished|validated|verified|merged|fixed)';
const nearly = new RegExp(`\\b(?:mostly|almost|nearly|largely|partial(?:ly)?) ${finished}\\b`, 'g');
const share = new RegExp(
  `(?<![\\w.])(?:(\\d{1,3})(?:\\.\\d+)? ?%|(\\d{1,4}) ?/ ?(\\d{1,4}))((?: \\w+){0,2}) ${finished}\\b`,
  'g',
);

/** Folded words in which "almost done", "90 % complete" and "3/5 tasks done" are `partial`, but "5/5 done" stays what it is. */
export function withPartsAsPartial(folded: string): string {
  return folded
    .replace(nearly, 'partial')
    .replace(share, (whole, percent?: string, part?: string, total?: string) =>
      (percent === undefined ? Number(part) < Number(total) : Number(percent) < 100)
        ? 'partial'
        : whole,
    );
}
