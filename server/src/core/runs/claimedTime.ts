/** Times in progress files and heartbeats, more forgiving than in the queue: other dates, hour 24, epochs (workflow 1.1, 1.2). */
import type { Spanned } from '../model/span';
import { readTime } from '../time/readTime';
import { inUsualWords } from './usualTimeWords';

const day = 86_400_000;
/** The end of the calendar: no later time can be written as a date. */
const lastMoment = 8.64e15;

/**
 * Milliseconds since the epoch, nothing without a date; a date alone is its first moment. `24:30` is half past midnight
 * of the next day. Where a clock follows that cannot be read, there is no time: its midnight would be hours off.
 */
export function claimedTime(
  value: Spanned<string>,
  localOffsetMinutes: number | undefined,
): number | undefined {
  const { text, isNextDay } = inUsualWords(value.value);
  const time = readTime({ value: text, span: value.span }, localOffsetMinutes);
  if (time === undefined) return undefined;
  const [, behind = ''] = text.split(time.text.value, 2);
  if (time.earliest !== time.latest && unreadClock.test(behind)) return undefined;
  return time.earliest + (isNextDay ? day : 0);
}

/** Behind a date: a clock in a form of its own, such as `1612` or `16h12`. */
const unreadClock = /^(?:[^\w\n]|\bat\b){0,4}\d{1,2}[.:h]?\d{2}\b/;

/** A JSON value as a time: ISO text, text with a zone, seconds or milliseconds since the epoch. */
export function jsonTime(
  value: unknown,
  localOffsetMinutes: number | undefined,
): number | undefined {
  if (typeof value === 'number') {
    const time = value < 1e11 ? value * 1000 : value;
    return value > 0 && time <= lastMoment ? time : undefined;
  }
  if (typeof value !== 'string') return undefined;
  if (/^\d{10}(?:\d{3})?$/.test(value)) return jsonTime(Number(value), localOffsetMinutes);
  return claimedTime({ value, span: { start: 0, end: value.length } }, localOffsetMinutes);
}
