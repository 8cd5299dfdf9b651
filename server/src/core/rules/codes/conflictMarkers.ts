/** conflict-markers: lines that a merge left behind; what stands between them is there twice. */
import { conflictMarkersOf } from '../../guard/conflictMarkers';
import { defineRule } from '../rule';

export const conflictMarkers = defineRule({
  code: 'conflict-markers',
  severity: 'error',
  *check(_state, document) {
    for (const span of conflictMarkersOf(document)) {
      const marker = document.text.slice(span.start, span.start + 7);
      yield {
        span,
        message: `\`${marker}\` is left over from a merge. Keep one side of the conflict, and delete its marker lines.`,
      };
    }
  },
});
