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
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  CET: 60,
  CEST: 120,
};

const pattern =
  /(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|[ \t]+(?:at[ \t]+)?)(?:(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?[ \t]*([AP]M)?|([HX?]{1,2}:[MX?]{1,2}(?::SS)?))(?:[ \t]*(Z|[+-]\d{2}:?\d{2}|[A-Z]{2,4})\b)?)?/i;

const minute = 60_000;
const day = 24 * 60 * minute;
/** A time whose zone nobody named lies somewhere between these two. */
const widestZones = { east: 14 * 60, west: -12 * 60 };

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
  const [whole, year, month, date, hours, minutes, seconds, meridiem, placeholder, zone] = match;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(date));
  if (new Date(midnight).getUTCDate() !== Number(date) || Number(month) < 1 || Number(month) > 12) {
    return undefined;
  }
  const start = value.span.start + match.index;
  const text = { value: whole, span: { start, end: start + whole.length } };
  const named = offsetOf(zone) ?? localOffsetMinutes;
  const east = named ?? widestZones.east;
  const west = named ?? widestZones.west;
  const wholeMinutes = clockOf(hours, minutes, meridiem);
  const clock = wholeMinutes === undefined ? undefined : wholeMinutes + Number(seconds ?? 0) / 60;
  const malformed =
    placeholder !== undefined
      ? 'placeholder'
      : hours !== undefined && clock === undefined
        ? 'impossible'
        : undefined;
  if (clock === undefined)
    return {
      earliest: midnight - east * minute,
      latest: midnight + day - 1 - west * minute,
      malformed,
      text,
    };
  return {
    earliest: midnight + Math.round((clock - east) * minute),
    latest: midnight + Math.round((clock - west) * minute),
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

function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  const numeric = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (numeric)
    return (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3]));
  return zones[zone.toUpperCase()];
}
