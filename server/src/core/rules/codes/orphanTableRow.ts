/** orphan-table-row: a table row without a header above it, so nobody can tell what its cells mean. */
import { defineRule } from '../rule';

export const orphanTableRow = defineRule({
  code: 'orphan-table-row',
  severity: 'information',
  *check(_state, document) {
    for (const { code, span } of document.problems) {
      if (code === 'orphan-table-row')
        yield {
          span,
          message:
            'This table row has no header and delimiter row above it, so its cells mean nothing. Move it below its table, or add the two rows.',
        };
    }
  },
});
