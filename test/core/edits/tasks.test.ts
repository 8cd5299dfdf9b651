// Whole tasks: added beside others in their style, moved to another group, removed where they are repeated.
import { expect, test } from 'vitest';
import { addTask, type NewTaskIntent } from '../../../server/src/core/edits/addTask';
import { moveTask } from '../../../server/src/core/edits/moveTask';
import { removeDeclaration } from '../../../server/src/core/edits/removeDeclaration';
import { keyOf, outcome, queueUri } from './editing';

const task: NewTaskIntent['task'] = {
  id: 'n-1-new',
  title: 'Load the index',
  status: 'pending',
  fields: [
    { key: 'priority', value: 'HIGH' },
    { key: 'dependencies', value: 'a-1' },
  ],
};
const add = (
  text: string,
  place?: NewTaskIntent['place'],
  change: Partial<typeof task> = {},
): string =>
  outcome(text, (c) =>
    addTask(c, { uri: queueUri, task: { ...task, ...change }, ...(place ? { place } : {}) }),
  );
const afterA = { kind: 'after', key: keyOf('a-1') } as const;

test.each<[string, string, string]>([
  [
    'a heading with a colon',
    '## Phase 1\n\n### a-1: T\n- **Status:** pending\n\n## Phase 2\n',
    '## Phase 1\n\n### a-1: T\n- **Status:** pending\n\n### n-1-new: Load the index\n- **Status:** pending\n- **Priority:** HIGH\n- **Depends On:** a-1\n\n## Phase 2\n',
  ],
  [
    'a TASK heading with rules between',
    '## TASK: a-1 - T\n\n**Status:** `queued`  \n**Dependencies:** None  \n\n---\n\n## Notes\n',
    '## TASK: a-1 - T\n\n**Status:** `queued`  \n**Dependencies:** None  \n\n---\n\n## TASK: n-1-new - Load the index\n\n**Status:** queued  \n**Priority:** HIGH  \n**Dependencies:** a-1  \n\n---\n\n## Notes\n',
  ],
  [
    'marks where open tasks have them',
    '#### a-1 — T ⏳\n* **Status**: pending',
    '#### a-1 — T ⏳\n* **Status**: pending\n\n#### n-1-new — Load the index ⏳\n* **Status**: pending\n* **Priority**: HIGH\n* **Depends On**: a-1',
  ],
  [
    'a record',
    'a-1|pending|T|Model: x\nb-2|complete|U\n',
    'a-1|pending|T|Model: x\nn-1-new|pending|Load the index|Priority: HIGH|Depends On: a-1\nb-2|complete|U\n',
  ],
  [
    'a box',
    '- [ ] a-1 - T\n  - **Model:** x\n- [x] b-2 - U\n',
    '- [ ] a-1 - T\n  - **Model:** x\n- [ ] n-1-new - Load the index\n  - **Priority:** HIGH\n  - **Depends On:** a-1\n- [x] b-2 - U\n',
  ],
  [
    'a row',
    '| Task | Title | Status | Priority | Depends On |\n|---|---|---|---|---|\n| a-1 | T | pending | LOW | |\n',
    '| Task | Title | Status | Priority | Depends On |\n|---|---|---|---|---|\n| a-1 | T | pending | LOW | |\n| n-1-new | Load the index | pending | HIGH | a-1 |\n',
  ],
])('added as %s', (_name, text, wanted) => {
  expect(add(text, afterA)).toBe(wanted);
  expect(add(text.replaceAll('\n', '\r\n'), afterA)).toBe(wanted.replaceAll('\n', '\r\n'));
});

test('added to a group, to an empty one, and to an empty file', () => {
  const text = '## Phase 1\n\n### a-1\n- **Status:** pending\n\n## Phase 2\nWords.\n\n## Phase 3\n';
  const added =
    '### n-1-new: Load the index\n- **Status:** pending\n- **Priority:** HIGH\n- **Depends On:** a-1\n';
  expect(add(text, { kind: 'group', group: 0 })).toBe(
    text.replace('## Phase 2', `${added}\n## Phase 2`),
  );
  expect(add(text, { kind: 'group', group: 1 })).toBe(
    text.replace('Words.\n', `Words.\n\n${added}`),
  );
  expect(add(text, { kind: 'group', group: 2 })).toBe(`${text}\n${added}`);
  expect(add('', undefined, { fields: [] })).toBe(
    '### n-1-new: Load the index\n- **Status:** pending',
  );
});

test.each<[string, string, Partial<typeof task>, string]>([
  ['a known id', '### a-1\n- **Status:** pending\n', { id: 'A-1' }, 'already declared'],
  ['no id', '### a-1\n- **Status:** pending\n', { id: 'two words' }, 'is no id'],
  ['a ring', '### a-1\n- **Depends On:** n-1-new\n', {}, 'for ever'],
  ['a title of two lines', '### a-1 ⏳\n', { title: 'a\n### b-1 ✅' }, 'one line'],
  ['a title that is a mark', '### a-1 ⏳\n', { title: 'T ✅', fields: [] }, 'by hand'],
  [
    'a task that would turn another one into a repeat',
    '- ⏳ n-1-new-b: x\n\n### a-1 ⏳\n',
    { fields: [] },
    'n-1-new-b',
  ],
])('not added: %s', (_name, text, change, why) => {
  expect(add(text, afterA, change)).toMatch(/^refused: /);
  expect(add(text, afterA, change)).toContain(why);
});

const move = (text: string, id: string, group: number): string =>
  outcome(text, (c) => moveTask(c, { key: keyOf(id), group }));
const phases =
  '## Phase 1\n\n### a-1\n- **Status:** pending\n\n#### Notes\n- kept\n\n### b-2\n- **Status:** pending\n\n## Phase 2\n\n#### c-3\n- **Status:** pending\n';

test('moved behind the last task of a group, as deep as that one', () => {
  expect(move(phases, 'a-1', 2)).toBe(
    '## Phase 1\n\n### b-2\n- **Status:** pending\n\n## Phase 2\n\n#### c-3\n- **Status:** pending\n\n#### a-1\n- **Status:** pending\n\n##### Notes\n- kept\n',
  );
  expect(move(phases.trimEnd(), 'c-3', 0)).toBe(
    '## Phase 1\n\n### a-1\n- **Status:** pending\n\n#### Notes\n- kept\n\n### b-2\n- **Status:** pending\n\n### c-3\n- **Status:** pending\n\n## Phase 2',
  );
});

test('moved records and boxes keep their lines', () => {
  const text = '## One\na-1|pending|T\nb-2|pending|U\n\n## Two\nc-3|pending|V\n';
  expect(move(text, 'a-1', 1)).toBe(
    '## One\nb-2|pending|U\n\n## Two\nc-3|pending|V\na-1|pending|T\n',
  );
});

test('not moved: into its own section, or out of a table', () => {
  expect(move(phases, 'a-1', 0)).toBe(phases);
  expect(move(phases, 'a-1', 1)).toContain('belongs to `a-1` itself');
  expect(
    move('## One\n| Task | Status |\n|---|---|\n| a-1 | pending |\n\n## Two\n', 'a-1', 1),
  ).toContain('row of a table');
});

test('a repeat is removed, the last declaration never', () => {
  const text =
    '### a-1\n- **Status:** pending\n\n### b-2\n- **Status:** pending\n\n### a-1\n- **Status:** pending\n';
  const remove = (declaration: number, words = text): string =>
    outcome(words, (c) => removeDeclaration(c, { key: keyOf('a-1'), declaration }));
  expect(remove(2)).toBe('### a-1\n- **Status:** pending\n\n### b-2\n- **Status:** pending\n');
  expect(remove(0)).toBe('### b-2\n- **Status:** pending\n\n### a-1\n- **Status:** pending\n');
  expect(remove(0, '### a-1\n- **Status:** pending\n')).toContain('the only declaration');
});
