// Headings that declare a task, and those that only look like it (dialect 3.3, D1, D2, C1).
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
