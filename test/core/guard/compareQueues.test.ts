import { describe, expect, test } from 'vitest';
import { readQueue } from '../../../server/src/core/dialect/readQueue';
import { compareQueues } from '../../../server/src/core/guard/compareQueues';
import { guardVerdict } from '../../../server/src/core/guard/guardVerdict';
import type { QueueDocument } from '../../../server/src/core/model/queueDocument';
import { defaultOptions } from '../../../server/src/core/options';
import { alarmWords } from '../../../server/src/core/rules/support/alarmWords';

const read = (text: string): QueueDocument => readQueue('file:///q.md', text, defaultOptions);
const task = (id: string, title = `Do ${id}`, status = 'pending'): string =>
  `### ${id}: ${title}\n- **Status:** ${status}\n\n`;
const vanished = (old: string, now: string, ...others: readonly string[]): readonly string[] =>
  compareQueues(read(old), read(now), others.map(read)).vanished.map(({ id }) => id);
const reasons = (old: string, now: string): readonly string[] => {
  const verdict = guardVerdict(read(old), read(now));
  return verdict.kind === 'calm' ? [] : verdict.alarm.reasons;
};

describe('a task has vanished', () => {
  const old = `# Q\n\n${task('p1-1', 'Build the oven')}${task('p1-2', 'Heat the oven')}`;

  test('when it stands nowhere any more, in whatever case and form', () => {
    expect(vanished(old, '# Q\n')).toEqual(['p1-1', 'p1-2']);
    expect(vanished(old, `# Q\n\n- [ ] p1-1: Build\n\n${task('P1-2')}`)).toEqual([]);
    expect(vanished(old, '# Q\n\np1-1|done|x\np1-2|pending|y\n')).toEqual([]);
  });

  test('when only the row is left that repeated it', () => {
    const row = (status: string): string =>
      `| Task ID | Status |\n|---|---|\n| p1-1 | ${status} |\n\n`;
    const repeated = `# Q\n\n${row('pending')}${task('p1-1')}`;
    expect(vanished(repeated, `# Q\n\n${row('complete')}`)).toEqual(['p1-1']);
    expect(vanished(`# Q\n\n${task('p1-1')}`, `# Q\n\n${row('complete')}`)).toEqual([]);
    expect(vanished(`# Q\n\n${row('pending')}`, `# Q\n\n${row('complete')}`)).toEqual([]);
  });

  test('but not when it became a group with that id', () => {
    const now = `# Q\n\n## p1-1: Build the oven\n\n${task('p1-1-a')}${task('p1-2')}`;
    expect(vanished(old, now)).toEqual([]);
  });

  test('but not when its heading still stands, without fields', () => {
    const now = `# Q\n\n### p1-1: Build the oven\nDone by the neighbours.\n\n${task('p1-2')}`;
    expect(vanished(old, now)).toEqual([]);
  });

  test('although a section that stands there only speaks of it', () => {
    expect(vanished(old, `# Q\n\n### p1-1 Oven Report\nAll well.\n\n${task('p1-2')}`)).toEqual([
      'p1-1',
    ]);
  });

  test('but not when its title or its text stands under another id', () => {
    expect(vanished(old, `# Q\n\n${task('oven-1', 'Build the OVEN!')}${task('p1-2')}`)).toEqual([]);
    const words = (id: string): string =>
      `### ${id}\n- **Status:** pending\n\nMind the gap between the stones.\n`;
    expect(vanished(`# Q\n\n${words('a-1')}`, `# Q\n\n${words('b-7')}`)).toEqual([]);
  });

  test('although a task with a title as short as any stands under another id', () => {
    expect(vanished(`# Q\n\n${task('a-1', 'Fix')}`, `# Q\n\n${task('b-1', 'Fix')}`)).toEqual([
      'a-1',
    ]);
  });

  test('but not when its project was renamed', () => {
    const all = (project: string): string =>
      `# Q\n\n${['1', '2', '3'].map((n) => task(`${project}p1-${n}`, `${project}${n}`)).join('')}`;
    expect(vanished(all('haos-'), all('melo-'))).toEqual([]);
    expect(vanished(all(''), all('melo-v-'))).toEqual([]);
  });

  test('although the next phase has as many tasks', () => {
    const phase = (n: number): string =>
      `# Q\n\n${['a', 'b', 'c'].map((x) => task(`p${n}-${x}1`, `Part ${n}${x}`)).join('')}`;
    expect(vanished(phase(1), phase(2))).toHaveLength(3);
  });

  test('but not when another queue has it now', () => {
    const archive = `# Archive\n\n${task('p1-1', 'Build the oven', 'complete')}`;
    expect(vanished(old, '# Q\n', archive)).toEqual(['p1-2']);
    expect(vanished(old, '# Q\n', `# Other\n\n${task('p1-1', 'Something else')}`)).toHaveLength(2);
  });
});

describe('an alarm', () => {
  const rest = 'Words that stay as they are, many of them. '.repeat(40);
  const long = `# Q\n\n${rest}\n\n${task('p1-1')}${task('p1-2')}${task('p1-3', 'Old', 'complete')}`;

  test('is for two unfinished tasks, not for one, and for no finished one', () => {
    expect(reasons(long, long.replace(task('p1-1'), ''))).toEqual([]);
    expect(reasons(long, long.replace(task('p1-3', 'Old', 'complete'), ''))).toEqual([]);
    expect(reasons(long, long.replace(task('p1-1') + task('p1-2'), ''))).toEqual(['tasks-lost']);
  });

  test('is for a file that lost more than 60 % of its size', () => {
    expect(reasons(long, long.replace(rest, rest.slice(0, rest.length / 2)))).toEqual([]);
    expect(reasons(long, long.replace(rest, ''))).toEqual(['shrunk']);
    expect(reasons('No task here. '.repeat(99), 'None.')).toEqual([]);
  });

  test('is for a line that leaves content out, unless it was there before', () => {
    const now = `${long}\n(the rest of the file remains unchanged)\n`;
    expect(reasons(long, now)).toEqual(['elided']);
    expect(reasons(now, `${now}More.\n`)).toEqual([]);
  });

  test('is for conflict markers, unless they were there before', () => {
    const now = `${long}\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> b\n`;
    expect(reasons(long, now)).toEqual(['conflict']);
    expect(reasons(now, `${now}More.\n`)).toEqual([]);
  });

  test('is for text without a heading where there were some', () => {
    expect(reasons(long, long.replaceAll('#', ''))).toContain('no-headings');
  });

  test('is not for what cannot be read', () => {
    expect(reasons(long, '\0')).toEqual([]);
    expect(reasons('\0', long)).toEqual([]);
  });

  test('says what is gone, and what else speaks for an accident', () => {
    const verdict = guardVerdict(read(long), read('(the rest of the file remains unchanged)\n'));
    expect(verdict.kind === 'alarm' && alarmWords(verdict.alarm, 'Q.md')).toBe(
      '2 unfinished tasks vanished from Q.md: `p1-1` and `p1-2`. 1 finished one went with them. ' +
        'It is 98 % smaller than before, says of content that it was left out and has no heading any more.',
    );
  });
});
