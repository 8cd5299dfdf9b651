// Setting a status: in every form of declaration only the word and its marks change.
import { expect, test } from 'vitest';
import type { KnownStatus } from '../../../server/src/core/edits/fileStyle';
import { setStatus } from '../../../server/src/core/edits/setStatus';
import { keyOf, outcome } from './editing';

const set = (text: string, id: string, status: KnownStatus, more = {}): string =>
  outcome(text, (c) => setStatus(c, { key: keyOf(id), status, ...more }));

test.each<[string, string, KnownStatus, string]>([
  [
    'a bulleted field',
    '### a-1: T\n- **Status:** pending\n',
    'in-progress',
    '### a-1: T\n- **Status:** in-progress\n',
  ],
  [
    'an unbulleted field with two blanks',
    '## TASK: a-1 - T\n**Status:** pending  \n**Model:** x\n',
    'complete',
    '## TASK: a-1 - T\n**Status:** complete  \n**Model:** x\n',
  ],
  ['a plain field', '### a-1\nStatus: pending\n', 'blocked', '### a-1\nStatus: blocked\n'],
  [
    'the colon outside of bold',
    '### a-1\n- **Status**: pending\n',
    'failed',
    '### a-1\n- **Status**: failed\n',
  ],
  [
    'a line of two fields',
    '### a-1\n**Status:** pending | **Priority:** HIGH\n',
    'complete',
    '### a-1\n**Status:** complete | **Priority:** HIGH\n',
  ],
  [
    'backticks and an emoji behind',
    '### a-1\n**Status:** `pending` ⏳\n',
    'complete',
    '### a-1\n**Status:** `complete` ✅\n',
  ],
  [
    'bold in capitals',
    '### a-1\n- **Status:** 🔄 **IN PROGRESS**\n',
    'complete',
    '### a-1\n- **Status:** ✅ **COMPLETE**\n',
  ],
  [
    'a manager stays one',
    '### a-1\n- **Status:** in-progress (manager)\n',
    'complete',
    '### a-1\n- **Status:** complete (manager)\n',
  ],
  [
    'what it waits for stays',
    '### a-1\n- **Status:** blocked (after b-2)\n',
    'pending',
    '### a-1\n- **Status:** pending (after b-2)\n',
  ],
  [
    'a verdict goes with its status',
    '### a-1\n- **Status:** ✅ COMPLETE (L3 Validated)\n',
    'pending',
    '### a-1\n- **Status:** ⏳ PENDING\n',
  ],
  [
    'a comment stays',
    '### a-1\n- **Status:** pending <!-- was blocked -->\n',
    'in-progress',
    '### a-1\n- **Status:** in-progress <!-- was blocked -->\n',
  ],
  ['only an emoji', '### a-1\n- **Status:** ✅\n', 'in-progress', '### a-1\n- **Status:** 🔄\n'],
  [
    'an emoji that cannot say it',
    '### a-1\n- **Status:** ✅\n',
    'needs-validation',
    '### a-1\n- **Status:** ⏳ needs-validation\n',
  ],
  [
    'the last part of an arrow',
    '### a-1\n- **Status:** pending → in-progress\n',
    'complete',
    '### a-1\n- **Status:** pending → complete\n',
  ],
  [
    'a mark in the heading',
    '### a-1: T 🔄\n- **Status:** in-progress\n',
    'complete',
    '### a-1: T ✅\n- **Status:** complete\n',
  ],
  [
    'a mark with words',
    '### a-1: T ✅ COMPLETE\n- **Status:** complete\n',
    'failed',
    '### a-1: T ❌ FAILED\n- **Status:** failed\n',
  ],
  [
    'a mark that claims nothing',
    '### a-1: T ✅ CORRECTED STATUS\n- **Status:** pending\n',
    'complete',
    '### a-1: T ✅ CORRECTED STATUS\n- **Status:** complete\n',
  ],
  [
    'an hourglass fits what still waits',
    '### a-1: T ⏳\n- **Status:** pending\n',
    'in-progress',
    '### a-1: T ⏳\n- **Status:** in-progress\n',
  ],
  ['only a mark', '### a-1: T ⏳\n', 'complete', '### a-1: T ✅\n'],
  [
    'only a mark, which needs words now',
    '### a-1: T ⏳\n',
    'needs-validation',
    '### a-1: T ⏳ needs-validation\n',
  ],
  ['a mark before the id', '### ⏳ a-1: T\n', 'complete', '### ✅ a-1: T\n'],
  [
    'no status yet',
    '### a-1: T\n- **Model:** x\n',
    'pending',
    '### a-1: T\n- **Status:** pending\n- **Model:** x\n',
  ],
  [
    'a Task ID field',
    '## Load it\n**Task ID:** a-1\n**Status:** pending\n',
    'complete',
    '## Load it\n**Task ID:** a-1\n**Status:** complete\n',
  ],
  ['a record', 'a-1|pending|T|Model: x\n', 'in-progress', 'a-1|in-progress|T|Model: x\n'],
  [
    'a table row',
    '| Task | Status |\n|---|---|\n| a-1 | `pending` |\n',
    'complete',
    '| Task | Status |\n|---|---|\n| a-1 | `complete` |\n',
  ],
  [
    'an empty cell',
    '| Task | Status | M |\n|---|---|---|\n| a-1 | | x |\n',
    'pending',
    '| Task | Status | M |\n|---|---|---|\n| a-1 | pending | x |\n',
  ],
  ['a box', '- [ ] a-1 - T\n', 'complete', '- [x] a-1 - T\n'],
  ['a box with an emoji', '- [ ] a-1 - T\n', 'in-progress', '- [🔄] a-1 - T\n'],
  [
    'a box that cannot say it',
    '- [x] a-1 - T\n',
    'needs-validation',
    '- [ ] a-1 - T\n  - **Status:** needs-validation\n',
  ],
  [
    'a field below a box',
    '- [ ] a-1 - T\n  - **Status:** in-progress\n',
    'complete',
    '- [x] a-1 - T\n  - **Status:** complete\n',
  ],
  [
    'a bold note behind a box',
    '- [ ] a-1 - T **BLOCKED: no server**\n',
    'pending',
    '- [ ] a-1 - T **PENDING: no server**\n',
  ],
  ['a status bullet', '- ⏳ a-1: T\n', 'complete', '- ✅ a-1: T\n'],
  ['a status bullet with the emoji behind', '- a-1 ⏳\n', 'failed', '- a-1 ❌\n'],
])('%s', (_name, text, status, wanted) => {
  expect(set(text, 'a-1', status)).toBe(wanted);
  expect(set(text.replaceAll('\n', '\r\n'), 'a-1', status)).toBe(wanted.replaceAll('\n', '\r\n'));
  expect(set(`\ufeff${text.trimEnd()}`, 'a-1', status)).toBe(`\ufeff${wanted.trimEnd()}`);
});

test('the file’s own word is used, and its own emoji', () => {
  const text = '### b-1 ✔\n- **Status:** completed\n\n### a-1\n- **Status:** pending\n';
  expect(set(text, 'a-1', 'complete')).toBe(
    '### b-1 ✔\n- **Status:** completed\n\n### a-1 ✔\n- **Status:** completed\n',
  );
});

test('a mark goes where headings of that status carry none', () => {
  const text = '### b-1\n- **Status:** pending\n\n### a-1 ✅\n- **Status:** complete\n';
  expect(set(text, 'a-1', 'pending')).toBe(
    '### b-1\n- **Status:** pending\n\n### a-1\n- **Status:** pending\n',
  );
});

const repeated = `**Worker Slots:** 1/2 occupied (a-1)

| Task | Status |
|---|---|
| a-1 | 🔄 in-progress |

- 🔄 a-1: half done

### a-1: T 🔄
- **Status:** in-progress

### b-1: Parent
- **Status:** pending
- **Sub-Tasks:**
  - a-1: 🔄 in-progress (since noon)
`;

test('repeats and the slot line follow when asked to', () => {
  expect(set(repeated, 'a-1', 'complete')).toBe(
    repeated.replace('T 🔄\n- **Status:** in-progress', 'T ✅\n- **Status:** complete'),
  );
  expect(set(repeated, 'a-1', 'complete', { mirrors: true, slotLine: true })).toBe(
    repeated
      .replaceAll('🔄', '✅')
      .replace('1/2 occupied (a-1)', '0/2 occupied')
      .replaceAll('in-progress', 'complete'),
  );
});

test.each<[string, string, string]>([
  ['a bullet cannot say it', '- ⏳ a-1: T\n', 'no emoji says needs-validation'],
  ['a table without a column', '| Task ID | Title |\n|---|---|\n| a-1 | T |\n', 'no Status column'],
  [
    'two declarations',
    '### a-1\n- **Status:** pending\n\n### a-1\n- **Status:** failed\n',
    'declared 2 times',
  ],
  ['damaged characters', '### a-1\n- **Status:** âœ… complete\n', 'damaged characters'],
  ['literal line breaks', '### a-1\\n- **Status:** pending\\n- **Model:** x\\n', 'written as \\n'],
  ['another task', '### b-1\n- **Status:** pending\n', 'No task `a-1`'],
])('refused: %s', (_name, text, why) => {
  expect(set(text, 'a-1', 'needs-validation')).toMatch(/^refused: /);
  expect(set(text, 'a-1', 'needs-validation')).toContain(why);
});

test('what is so already is left alone', () => {
  const text = '### a-1: T\n- **Status:** ✅ Done!\n';
  expect(set(text, 'a-1', 'complete')).toBe(text);
});
