/** Task ids in coordinator notes: which words of a sentence are one, and which id an item is about. */
import { hasDigit, idAtStart, idsInText } from '../../dialect/taskId';

/**
 * Ids of a text with their offsets. In prose they need a digit: "sign-in" is no task. Keys of sessions hold none.
 */
export function idsIn(text: string): readonly { readonly id: string; readonly start: number }[] {
  const masked = text
    .replace(/agent:[\w-]+:(?:subagent|cron):[\w-]+/gi, blank)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{13,}/gi, blank);
  return idsInText(masked).filter(({ id }) => hasDigit(id) && !layer.test(id));
}

/** `L2-rejected`, `layer2-check`: a stage of validation. */
const layer = /^l(?:ayer)?\d-/i;

function blank(text: string): string {
  return ' '.repeat(text.length);
}

/** The id an item begins with. One without a digit has to be all that is bold, or all of a code span. */
export function leadingId(said: string): string | undefined {
  const marks = /^[*_`~]*/.exec(said)?.[0] ?? '';
  const rest = said.slice(marks.length);
  const id = idAtStart(rest);
  if (id === undefined || hasDigit(id)) return id;
  return marks !== '' && /^:?[*_`]/.test(rest.slice(id.length)) && isPlainName(id) ? id : undefined;
}

/** The id of a heading: the first in it, or one without a digit where it is all that the heading names. */
export function titleId(said: string): string | undefined {
  const named =
    /(?:^|:[ \t]+)[*_`]*([a-z][\w.]*(?:-[\w.]+)+)[*_`]*(?=$|:|[ \t]*[^\w\s'"/,]|[ \t]+-)/.exec(
      said,
    )?.[1];
  const plain = named !== undefined && isPlainName(named) ? idAtStart(named) : undefined;
  return leadingId(said) ?? idsIn(said)[0]?.id ?? plain;
}

/** The id a value begins with, where a field says that its value is one. It needs no digit. */
export function statedId(value: string): string | undefined {
  const id = idAtStart(value.replace(/^[*_`~]+/, ''));
  return id !== undefined && (hasDigit(id) || isPlainName(id)) ? id : undefined;
}

/**
 * Ids without a digit are written small, or are long and begin with a word in capitals: `PHASE-E-cleanup`. A word that
 * English joins with a hyphen is none.
 */
export function isPlainName(id: string): boolean {
  const isWritten = id === id.toLowerCase() || (/^[A-Z]{2,}-/.test(id) && id.split('-').length > 2);
  return isWritten && !joined.test(id);
}

const joined =
  /^(?:sub|re|co|pre|post|non|multi|self|auto|high|low|long|short|one|two|three|single|full|half|top|well|in|on|off|up|out|by|end|step|near|real|open|follow|sign|log|set|back|clean|work|person|cross|fresh|layer)-/;
