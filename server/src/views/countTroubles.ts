/** Which problems stand in the block of each declaration. */
import type { QueueDocument } from '../core/model/queueDocument';
import type { Finding } from '../core/rules/finding';
import type { RuleCode } from '../core/rules/ruleCode';

export interface TroubleCount {
  readonly errors: number;
  readonly warnings: number;
  /** What was found first of each code, in words. */
  readonly messages: ReadonlyMap<RuleCode, string>;
}

/** One count for each declaration; a finding counts for the innermost block that holds its start. */
export function countTroubles(
  document: QueueDocument,
  findings: readonly Finding[],
): readonly TroubleCount[] {
  const counts = document.declarations.map(() => ({
    errors: 0,
    warnings: 0,
    messages: new Map<RuleCode, string>(),
  }));
  for (const { code, severity, span, message } of findings) {
    const count = counts[innermost(document, span.start)];
    if (count === undefined) continue;
    if (severity === 'error') count.errors += 1;
    if (severity === 'warning') count.warnings += 1;
    if (!count.messages.has(code)) count.messages.set(code, message);
  }
  return counts;
}

/** Index of the smallest block around an offset; -1 for none. */
function innermost(document: QueueDocument, offset: number): number {
  let best = -1;
  let bestLength = Infinity;
  for (const [index, { block }] of document.declarations.entries()) {
    const length = block.end - block.start;
    if (block.start <= offset && offset < block.end && length < bestLength) {
      best = index;
      bestLength = length;
    }
  }
  return best;
}
