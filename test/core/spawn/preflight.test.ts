import { describe, expect, test } from 'vitest';
import type { CoreOptions } from '../../../server/src/core/options';
import { chooseModel, modelNotOffered } from '../../../server/src/core/spawn/chooseModel';
import { preflight, type SpawnFacts } from '../../../server/src/core/spawn/preflight';
import { keyOf, taskText, workspaceOf } from '../../support/workspace';

const facts: SpawnFacts = {
  ...{ isTrusted: true, held: [], maxWorkers: 9, cwd: '/w', isFolder: true, isRetry: false },
};

function codesOf(
  text: string,
  given: Partial<SpawnFacts> = {},
  options: Partial<CoreOptions> = {},
): readonly string[] {
  const state = workspaceOf({ a: text }, options);
  return preflight(state, keyOf('a', 'shop-1'), { ...facts, ...given }).map(({ code }) => code);
}

describe('preflight', () => {
  test.each(['pending', 'failed'])('a %s task with nothing in its way can start', (Status) => {
    expect(codesOf(taskText('shop-1', { Status }))).toEqual([]);
  });

  test.each(['in-progress', 'needs-validation', 'validated', 'complete', 'blocked', 'cancelled'])(
    'a task that is %s cannot, and the way out is said',
    (Status) => {
      const state = workspaceOf({ a: taskText('shop-1', { Status }) });
      const [obstacle] = preflight(state, keyOf('a', 'shop-1'), facts);
      expect(obstacle).toMatchObject({ code: 'status', why: `shop-1 is ${Status}.` });
      expect(obstacle?.remedy).toMatch(/\.$/);
    },
  );

  test('a new attempt may follow one that the queue still calls in progress', () => {
    const text = taskText('shop-1', { Status: 'in-progress' });
    expect(codesOf(text, { isRetry: true })).toEqual([]);
  });

  test('says everything that is in the way at once, and only slots can be overridden', () => {
    const text =
      '**Worker Slots:** 1/1 occupied\n\n' +
      taskText('shop-1', { Status: 'blocked', Dependencies: 'shop-2, nobody-9' }) +
      taskText('shop-1', { Status: 'blocked' }) +
      taskText('shop-2', { Status: 'in-progress', Worker: 'w' });
    const state = workspaceOf({ a: text });
    const all = preflight(state, keyOf('a', 'shop-1'), {
      ...facts,
      isTrusted: false,
      isFolder: false,
    });
    expect(all.map(({ code }) => code)).toEqual([
      ...['untrusted', 'ambiguous-id', 'status', 'dependencies', 'dependencies', 'slots', 'folder'],
    ]);
    expect(all.filter((o) => o.canOverride).map(({ code }) => code)).toEqual(['slots']);
    expect(all.every(({ why, remedy }) => /\.$/.test(why) && /\.$/.test(remedy))).toBe(true);
  });

  test('nothing starts while the queue could not say so, because its file is gone', () => {
    const state = workspaceOf({ a: taskText('shop-1'), b: taskText('rye-1') }, {}, ['a']);
    expect(preflight(state, keyOf('a', 'shop-1'), facts)).toEqual([
      {
        code: 'queue-gone',
        why: 'a.md is not on the disk any more, so a worker could not be recorded in it.',
        remedy: 'Save it to bring it back, or close it.',
        canOverride: false,
      },
    ]);
    expect(preflight(state, keyOf('b', 'rye-1'), facts)).toEqual([]);
  });

  test('managers take no worker, and neither does a task that is gone', () => {
    const text = taskText('shop-1') + taskText('shop-2', { Parent: 'shop-1' });
    expect(codesOf(text)).toEqual(['manager']);
    expect(codesOf(taskText('shop-2'))).toEqual(['not-found']);
  });

  test('a task is told from one whose whole queue has gone', () => {
    const state = workspaceOf({ a: taskText('shop-2') });
    const why = (queue: string) => preflight(state, keyOf(queue, 'shop-1'), facts)[0]?.why;
    expect(['a', 'b'].map(why)).toEqual([
      'No queue declares shop-1 any more.',
      'b.md, which declared shop-1, is not there any more, or cannot be read.',
    ]);
  });

  test('attempts that the queue does not know of hold slots, each task one', () => {
    const text =
      '**Max Slots:** 2\n\n' +
      taskText('shop-1') +
      taskText('shop-2', { Status: 'in-progress' }) +
      taskText('shop-3');
    expect(codesOf(text, { held: [keyOf('a', 'shop-2')] })).toEqual([]);
    expect(codesOf(text, { held: [keyOf('a', 'shop-3')] })).toEqual(['slots']);
    expect(codesOf(text, { held: [keyOf('a', 'shop-1')] })).toEqual([]);
  });

  test.each([
    [2, /^Both slots are taken: x-1, x-2\.$/],
    [8, /^8 tasks hold the 2 slots: x-1, x-2, x-3, x-4, x-5, x-6, x-7, x-8\.$/],
    [11, /^11 tasks hold the 2 slots: .*, x-7, x-8 and 3 more\.$/],
  ])('of %i tasks that hold slots none is passed over in silence', (count, why) => {
    const held = Array.from({ length: count }, (_, at) =>
      taskText(`x-${at + 1}`, { Status: 'in-progress' }),
    );
    const state = workspaceOf({ a: `**Max Slots:** 2\n\n${held.join('')}${taskText('shop-1')}` });
    expect(preflight(state, keyOf('a', 'shop-1'), facts)[0]?.why).toMatch(why);
  });

  test('the limit of the workspace counts workers of all queues', () => {
    const text = taskText('shop-1');
    expect(codesOf(text, { held: [keyOf('b', 'x-1')], maxWorkers: 1 })).toEqual(['slots']);
    expect(codesOf(text, { held: [keyOf('b', 'x-1')], maxWorkers: 2 })).toEqual([]);
    const held = [keyOf('b', 'x-1'), keyOf('b', 'x-2')];
    const state = workspaceOf({ a: text });
    const why = (maxWorkers: number) =>
      preflight(state, keyOf('a', 'shop-1'), { ...facts, held, maxWorkers }).map((o) => o.why);
    expect([1, 2].map(why)).toEqual([
      ['2 workers hold tasks, and 1 may run at once: x-1, x-2.'],
      ['No more than 2 workers may run at once: x-1, x-2.'],
    ]);
  });
});

describe('the model of a worker', () => {
  const chosen = (Model: string, options: Partial<CoreOptions> = {}) =>
    chooseModel(workspaceOf({ a: taskText('shop-1', { Model }) }, options), keyOf('a', 'shop-1'), {
      Sonnet: 'claude-sonnet',
    });

  test.each([
    ['sonnet', 'claude-sonnet'],
    ['Sonnet | opus', 'claude-sonnet'],
    ['opus', 'opus'],
    ['vendor/special-1', 'vendor/special-1'],
  ])('%s is %s to the back end', (written, model) => {
    expect(chosen(written)).toMatchObject({ model, obstacle: undefined });
  });

  test('none is asked for: the back end takes its own', () => {
    const state = workspaceOf({ a: taskText('shop-1') });
    expect(chooseModel(state, keyOf('a', 'shop-1'), {})).toMatchObject({ model: undefined });
  });

  test('denied models are refused under every name', () => {
    const denied = { models: { known: {}, denied: ['claude-sonnet'] } };
    expect(chosen('sonnet', denied).obstacle?.why).toMatch(/claude-sonnet must not be used/);
    expect(chosen('vendor/claude-sonnet', denied).obstacle?.code).toBe('model');
  });

  test('a slip of a name is said with what was meant', () => {
    expect(chosen('sonett').obstacle).toMatchObject({
      code: 'model',
      remedy: 'Did you mean sonnet? Correct the Model field.',
    });
  });

  test.each([
    ['opus', undefined, true],
    ['opus', [], true],
    ['Opus', ['vendor/opus'], true],
    ['opus', ['vendor/opus-2', 'sonnet'], false],
    [undefined, ['sonnet'], true],
  ])('%s of %j is offered: %s', (model, offered, isThere) => {
    expect(modelNotOffered(model, offered) === undefined).toBe(isThere);
  });
});
