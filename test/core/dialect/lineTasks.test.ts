// Lines that declare a task: pipe records, check boxes, status bullets (dialect 3.3, D3, D4, D6, C2).
import { describe, expect, test } from 'vitest';
import { onlyTask, tasksIn } from '../../support/readText';

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
