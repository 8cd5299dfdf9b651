/** Which written times may count for ages: agents have no clock, and like to write last year's number. */
import type { Spanned } from '../../model/span';
import type { QueueState } from '../../state';
import { readTime, type WrittenTime } from '../../time/readTime';

/** T2: a stamp this far ahead of the clock is no mistake of a slow watch. */
export const futureTolerance = 30 * 60_000;

/** Nearer than this, another year is only the turn of the year. */
const halfYear = 183 * 86_400_000;

/**
 * The first time in `value`, a value of the queue `uri`; nothing when there is none, when it has not come yet (dialect
 * T2), and when its year is not that of the queue's last change (workflow PJ180) without being near it.
 */
export function plausibleTime(
  state: QueueState,
  uri: string,
  value: Spanned<string>,
): WrittenTime | undefined {
  const time = readTime(value, state.options.localOffsetMinutes);
  if (!time || time.earliest > state.now + futureTolerance) return undefined;
  // A file that claims to be newer than the clock is one that was copied.
  const changed = Math.min(state.queueTimes.get(uri) ?? state.now, state.now);
  const isOfAnotherYear = yearOf(time.latest) < yearOf(changed);
  return isOfAnotherYear && changed - time.latest > halfYear ? undefined : time;
}

function yearOf(time: number): number {
  return new Date(time).getUTCFullYear();
}
