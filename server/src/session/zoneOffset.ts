/** What a time zone setting means in minutes. */

/**
 * Minutes east of UTC at the time `now` for `local`, `UTC`, an offset such as `-05:00`, or a name such as
 * `America/New_York`; nothing for anything else. Summer time at other moments is not considered.
 */
export function zoneOffset(zone: string, now: number): number | undefined {
  const trimmed = zone.trim();
  if (trimmed === 'local') return -new Date(now).getTimezoneOffset();
  if (/^(utc|z|gmt)$/i.test(trimmed)) return 0;
  const offset = /^([+-])(\d{1,2}):?([0-5]\d)?$/.exec(trimmed);
  if (offset === null) return offsetOfName(trimmed, now);
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  if (minutes > 14 * 60) return undefined;
  return offset[1] === '-' ? -minutes : minutes;
}

function offsetOfName(name: string, now: number): number | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    }).formatToParts(now);
    const part = (type: string): number => Number(parts.find((p) => p.type === type)?.value);
    const there = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
    );
    return Math.round((there - Math.floor(now / 60_000) * 60_000) / 60_000);
  } catch {
    return undefined; // Not the name of a zone.
  }
}
