/** Times in progress files and heartbeats, more forgiving than in the queue: hour 24, epochs (workflow 1.1, 1.2). */
import type { Spanned } from '../model/span';
import { readTime } from '../time/readTime';

const day = 86_400_000;
/** The end of the calendar: no later time can be written as a date. */
const lastMoment = 8.64e15;

/** Milliseconds since the epoch, nothing without a date; a date alone is its first moment. `24:30` is half past midnight of the next day. */
export function claimedTime(
  value: Spanned<string>,
  localOffsetMinutes: number | undefined,
): number | undefined {
  const late = /^([^\d]*\d{4}-\d{1,2}-\d{1,2}[T \t]+)24(:\d{2})/.exec(value.value);
  const text = late ? value.value.replace(/24:/, '00:') : value.value;
  const time = readTime({ value: text, span: value.span }, localOffsetMinutes);
  return time && time.earliest + (late ? day : 0);
}

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
