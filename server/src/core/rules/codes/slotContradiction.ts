/** slot-contradiction: a later slot line disagrees with the first one. */
import { defineRule } from '../rule';

export const slotContradiction = defineRule({
  code: 'slot-contradiction',
  severity: 'information',
  *check(_state, document) {
    const { slots } = document;
    for (const later of slots?.secondary ?? []) {
      if (!slots) return;
      const sameUse =
        later.occupied === undefined ||
        slots.occupied === undefined ||
        later.occupied === slots.occupied;
      if (later.max === slots.max && sameUse) continue;
      yield {
        span: later.line,
        message: `This says ${tell(later)}, the first slot line says ${tell(slots)}. Keep one of them.`,
        related: [{ uri: document.uri, span: slots.line, message: 'The first slot line.' }],
      };
    }
  },
});

function tell({
  occupied,
  max,
}: {
  readonly occupied: number | undefined;
  readonly max: number;
}): string {
  return occupied === undefined ? `at most ${max}` : `${occupied} of ${max} taken`;
}
