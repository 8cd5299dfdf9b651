/** The slot declaration of a file: which of its statements counts, and which only repeat it (dialect 3.7, P4). */
import type { SlotDeclaration, SlotStatement } from '../model/queueDocument';
import type { SlotFacts } from './slotLines';

const order: readonly SlotStatement['source'][] = [
  'line',
  'max',
  'heading',
  'table',
  'capacity',
  'worker-table',
  'rule',
];

/** Nothing when the file is silent about slots. */
export function chooseSlots(facts: readonly SlotFacts[]): SlotDeclaration | undefined {
  const statements = facts.flatMap((f) => f.statements).sort((a, b) => a.line.start - b.line.start);
  const first = order
    .map((source) => statements.find((s) => s.source === source))
    .find((s) => s !== undefined);
  if (!first) return undefined;
  // "(Max 2)" in a heading says nothing about use; the table below it does.
  const table =
    first.source === 'heading' || first.source === 'max'
      ? statements.find((s) => s.source === 'table' && s.line.start > first.line.start)
      : undefined;
  const mentions = facts.flatMap((f) => f.mentions);
  const later = [...statements, ...mentions]
    .filter(
      (s) =>
        s !== first &&
        s !== table &&
        s.source !== 'rule' &&
        s.source !== 'worker-table' &&
        s.source !== 'heading' &&
        s.source !== 'max' &&
        s.line.start > first.line.start,
    )
    .sort((a, b) => a.line.start - b.line.start);
  return {
    ...first,
    occupied: first.occupied ?? table?.occupied,
    secondary: later,
    claims: claimsOf(facts),
  };
}

/** The claims of the first part that makes any: later tables and notes repeat or contradict it. */
function claimsOf(facts: readonly SlotFacts[]): SlotDeclaration['claims'] {
  return facts.find((f) => f.claims.length > 0)?.claims ?? [];
}
