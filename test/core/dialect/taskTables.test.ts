// Table rows that declare a task (dialect 3.3, D5).
import { describe, expect, test } from 'vitest';
import { onlyTask, readText, tasksIn } from '../../support/readText';

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
