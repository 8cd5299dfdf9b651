/** Times in reports. */

/** An ISO 8601 time; null where there is none, or none that can be written so. */
export function isoTime(time: number | undefined): string | null {
  return time === undefined || !(Math.abs(time) <= 8.64e15) ? null : new Date(time).toISOString();
}
