import { describe, expect, test } from 'vitest';
import { type BatchOptions, nextBatch } from '../../../server/src/core/spawn/nextBatch';
import type { TaskKey } from '../../../server/src/core/model/taskKey';
import { keyOf, shown, taskText, uriOf, workspaceOf } from '../../support/workspace';

const all: BatchOptions = { how: 'all', held: [], maxWorkers: 9, cwd: '/w' };
const slots = (n: number) => `**Max Slots:** ${n}\n\n`;

function batchOf(text: string, options: Partial<BatchOptions> = {}) {
  const { chosen, skipped } = nextBatch(workspaceOf({ a: text }), { ...all, ...options });
  return {
    chosen: shown(chosen),
    skipped: Object.fromEntries(
      skipped.map(({ key, why }): [string, string] => [shown([key])[0] ?? '', why]),
    ),
  };
}

describe('what is started next', () => {
  test('goes by priority, then by what waits for it, then by the file', () => {
    const text =
      slots(9) +
      taskText('t-1') +
      taskText('t-2', { Priority: 'P0' }) +
      taskText('t-3') +
      taskText('t-4', { Priority: 'High' }) +
      taskText('t-5', { Dependencies: 't-3' }) +
      taskText('t-6', { Dependencies: 't-5' });
    expect(batchOf(text).chosen).toEqual(['a#t-2', 'a#t-4', 'a#t-3', 'a#t-1']);
  });

  test('has the priority that the plan and queries give it, in whatever words', () => {
    const priorities = ['lowest', 'minor', 'someday', '1', 'P0'];
    const text = priorities.map((Priority, at) => taskText(`t-${at}`, { Priority })).join('');
    expect(batchOf(slots(9) + text).chosen).toEqual(['a#t-4', 'a#t-3', 'a#t-2', 'a#t-1', 'a#t-0']);
  });

  test('is among the tasks that are asked for, and of those only', () => {
    const text = slots(2) + taskText('t-1') + taskText('t-2') + taskText('t-3') + taskText('t-4');
    const [, second, third, fourth] = workspaceOf({ a: text }).schedule.byQueue.get(uriOf('a'))
      ?.ready as readonly TaskKey[] as readonly [TaskKey, TaskKey, TaskKey, TaskKey];
    expect(batchOf(text, { keys: [fourth, second, third] })).toEqual({
      chosen: ['a#t-2', 'a#t-3'],
      skipped: { 'a#t-4': 'Both slots are taken.' },
    });
    expect(batchOf(text, { keys: [] })).toEqual({ chosen: [], skipped: {} });
  });

  test('leaves out a queue whose file is gone, and says so', () => {
    const queues = { a: slots(2) + taskText('t-1'), b: slots(2) + taskText('t-2') };
    const { chosen, skipped } = nextBatch(workspaceOf(queues, {}, ['a']), all);
    expect(shown(chosen)).toEqual(['b#t-2']);
    const why = 'Its queue is not on the disk any more: save it, or close it.';
    expect(skipped).toEqual([{ key: keyOf('a', 't-1'), why }]);
  });

  test('fills free slots and no more; next takes one', () => {
    const text =
      slots(2) + taskText('t-1', { Status: 'in-progress' }) + taskText('t-2') + taskText('t-3');
    expect(batchOf(text)).toEqual({
      chosen: ['a#t-2'],
      skipped: { 'a#t-3': 'Both slots are taken.' },
    });
    const overfull =
      slots(1) +
      taskText('t-1', { Status: 'in-progress' }) +
      taskText('t-2', { Status: 'in-progress' }) +
      taskText('t-3');
    expect(batchOf(overfull).skipped).toEqual({ 'a#t-3': '2 tasks hold the 1 slot.' });
    expect(batchOf(slots(9) + taskText('t-1') + taskText('t-2'), { how: 'next' })).toEqual({
      chosen: ['a#t-1'],
      skipped: { 'a#t-2': 'Another one comes first.' },
    });
  });

  test('passes over tasks that name a file somebody works on, and over held ones', () => {
    const files = (id: string, file: string) => taskText(id) + `Change \`${file}\`.\n\n`;
    const text =
      slots(9) +
      taskText('t-0', { Status: 'in-progress' }) +
      'Change `src/cart.ts`.\n\n' +
      files('t-1', 'src/cart.ts') +
      files('t-2', 'src/pay.ts') +
      files('t-3', './src/pay.ts') +
      files('t-4', 'README.md') +
      files('t-5', 'README.md') +
      taskText('t-6');
    expect(batchOf(text, { held: [keyOf('a', 't-6')] })).toEqual({
      chosen: ['a#t-2', 'a#t-4', 'a#t-5'],
      skipped: {
        'a#t-1': 'It names src/cart.ts, which t-0 works on.',
        'a#t-3': 'It names src/pay.ts, which t-2 works on.',
        'a#t-6': 'An attempt at it is under way.',
      },
    });
  });

  test('of one queue only, when that is asked for', () => {
    const state = workspaceOf({ a: taskText('t-1'), b: taskText('t-2') });
    const { chosen } = nextBatch(state, { ...all, uri: uriOf('b') });
    expect(shown(chosen)).toEqual(['b#t-2']);
  });
});
