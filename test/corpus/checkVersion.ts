/** A version of a corpus queue, checked as it was read when it was written. */
import type { QueueDocument } from '../../server/src/core/model/queueDocument';
import { defaultOptions } from '../../server/src/core/options';
import type { Finding } from '../../server/src/core/rules/finding';
import { checkQueue, type CheckedQueue, lineOf } from '../support/checkedQueue';
import { corpusQueue } from '../support/sharedCorpus';

const checked = new Map<string, CheckedQueue>();

/** The version with its own commit's time as the clock; its writers lived five hours west of Greenwich. */
export function checkVersion(commit: string, staleInProgressHours = 6): CheckedQueue {
  const key = `${commit}@${staleInProgressHours}`;
  const known = checked.get(key);
  if (known) return known;
  const { text, now } = corpusQueue(commit);
  const options = { ...defaultOptions, localOffsetMinutes: -300, staleInProgressHours };
  const result = checkQueue(text, now, options);
  checked.set(key, result);
  return result;
}

/** Line (from 1), severity, code and message. */
export function describeFinding(document: QueueDocument, finding: Finding): string {
  return `${lineOf(document, finding.span.start)} ${finding.severity} ${finding.code}: ${finding.message}`;
}
