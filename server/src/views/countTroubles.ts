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
  const blockAround = innermostBlocks(document);
  for (const { code, severity, span, message } of [...findings].sort(byPlace)) {
    const count = counts[blockAround(span.start)];
    if (count === undefined) continue;
    if (severity === 'error') count.errors += 1;
    if (severity === 'warning') count.warnings += 1;
    if (!count.messages.has(code)) count.messages.set(code, message);
  }
  return counts;
}

/**
 * The index of the smallest block around an offset, the first of several as small, -1 for none. Offsets have to be asked
 * in their order: each block is opened and closed once, however many offsets there are.
 */
function innermostBlocks({ declarations }: QueueDocument): (offset: number) => number {
  const blocks = declarations
    .map(({ block: { start, end } }, index) => ({ start, end, index }))
    .sort((a, b) => a.start - b.start);
  let next = 0;
  let open: typeof blocks = [];
  return (offset) => {
    for (let block = blocks[next]; block && block.start <= offset; block = blocks[++next])
      open.push(block);
    open = open.filter(({ end }) => offset < end);
    const smallest = [...open].sort(
      (a, b) => a.end - a.start - (b.end - b.start) || a.index - b.index,
    )[0];
    return smallest?.index ?? -1;
  };
}

function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start;
}
