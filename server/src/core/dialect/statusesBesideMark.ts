import type { Status } from '../model/status';

const accepted: readonly Status[] = ['validated', 'self-validated'];
const waiting: readonly Status[] = ['pending', 'in-progress', 'needs-validation'];

/**
 * Rule S3: the statuses that a heading's mark fits besides the one it claims: ✅ fits what a validator or the worker's own
 * check accepted, an hourglass whatever still waits for somebody, unless words behind it claim an end. Nothing for marks of which the rule says no more than that
 * they claim a status.
 */
export function statusesBesideMark(
  emoji: string,
  claims: Status | undefined,
): readonly Status[] | undefined {
  if (claims === 'complete') return accepted;
  return emoji.startsWith('⏳') && claims !== undefined && waiting.includes(claims)
    ? waiting
    : undefined;
}
