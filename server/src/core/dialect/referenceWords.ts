/** The words around what a dependency names: marks, "completion of", "all … tasks", "is done" (dialect 3.6, G1). */
import { leadingEmojiLength } from '../text/emoji';
import { leadLengthOf } from '../text/leadLengthOf';
import { phaseListAt } from './phaseList';
import { hasDigit, idAtStart } from './taskId';

const decoration = /^(?:[*_`~[\]]|\[[ xX]\])+[ \t]*/;
const choiceBefore =
  /^(?:or|either|(?:at least )?(?:one|any)(?: one)? of(?: these| the following)?)(?::|(?=[ \t]))[ \t]*/i;
const joinBefore = /^(?:and|&|\+|plus)[ \t]+/i;
const remark =
  /^[ \t]*(?:[*_`~[\]]+|\([^()]*\)|(?:is|are|has|have|been|be|must|tasks?|both|all|completed?|completion|done|finished|verified|validated)\b)/i;
/** `completion of`, `after all the tasks in`: words that ask for the whole of what follows, one of `decisive` among them. */
const small =
  /^(?:(?:after|once|when|awaiting|wait(?:s|ing)? (?:for|on)|upon|on|full|completion|completing|end|finish(?:ing)?|all|every|each|everything|whole|entire|both|other|remaining|tasks?|jobs?|items?|work|the|of|in|from|under)[ \t]+)+/i;
const decisive =
  /\b(?:after|once|when|awaiting|wait\w*|completi\w+|end|finish\w*|all|every\w*|each|whole|entire|both|tasks?|the)\b/i;
/** What may stand behind an id and its remark: the end, or what joins a further one. */
const closing = /^[ \t]*(?:$|[,;&+/]|(?:and|to|through)\b|\.\.)/i;
const begins = /\b(?:starts?|started|starting|begins?|began|begun|kick(?:s|ed)?[- ]?off)\b/i;

/** How many UTF-16 units of emoji, boxes, bold and the like `text` starts with. */
function decorationLength(text: string): number {
  return leadLengthOf(text, decoration);
}

/**
 * How much of `text` stands before what it names: decoration, an "and" left over from a list with commas, and words
 * that ask for all of it.
 */
export function leadLength(text: string): number {
  let at = decorationLength(text);
  const choice = choiceBefore.exec(text.slice(at))?.[0].length ?? 0;
  if (choice > 0) at += choice + decorationLength(text.slice(at + choice));
  const join = joinBefore.exec(text.slice(at))?.[0].length ?? 0;
  if (join > 0) at += join + decorationLength(text.slice(at + join));
  return at + wholeLength(text.slice(at));
}

/** What the words before an item make of it: one more alternative, or the first of several. Nothing for others. */
export function choiceWordOf(text: string): 'or' | 'either' | 'one of' | undefined {
  const words = choiceBefore.exec(text.slice(decorationLength(text)))?.[0];
  if (words === undefined) return undefined;
  return /^or/i.test(words) ? 'or' : /^either/i.test(words) ? 'either' : 'one of';
}

/** True for an item that only goes on with a list: `and b-2`. */
export function isJoined(text: string): boolean {
  return joinBefore.test(text.slice(decorationLength(text)));
}

/** Only before a phase or, since "after sign-off" names no task, an id with a digit and nothing but a remark behind it. */
function wholeLength(text: string): number {
  const words = small.exec(text)?.[0] ?? '';
  if (!decisive.test(words)) return 0;
  const length = words.length + decorationLength(text.slice(words.length));
  const named = text.slice(length);
  if (phaseListAt(named)) return begins.test(/^[^,;]{0,200}/.exec(named)?.[0] ?? '') ? 0 : length;
  const id = idAtStart(named);
  if (id === undefined || !hasDigit(id)) return 0;
  const rest = named.slice(id.length);
  return closing.test(rest.slice(remarkLength(rest))) ? length : 0;
}

/** How much of `text` only says how far the thing before it is. */
export function remarkLength(text: string): number {
  let at = 0;
  for (;;) {
    const rest = text.slice(at);
    const blank = /^[ \t]*/.exec(rest)?.[0].length ?? 0;
    const emoji = leadingEmojiLength(rest);
    const step = emoji > blank ? emoji : (remark.exec(rest)?.[0].length ?? 0);
    if (step === 0) return text.slice(0, at).trimEnd().length;
    at += step;
  }
}
