// What repeats of one fact lead to: which of them count, and which are told.
import { expect, test } from 'vitest';
import { checkQueue, lineOf } from '../../support/checkedQueue';

const now = Date.parse('2026-11-20T18:00:00-05:00');

/** Lines on which the code is reported. */
function linesOf(code: string, text: string): readonly number[] {
  const { document, findings } = checkQueue(text, now);
  return findings.filter((f) => f.code === code).map((f) => lineOf(document, f.span.start));
}

test('a declaration that says in-progress grows stale although another one awaits validation', () => {
  const text = (other: string) => `### a-1
- **Status:** ${other}

### a-1
- **Status:** in-progress
- **Started:** 2026-11-20 03:00 EST
`;
  expect(linesOf('stale-in-progress', text('needs-validation'))).toEqual([6]);
  expect(linesOf('stale-in-progress', text('pending'))).toEqual([6]);
  expect(linesOf('stale-in-progress', text('complete'))).toEqual([]);
});

test('a Status that is repeated in other words is told, one in other decoration is not', () => {
  const text = (second: string) => `### a-1\n- **Status:** complete\n- **Status:** ${second}\n`;
  expect(linesOf('duplicate-field', text('complete'))).toEqual([]);
  expect(linesOf('duplicate-field', text('✅ **Complete**'))).toEqual([]);
  expect(linesOf('duplicate-field', text('complete (checked by two)'))).toEqual([3]);
  expect(linesOf('duplicate-field', text('pending'))).toEqual([3]);
});

test('a heading glued to a code span declares its task, one inside a code span does not', () => {
  const text = `### a-1: One\n- **Status:** done\n- **Reports:** \`out/\`### a-2: Two\n- **Status:** done\n- like \`x### a-3: no\`\n`;
  const { document } = checkQueue(text, now);
  expect(document.declarations.map((d) => d.id.value)).toEqual(['a-1', 'a-2']);
  expect(linesOf('glued-heading', text)).toEqual([3]);
});

test('references in a table cell stand exactly where they are told, whatever markup is around', () => {
  const text =
    '| Task ID | Status | **Depends On** |\n|---|---|---|\n| a-1 | done | - |\n| **a-2** (new) | pending | **a-1** ✅, `a-9`, \\_ a-8 |\n';
  const { document } = checkQueue(text, now);
  const references = document.declarations.flatMap((d) => d.references);
  expect(references.map((r) => text.slice(r.text.span.start, r.text.span.end))).toEqual([
    'a-1',
    'a-9',
  ]);
  expect(linesOf('unresolved-dependency', text)).toEqual([4]);
});
