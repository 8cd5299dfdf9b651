/** Times as people and agents write them: `2026-02-14 13:15 EST`, a date only, 12-hour clocks, ISO (dialect 3.9, T1). */
import type { Spanned } from '../model/span';

export interface WrittenTime {
  /** Earliest and latest moment that the words can mean, in ms since the epoch; equal for an exact time. */
  readonly earliest: number;
  readonly latest: number;
  /** Why only the date counts: a placeholder such as `HH:MM`, or a time of day that does not exist. */
  readonly malformed: 'placeholder' | 'impossible' | undefined;
  /** The words, within the value. */
  readonly text: Spanned<string>;
}

/** Minutes east of UTC. */
const zones: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  BST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  SGT: 480,
  HKT: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
};

/** What stands between date and clock: `T`, blanks, a comma, a dash between blanks, `at`, `@`. */
const between = String.raw`T|[ \t]*(?:,|@|[–—]|[ \t]-(?=[ \t])|\bat\b)[ \t]*|[ \t]+`;
const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?[ \t]*([AP]M)?`;
const unfilled = String.raw`([HX?]{1,2}:[MX?]{1,2}(?::SS)?)`;
const zone = String.raw`Z|(?:UTC|GMT)[+-]\d{1,2}(?::?\d{2})?|[+-]\d{2}:?\d{2}|[A-Z]{2,4}`;
const pattern = new RegExp(
  String.raw`(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:${between})(?:${clock}|${unfilled})(?:[ \t]*(?:\((${zone})\)|(${zone})\b))?)?`,
  'i',
);

const minute = 60_000;
const day = 24 * 60 * minute;
/** A time whose zone nobody named lies somewhere between these two. */
const widestZones = { east: 14 * 60, west: -12 * 60 };
/** `ET` is EST in winter and EDT in summer. */
const americanZone = /^([ECMP])T$/i;

/**
 * The first time in `value`, or nothing when there is no date. Without a zone the local one counts; where that is not
 * known either, the range covers every zone. A date alone covers its whole day.
 */
export function readTime(
  value: Spanned<string>,
  localOffsetMinutes: number | undefined,
): WrittenTime | undefined {
  const match = pattern.exec(value.value);
  if (!match) return undefined;
  const [whole, year, month, date, hours, minutes, seconds, meridiem, placeholder] = match;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(date));
  if (new Date(midnight).getUTCDate() !== Number(date) || Number(month) < 1 || Number(month) > 12) {
    return undefined;
  }
  const start = value.span.start + match.index;
  const text = { value: whole, span: { start, end: start + whole.length } };
  const { east, west } = offsetsOf(match[9] ?? match[10], midnight, localOffsetMinutes);
  const wholeMinutes = clockOf(hours, minutes, meridiem);
  const time = wholeMinutes === undefined ? undefined : wholeMinutes + Number(seconds ?? 0) / 60;
  const malformed =
    placeholder !== undefined
      ? 'placeholder'
      : hours !== undefined && time === undefined
        ? 'impossible'
        : undefined;
  if (time === undefined)
    return {
      earliest: midnight - east * minute,
      latest: midnight + day - 1 - west * minute,
      malformed,
      text,
    };
  return {
    earliest: midnight + Math.round((time - east) * minute),
    latest: midnight + Math.round((time - west) * minute),
    malformed,
    text,
  };
}

/** Minutes since midnight, or nothing for a time of day that does not exist: `24:30`, `00:31 AM`. */
function clockOf(
  hours: string | undefined,
  minutes: string | undefined,
  meridiem: string | undefined,
): number | undefined {
  if (hours === undefined || minutes === undefined) return undefined;
  const [h, m] = [Number(hours), Number(minutes)];
  if (h > 23 || m > 59) return undefined;
  if (meridiem === undefined) return h * 60 + m;
  // "13:05 PM" says the same twice; "00:31 AM" is no hour of a twelve-hour clock.
  if (h === 0) return undefined;
  if (h > 12) return /^p/i.test(meridiem) ? h * 60 + m : undefined;
  return ((h % 12) + (/^p/i.test(meridiem) ? 12 : 0)) * 60 + m;
}

/** Minutes east of UTC. Letters of a zone unknown here may mean any; a word that is no zone at all means nothing. */
function offsetsOf(
  named: string | undefined,
  midnight: number,
  localOffsetMinutes: number | undefined,
): { readonly east: number; readonly west: number } {
  const offset = named === undefined ? undefined : offsetOf(named, midnight);
  if (offset !== undefined) return { east: offset, west: offset };
  const isUnknownZone = named !== undefined && /^[A-Z]{1,3}T$/.test(named);
  if (isUnknownZone || localOffsetMinutes === undefined) return widestZones;
  return { east: localOffsetMinutes, west: localOffsetMinutes };
}

function offsetOf(named: string, midnight: number): number | undefined {
  const numeric = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(named);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return numeric[1] === '-' ? -minutes : minutes;
  }
  const american = americanZone.exec(named);
  if (american)
    return zones[`${american[1] ?? ''}${isSummer(midnight) ? 'D' : 'S'}T`.toUpperCase()];
  return zones[named.toUpperCase()];
}

/** Daylight saving time of the United States: from the second Sunday of March to the first of November. */
function isSummer(midnight: number): boolean {
  const year = new Date(midnight).getUTCFullYear();
  return sundayFrom(year, 2, 8) <= midnight && midnight < sundayFrom(year, 10, 1);
}

function sundayFrom(year: number, month: number, date: number): number {
  const first = Date.UTC(year, month, date);
  return first + ((7 - new Date(first).getUTCDay()) % 7) * day;
}
