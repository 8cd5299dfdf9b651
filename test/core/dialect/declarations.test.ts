// The forms that declare a task, and what only looks like one (dialect 3.3, D1-D7, C1, C2).
import { describe, expect, test } from 'vitest';

import { onlyTask, readText, tasksIn } from '../../support/readText';

const pending = '\n- **Status:** pending\n';

describe('D1: headings', () => {
  test.each(['##', '###', '####', '#####', '######'])('level %s declares', (hashes) => {
    expect(tasksIn(`${hashes} app-one${pending}`)).toEqual(['app-one: pending (heading)']);
  });

  test('level 1 never declares', () => {
    expect(tasksIn(`# app-one${pending}`)).toEqual([]);
    expect(tasksIn(`# TASK: app-one${pending}`)).toEqual([]);
  });

  test.each([
    'Status: pending',
    '**Priority:** HIGH',
    '- **Model:** sonnet',
    '- **Depends On:** None',
    '- **Parent:** app-all',
    '- **Phase:** 2',
    '- **Worker:** session-1',
    '- **Started:** 2026-02-27',
    '- **Completed:** 2026-02-27',
    '- **Claimed Complete:** 2026-02-27',
    '- **Description:** Words',
    '- **Type:** UI',
    '- **Result:** Words',
    '- **Summary:** Words',
  ])('a core field makes it a task: %s', (field) => {
    expect(onlyTask(`### app-one\n${field}\n`).id.value).toBe('app-one');
  });

  test.each([
    'Prose about it.',
    '- **Colour:** red',
    '  - **Status:** pending',
    '1. **Status:** pending',
  ])('anything else does not: %s', (line) => {
    expect(tasksIn(`### app-one\n${line}\n`)).toEqual([]);
  });

  test('a mark or TASK: is enough', () => {
    expect(tasksIn('### app-one ⏳\n\n## TASK: app-two - Second\n')).toEqual([
      'app-one: pending (heading)',
      'app-two: unknown (task-heading)',
    ]);
  });

  test('closing hashes and bold do not matter', () => {
    expect(onlyTask(`### **app-one**: First ###${pending}`).title?.value).toBe('First');
  });

  test('two ids in one heading declare nothing and repeat nothing', () => {
    expect(tasksIn(`### app-one & app-two${pending}`)).toEqual([]);
    expect(readText(`### app-one ✅\n\n### app-one & app-two${pending}`).mirrors).toEqual([]);
  });

  test('C1: without Status and mark a heading that encloses tasks is a group, whatever its fields', () => {
    const text = `## app-all: Everything\n- **Priority:** HIGH\n- **Model:** opus\n\n### app-one${pending}`;
    const { declarations, groups } = readText(text);
    expect(declarations.map((d) => d.id.value)).toEqual(['app-one']);
    expect(groups.map((g) => g.id?.value)).toEqual(['app-all']);
    expect(declarations[0]?.group).toBe(0);
  });

  test('with a Status it is a task among tasks', () => {
    expect(tasksIn(`## app-all${pending}\n### app-one${pending}`)).toEqual([
      'app-all: pending (heading)',
      'app-one: pending (heading)',
    ]);
  });
});

describe('D2: a Task ID field', () => {
  test('names a heading without an id', () => {
    const task = onlyTask('### Move the search\n**Task ID:** `web-search`\n**Status:** pending\n');
    expect([task.id.value, task.form, task.title?.value]).toEqual([
      'web-search',
      'task-id-field',
      'Move the search',
    ]);
  });

  test('takes any single word', () => {
    expect(onlyTask('### Move it\n**Task ID:** 4711\n**Status:** pending\n').id.value).toBe('4711');
  });

  test('takes no two words', () => {
    expect(tasksIn('### Move it\n**Task ID:** to be given\n**Status:** pending\n')).toEqual([]);
  });
});

describe('D3: pipe records', () => {
  test('id, status, title, fields', () => {
    const task = onlyTask(
      'p2-2|in-progress|Load the index|Min Model: Sonnet|**Worker:** s-9|a note\n',
    );
    expect([task.id.value, task.status.value, task.title?.value, task.form]).toEqual([
      'p2-2',
      'in-progress',
      'Load the index',
      'pipe-record',
    ]);
    expect(task.fields.map((f) => `${f.key}: ${f.value.value}`)).toEqual([
      'model: Sonnet',
      'worker: s-9',
    ]);
  });

  test('the third cell with a key is a field, no title', () => {
    const task = onlyTask('p2-2|pending|Dependencies: p2-1\n');
    expect([task.title, task.references.map((r) => r.text.value)]).toEqual([undefined, ['p2-1']]);
  });

  test('one line each', () => {
    expect(tasksIn('p2-1|complete|One\np2-2|✅ done|Two\n')).toEqual([
      'p2-1: complete (pipe-record)',
      'p2-2: complete (pipe-record)',
    ]);
  });

  test.each([
    ['the second cell is no known status', 'p2-2|Load|pending'],
    ['the first cell is no id', 'Load|pending|x'],
    ['a table row', '| p2-2 | pending | x |'],
    ['a bullet', '- p2-2|pending|x'],
    ['no second cell', 'p2-2'],
  ])('none: %s', (_why, line) => {
    expect(tasksIn(`${line}\n`)).toEqual([]);
  });
});

describe('D4: check boxes', () => {
  test.each([
    ['- [ ] st-1 - Label', 'pending'],
    ['- [x] st-1 - Label', 'complete'],
    ['- [X] st-1: Label', 'complete'],
    ['- [✅] st-1 Label', 'complete'],
    ['- [🔄] st-1', 'in-progress'],
    ['- [❌] st-1', 'failed'],
    ['* [ ] **st-1:** Label', 'pending'],
    ['- [ ] `st-1` - Label', 'pending'],
    ['- [ ] st-1 - Label **BLOCKED: no key**', 'blocked'],
    ['- [ ] st-1 - Label **BLOCKED (no key)**', 'blocked'],
    ['- [x] st-1 - Label **BLOCKED once**', 'complete'],
  ])('%s is %s', (line, status) => {
    const task = onlyTask(`${line}\n`);
    expect([task.id.value, task.status.value, task.form]).toEqual(['st-1', status, 'checkbox']);
  });

  test('indented fields belong to it and override the box', () => {
    const task = onlyTask(
      '- [ ] st-3 - Ring\n  - **Status:** in-progress\n  - **Depends On:** st-1\n    **Model:** haiku\n',
    );
    expect([task.status.value, task.references.map((r) => r.text.value)]).toEqual([
      'in-progress',
      ['st-1'],
    ]);
  });

  test.each([
    ['indented', '- A list\n  - [ ] st-1 - Label'],
    ['numbered (C2)', '1. [ ] st-1 - Label'],
    ['without a digit', '- [ ] ship-docs - Label'],
    ['without an id', '- [ ] Label the cable'],
    ['inside a task', '### app-one ✅\n- [ ] st-1 - Label'],
    ['in a sub-section of a task', '### app-one ✅\n#### Criteria\n- [ ] st-1 - Label'],
  ])('none: %s', (_why, text) => {
    expect(tasksIn(`${text}\n`).filter((task) => task.startsWith('st-1'))).toEqual([]);
  });

  test('behind a `---` line the task above is over', () => {
    expect(tasksIn('### app-one ✅\n\n---\n\n- [ ] st-1 - Label\n')).toEqual([
      'app-one: complete (heading)',
      'st-1: pending (checkbox)',
    ]);
  });
});

describe('D5: table rows', () => {
  const table = (head: string, row: string) =>
    `| ${head} |\n|${'---|'.repeat(head.split('|').length)}\n| ${row} |\n`;

  test.each([
    ['Task ID | Title', 'st-1 | Label', 'pending'],
    ['Bead ID | Title', 'st-1 | Label', 'pending'],
    ['Task | Status', 'st-1 | ✅ done', 'complete'],
    ['ID | Status', '**st-1** | queued', 'pending'],
    ['Component | Status', '`st-1` | blocked', 'blocked'],
    ['Job | Status', '🔄 st-1 (again) | in progress', 'in-progress'],
  ])('%s', (head, row, status) => {
    const task = onlyTask(table(head, row));
    expect([task.id.value, task.status.value, task.form, task.kind]).toEqual([
      'st-1',
      status,
      'table-row',
      'task',
    ]);
  });

  test.each([
    ['Story ID | Status', 'US-12 | pending', 'story'],
    ['Story | Status', 'st-1 | pending', 'story'],
    ['Epic | Status', 'EPIC-3 | pending', 'epic'],
    ['Task | Status', 'US-12 | pending', 'story'],
  ])('%s with %s is a %s', (head, row, _kind) => {
    expect(onlyTask(table(head, row)).kind).toBe(_kind);
  });

  test.each([
    ['another first column', 'File | Status', 'st-1 | pending'],
    ['ID without a Status column', 'ID | Title', 'st-1 | Label'],
    ['a cell that is no id', 'Task | Status', 'modals (all) | pending'],
    ['two ids in a cell', 'Task | Status', 'st-1, st-2 | pending'],
  ])('none: %s', (_why, head, row) => {
    expect(tasksIn(table(head, row))).toEqual([]);
  });

  test('cells of known columns are fields', () => {
    const task = onlyTask(
      table(
        'Task | Title | Status | Model | Depends On',
        'st-2 | Tune | pending | haiku | st-1 ✅',
      ),
    );
    expect([task.title?.value, task.references.map((r) => [r.text.value, r.annotation])]).toEqual([
      'Tune',
      [['st-1', 'done']],
    ]);
  });

  test('two rows of one table are two declarations; a row of a second table repeats', () => {
    const rows = '| Task | Status |\n|---|---|\n| st-1 | pending |\n| st-1 | complete |\n';
    expect(tasksIn(rows)).toHaveLength(2);
    const document = readText(
      `${table('Task | Status', 'st-1 | pending')}\n${table('Task | Status', 'st-1 | complete')}`,
    );
    expect([document.declarations.length, document.mirrors.length]).toEqual([1, 1]);
  });
});

describe('D6: status bullets', () => {
  test.each([
    ['- ✅ st-1: Search', 'complete'],
    ['- 🔄 st-1', 'in-progress'],
    ['- st-1 ⏳', 'pending'],
    ['- ❌ **st-1** — Search', 'failed'],
    ['- ✅ `st-1`: blocked by nobody', 'complete'],
  ])('%s is %s', (line, status) => {
    const task = onlyTask(`${line}\n`);
    expect([task.id.value, task.status.value, task.form]).toEqual([
      'st-1',
      status,
      'status-bullet',
    ]);
  });

  test.each([
    ['no emoji', '- st-1: Search'],
    ['mere decoration', '- 🎉 st-1: Search'],
    ['words before the id', '- ✅ Did st-1'],
    ['words between id and emoji', '- st-1 works ✅'],
    ['without a digit', '- ✅ ship-docs: Search'],
    ['numbered (C2)', '1. ✅ st-1: Search'],
    ['indented (C2)', '- A list\n  - ✅ st-1: Search'],
  ])('none: %s', (_why, text) => {
    expect(tasksIn(`${text}\n`)).toEqual([]);
  });
});

describe('S2: where the status comes from', () => {
  test.each([
    ['the field before the mark', '### st-1 ✅\n- **Status:** pending', 'pending', 'field'],
    ['the mark before a date', '### st-1 ⏳\n- **Completed:** 2026-02-27', 'pending', 'mark'],
    ['a mark whose words claim nothing', '### st-1 ✅ LOOK AGAIN\n', 'complete', 'mark'],
    [
      'a Completed date',
      '### st-1\n- **Completed:** 2026-02-27 10:00 EST',
      'complete',
      'completed',
    ],
    ['no date in Completed', '### st-1\n- **Completed:** soon', 'unknown', 'none'],
    [
      'a section called Completed',
      '## ✅ Completed\n### st-1\n- **Model:** opus',
      'complete',
      'section',
    ],
    [
      'a section called Archived',
      '## Archived (February)\n### st-1\n- **Model:** opus',
      'complete',
      'section',
    ],
    [
      'a section that tells to complete',
      '## Complete the import\n### st-1\n- **Model:** opus',
      'unknown',
      'none',
    ],
    ['an empty field', '### st-1\n- **Status:**\n- **Model:** opus', 'unknown', 'none'],
    ['words nobody knows', '### st-1 ✅\n- **Status:** nearly', 'unknown', 'field'],
    ['a row without a Status column', '| Task |\n|---|\n| st-1 |', 'pending', 'default'],
    ['an empty Status cell', '| Task | Status |\n|---|---|\n| st-1 | |', 'unknown', 'none'],
    [
      'a row in a section called Completed',
      '## Completed\n| Task |\n|---|\n| st-1 |',
      'complete',
      'section',
    ],
    [
      'a Completed cell',
      '| Task | Completed |\n|---|---|\n| st-1 | 2026-02-27 |',
      'complete',
      'completed',
    ],
  ])('%s', (_what, text, value, source) => {
    const { status } = onlyTask(`${text}\n`);
    expect([status.value, status.source]).toEqual([value, source]);
  });
});

describe('P1: groups and phases', () => {
  test('the group is the nearest enclosing heading that is no task; the first H1 is none', () => {
    const { declarations, groups } = readText(
      `# Title\n\n### st-1${pending}\n## Phase 2: Tune\n### st-2${pending}\n#### Notes\n#### st-2-a${pending}\n# Another part\n### st-3${pending}`,
    );
    const titleOf = (group: number) => groups[group]?.title.value;
    expect(declarations.map((d) => [d.id.value, titleOf(d.group), d.phase])).toEqual([
      ['st-1', undefined, undefined],
      ['st-2', 'Phase 2: Tune', 'phase 2'],
      ['st-2-a', 'Phase 2: Tune', 'phase 2'],
      ['st-3', 'Another part', undefined],
    ]);
  });

  test.each([
    ['- **Phase:** Phase 3, Category 2', 'phase 3'],
    ['- **Parent Phase:** p10 (Servers)', 'phase 10'],
    ['- **Phase:** 2.5', 'phase 2.5'],
    ['- **Parent:** Phase 4 (Search)', 'phase 4'],
    ['- **Parent:** st-0', 'wave 1'],
  ])('below a wave 1, %s gives %s', (field, phase) => {
    expect(onlyTask(`## Wave 1\n### st-1\n${field}\n`).phase).toBe(phase);
  });
});
