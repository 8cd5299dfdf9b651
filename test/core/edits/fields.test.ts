// Fields: changed in place, added in the task's own notation and order, removed with all that belongs to them.
import { expect, test } from 'vitest';
import { setField, type FieldIntent } from '../../../server/src/core/edits/setField';
import { keyOf, outcome } from './editing';

type Change = Omit<FieldIntent, 'key'>;
const change = (text: string, intent: Change, id = 'a-1'): string =>
  outcome(text, (c) => setField(c, { key: keyOf(id), ...intent }));

test.each<[string, string, Change, string]>([
  [
    'a value',
    '### a-1\n- **Status:** pending\n- **Model:** sonnet (cheap)\n',
    { field: 'model', value: 'opus' },
    '### a-1\n- **Status:** pending\n- **Model:** opus\n',
  ],
  [
    'in its backticks',
    '### a-1\n**Model:** `sonnet`  \n**Status:** `pending`\n',
    { field: 'model', value: 'opus' },
    '### a-1\n**Model:** `opus`  \n**Status:** `pending`\n',
  ],
  [
    'an empty value',
    '### a-1\n- **Status:** pending\n- **Worker:**\n',
    { field: 'worker', value: 's-9' },
    '### a-1\n- **Status:** pending\n- **Worker:** s-9\n',
  ],
  [
    'an empty value with a blank',
    '### a-1\n- **Worker:** \n- **Status:** pending\n',
    { field: 'worker', value: 's-9' },
    '### a-1\n- **Worker:** s-9\n- **Status:** pending\n',
  ],
  [
    'a record',
    'a-1|pending|T|Model: x|Notes: y\n',
    { field: 'model', value: 'opus' },
    'a-1|pending|T|Model: opus|Notes: y\n',
  ],
  [
    'a cell',
    '| Task | Status | Model |\n|---|---|---|\n| a-1 | pending | x |\n',
    { field: 'model', value: 'opus' },
    '| Task | Status | Model |\n|---|---|---|\n| a-1 | pending | opus |\n',
  ],
  [
    'an empty cell',
    '| Task | Status | Model |\n|---|---|---|\n| a-1 | pending | |\n',
    { field: 'model', value: 'opus' },
    '| Task | Status | Model |\n|---|---|---|\n| a-1 | pending | opus |\n',
  ],
  [
    'a field below a box',
    '- [ ] a-1 - T\n  - **Model:** x\n',
    { field: 'model', value: 'opus' },
    '- [ ] a-1 - T\n  - **Model:** opus\n',
  ],
  [
    'of any name',
    '### a-1\n- **Status:** pending\n- **Attempt:** 1\n',
    { field: 'other', name: 'Attempt', value: '2' },
    '### a-1\n- **Status:** pending\n- **Attempt:** 2\n',
  ],
  [
    'added in order',
    '### a-1\n- **Status:** pending\n- **Priority:** HIGH\n- **Description:** Long\n  and longer\n- **Notes:** n\n',
    { field: 'worker', value: 's-9' },
    '### a-1\n- **Status:** pending\n- **Priority:** HIGH\n- **Worker:** s-9\n- **Description:** Long\n  and longer\n- **Notes:** n\n',
  ],
  [
    'added behind a list',
    '### a-1\n- **Status:** pending\n- **Depends On:**\n  - b-2\n  - c-3\n',
    { field: 'started', value: '2026-03-01' },
    '### a-1\n- **Status:** pending\n- **Depends On:**\n  - b-2\n  - c-3\n- **Started:** 2026-03-01\n',
  ],
  [
    'added before all',
    '### a-1 ⏳\n\n- **Notes:** n\n',
    { field: 'model', value: 'x' },
    '### a-1 ⏳\n\n- **Model:** x\n- **Notes:** n\n',
  ],
  [
    'added unbulleted',
    '## TASK: a-1 - T\n**Status:** pending  \n**Description:** D\n',
    { field: 'model', value: 'x' },
    '## TASK: a-1 - T\n**Status:** pending  \n**Model:** x  \n**Description:** D\n',
  ],
  [
    'added plainly',
    '### a-1\nStatus: pending\nPriority: HIGH\n\nProse.\n',
    { field: 'model', value: 'x' },
    '### a-1\nStatus: pending\nPriority: HIGH\nModel: x\n\nProse.\n',
  ],
  [
    'added to a bare heading',
    '### a-1 ⏳\n\n### b-1\n* **Status:** pending\n',
    { field: 'model', value: 'x' },
    '### a-1 ⏳\n* **Model:** x\n\n### b-1\n* **Status:** pending\n',
  ],
  [
    'added under the file’s own name',
    '### b-1\n- **Min Model:** y\n\n### a-1\n- **Status:** pending\n',
    { field: 'model', value: 'x' },
    '### b-1\n- **Min Model:** y\n\n### a-1\n- **Status:** pending\n- **Min Model:** x\n',
  ],
  [
    'added to a record',
    'b-1|pending|T|**Model:** y\na-1|pending|T\n',
    { field: 'model', value: 'x' },
    'b-1|pending|T|**Model:** y\na-1|pending|T|**Model:** x\n',
  ],
  [
    'added below a box',
    '- [ ] a-1 - T\n- [ ] b-1 - U\n    - **Model:** y\n',
    { field: 'model', value: 'x' },
    '- [ ] a-1 - T\n    - **Model:** x\n- [ ] b-1 - U\n    - **Model:** y\n',
  ],
  [
    'removed',
    '### a-1\n- **Status:** pending\n- **Worker:** s-1\n  of old\n\nProse.\n',
    { field: 'worker', value: undefined },
    '### a-1\n- **Status:** pending\n\nProse.\n',
  ],
  [
    'removed from a line',
    '### a-1\n**Status:** pending | **Worker:** s-1 | **Model:** x\n',
    { field: 'worker', value: undefined },
    '### a-1\n**Status:** pending | **Model:** x\n',
  ],
  [
    'removed at its end',
    '### a-1\n**Status:** pending | **Worker:** s-1\n',
    { field: 'worker', value: undefined },
    '### a-1\n**Status:** pending\n',
  ],
  [
    'removed from a record',
    'a-1|pending|T|Worker: s-1|Model: x\n',
    { field: 'worker', value: undefined },
    'a-1|pending|T|Model: x\n',
  ],
  [
    'removed from a cell',
    '| Task | Status | Worker |\n|---|---|---|\n| a-1 | pending | s-1 |\n',
    { field: 'worker', value: undefined },
    '| Task | Status | Worker |\n|---|---|---|\n| a-1 | pending |  |\n',
  ],
])('%s', (_name, text, intent, wanted) => {
  expect(change(text, intent)).toBe(wanted);
  expect(change(text.replaceAll('\n', '\r\n'), intent)).toBe(wanted.replaceAll('\n', '\r\n'));
  expect(change(text.trimEnd(), intent)).toBe(wanted.trimEnd());
});

test.each<[string, string, Change, string]>([
  [
    'two of one meaning',
    '### a-1 ⏳\n- **Worker:** x\n- **Session:** y\n',
    { field: 'worker', value: undefined },
    'more than once',
  ],
  ['two lines', '### a-1\n- **Status:** pending\n', { field: 'model', value: 'a\nb' }, 'one line'],
  [
    'a status',
    '### a-1\n- **Status:** pending\n',
    { field: 'status', value: 'x' },
    'its own command',
  ],
  ['a bullet', '- ⏳ a-1: T\n', { field: 'model', value: 'x' }, 'only a bullet'],
  [
    'a table without the column',
    '| Task | Status |\n|---|---|\n| a-1 | pending |\n',
    { field: 'model', value: 'x' },
    'no column for Model',
  ],
  ['a pipe in a record', 'a-1|pending|T\n', { field: 'model', value: 'x|y' }, 'cannot hold'],
  [
    'a pipe that starts another field',
    '### a-1\n**Status:** pending\n**Model:** x\n',
    { field: 'model', value: 'y | **Worker:** z' },
    'cannot say this',
  ],
  [
    'the last field that makes it a task',
    '### b-1 ⏳\n\n### a-1\n- **Model:** x\n',
    { field: 'model', value: undefined },
    'by hand',
  ],
  [
    'a line that holds a glued heading',
    '### a-1\n- **Status:** pending\n- **Model:** x### b-1 ⏳\n',
    { field: 'model', value: 'y' },
    'glued',
  ],
])('refused: %s', (_name, text, intent, why) => {
  expect(change(text, intent)).toMatch(/^refused: /);
  expect(change(text, intent)).toContain(why);
});
