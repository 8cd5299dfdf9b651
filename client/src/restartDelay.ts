/** When to start a crashed server again. Pure: times come in. */

const minute = 60_000;
const delays = [500, 2_000, 5_000, 15_000, 30_000];

/**
 * Milliseconds to wait after the newest of `crashes` (times in ms); nothing after more than five crashes within three
 * minutes.
 */
export function restartDelay(crashes: readonly number[], now: number): number | undefined {
  const recent = crashes.filter((time) => now - time < 3 * minute);
  return delays[Math.max(0, recent.length - 1)];
}
