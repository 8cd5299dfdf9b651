import { describe, expect, test } from 'vitest';
import { readQueue } from '../../../server/src/core/dialect/readQueue';
import { guardedTasksOf } from '../../../server/src/core/guard/guardedTasks';
import { applyInsertions } from '../../../server/src/core/guard/insertions';
import { restoreTasks } from '../../../server/src/core/guard/restore';
import type { QueueDocument } from '../../../server/src/core/model/queueDocument';
import { defaultOptions } from '../../../server/src/core/options';
import { withoutInsertions } from '../../support/insertions';

const read = (text: string): QueueDocument => readQueue('file:///q.md', text, defaultOptions);

/** The text of `now` with these tasks of `old` back in it; all that are missing when none are named. */
function restored(old: string, now: string, ...ids: readonly string[]): string {
  const [before, after] = [read(old), read(now)];
  const wanted = ids.length > 0 ? ids : [...guardedTasksOf(before).keys()];
  const result = restoreTasks(before, after, wanted, defaultOptions);
  expect(result.failed).toEqual([]);
  const text = applyInsertions(now, result.insertions);
  expect(withoutInsertions(text, result.insertions)).toBe(now);
  return text;
}

const section = (id: string, status = 'pending', hashes = '###'): string =>
  `${hashes} ${id}: Do it\n- **Status:** ${status}\n\n`;

describe('a task with a section', () => {
  const old = `# Q\n\n## One\n\n${section('a-1')}${section('a-2')}${section('a-3')}## Two\n\n${section('b-1')}`;

  test('comes back behind the one before it; new values stay', () => {
    const now = `# Q\n\n## One\n\n${section('a-1', 'complete')}${section('a-3')}## Two\n\n${section('b-1')}`;
    expect(restored(old, now)).toBe(old.replace('pending', 'complete'));
  });

  test('comes back before the one that followed it', () => {
    const now = `# Q\n\n## One\n\n${section('a-2')}${section('a-3')}## Two\n\n${section('b-1')}`;
    expect(restored(old, now)).toBe(old);
  });

  test('comes back under its group, whatever else stands there now', () => {
    const now = `# Q\n\n## One (new count)\n\n${section('x-1')}## Two\n\n${section('b-1')}`;
    const groups = restored(old, now).split('## Two');
    expect(groups[0]).toContain(section('a-1') + section('a-2') + section('a-3'));
    expect(groups[0]).toContain(section('x-1'));
  });

  test('comes back with its group, between the groups that stood around it', () => {
    const three = `# Q\n\n## One\n\n${section('a-1')}## Two\n\n${section('b-1')}## Three\n\n${section('c-1')}`;
    expect(restored(three, three.replace(`## Two\n\n${section('b-1')}`, ''))).toBe(three);
  });

  test('comes back at the end below a heading, where nothing is left beside it', () => {
    const now = `# Q\n\n## Other\n\n${section('x-1')}`;
    expect(restored(`# Q\n\n${section('a-1')}`, now)).toBe(
      `${now}## Restored tasks\n\n${section('a-1')}`,
    );
  });

  test('comes back alone when only it is asked for', () => {
    const now = `# Q\n\n## One\n\n${section('a-1')}## Two\n\n${section('b-1')}`;
    expect(restored(old, now, 'A-3')).toBe(old.replace(section('a-2'), ''));
  });

  test('leaves what is nested in it and still stands elsewhere', () => {
    const parent = `# Q\n\n## One\n\n${section('p-1')}${section('p-1-a', 'pending', '####')}${section('p-1-b', 'pending', '####')}`;
    const now = `# Q\n\n## One\n\n${section('p-1-a', 'complete')}`;
    const text = restored(parent, now);
    expect(text.match(/p-1-a/g)).toHaveLength(1);
    expect(text).toContain(section('p-1') + section('p-1-b', 'pending', '####'));
  });

  test('comes back although the row that repeated it is there', () => {
    const row = '| Task ID | Status |\n|---|---|\n| a-1 | pending |\n\n';
    const old = `# Q\n\n${row}## One\n\n${section('a-1')}${section('a-2')}`;
    expect(restored(old, `# Q\n\n${row}## One\n\n${section('a-2')}`)).toBe(old);
  });

  test('does not swallow what follows it', () => {
    const nested = `# Q\n\n## One\n\n${section('p-1')}${section('p-1-a', 'pending', '####')}${section('p-2')}`;
    const now = nested.replace(section('p-1-a', 'pending', '####'), '').replace(section('p-2'), '');
    const more = `${now}${section('p-1-z', 'pending', '####')}`;
    const text = restored(nested, more);
    expect(text.indexOf('p-2')).toBeGreaterThan(text.indexOf('p-1-z'));
  });
});

describe('a line', () => {
  const head = '| Task ID | Status |\n| --- | --- |\n';

  test('comes back into its table', () => {
    const old = `# Q\n\n## T\n\n${head}| a-1 | pending |\n| a-2 | pending |\n| a-3 | pending |\n\nAfter.\n`;
    const now = old
      .replace('| a-2 | pending |\n', '')
      .replace('| a-3 | pending |', '| a-3 | complete |');
    expect(restored(old, now)).toBe(old.replace('| a-3 | pending |', '| a-3 | complete |'));
  });

  test('comes back with the header of its table', () => {
    const old = `# Q\n\n## T\n\n${head}| a-1 | pending |\n| a-2 | pending |\n\n## Z\n\n${section('z-1')}`;
    const now = `# Q\n\n## T\n\nNothing here.\n## Z\n\n${section('z-1')}`;
    expect(restored(old, now)).toBe(
      `# Q\n\n## T\n\nNothing here.\n\n${head}| a-1 | pending |\n| a-2 | pending |\n\n## Z\n\n${section('z-1')}`,
    );
  });

  test('does not go into a table with other columns', () => {
    const old = `# Q\n\n## T\n\n${head}| a-1 | pending |\n| a-2 | blocked |\n`;
    const now = `# Q\n\n## T\n\n| Task ID | Model | Status |\n| --- | --- | --- |\n| a-1 | opus | pending |\n`;
    expect(restored(old, now)).toBe(`${now}\n${head}| a-2 | blocked |\n\n`);
  });

  test('comes back among the records', () => {
    const old = 'a-1|pending|One\na-2|pending|Two\na-3|pending|Three\n';
    expect(restored(old, 'a-1|complete|One\na-3|pending|Three\n')).toBe(
      'a-1|complete|One\na-2|pending|Two\na-3|pending|Three\n',
    );
  });

  test('comes back with what is indented below it', () => {
    const old = '# Q\n\n- [ ] a-1: One\n  - **Model:** opus\n- [x] a-2: Two\n- ⏳ a-3: Three\n';
    expect(restored(old, '# Q\n\n- [x] a-2: Two\n')).toBe(
      '# Q\n\n- [ ] a-1: One\n  - **Model:** opus\n- [x] a-2: Two\n\n- ⏳ a-3: Three\n',
    );
  });
});

test('line ends of the new content are kept; a last line without one gets one', () => {
  const old = `# Q\n\n${section('a-1')}${section('a-2')}`;
  const now = '# Q\r\n\r\n### a-1: Do it\r\n- **Status:** pending';
  expect(restored(old, now)).toBe(`${now}\r\n\r\n${section('a-2')}`);
});

test('nothing is restored into what cannot be read, and nothing that is there', () => {
  const before = read(`# Q\n\n${section('a-1')}`);
  expect(restoreTasks(before, read('\0'), ['a-1'], defaultOptions)).toEqual({
    insertions: [],
    restored: [],
    failed: ['a-1'],
  });
  expect(restoreTasks(before, before, ['a-1', 'b-9'], defaultOptions)).toEqual({
    insertions: [],
    restored: [],
    failed: [],
  });
});

test('a fence that the new content leaves open does not hide what comes back', () => {
  const old = `# Q\n\n${section('a-1')}${section('a-2')}`;
  const now = `# Q\n\n${section('a-1')}<!-- never closed\n`;
  expect(read(restored(old, now)).declarations.map(({ id }) => id.value)).toEqual(['a-1', 'a-2']);
});
