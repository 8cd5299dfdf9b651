/** orphan-table-row: a table row that markdown reads as text, so nobody can tell what its cells mean. */
import { defineRule } from '../rule';

export const orphanTableRow = defineRule({
  code: 'orphan-table-row',
  severity: 'information',
  *check(_state, document) {
    for (const { code, span, detail } of document.problems) {
      if (code === 'orphan-table-row') yield { span, message: messageOf(detail) };
    }
  },
});

function messageOf(detail: string | undefined): string {
  switch (detail) {
    case 'no-blank-line':
      return 'This table follows the text above it without a blank line, so markdown reads all its rows as more of that text. Put a blank line before it.';
    case 'unequal-cells':
      return 'This header row and the delimiter row below it differ in their number of cells, so markdown reads the whole table as text. Give both the same number.';
    default:
      return 'This table row has no header and delimiter row above it, so its cells mean nothing. Move it below its table, or add the two rows.';
  }
}
