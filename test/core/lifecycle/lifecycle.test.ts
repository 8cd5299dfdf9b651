// The life of a task as configuration: what follows what, who may say so, and what a changed setting changes.
import { describe, expect, test } from 'vitest';
import { judgeTransition } from '../../../server/src/core/lifecycle/judgeTransition';
import { defaultLifecycle, type Role } from '../../../server/src/core/lifecycle/lifecycle';
import { readLifecycle } from '../../../server/src/core/lifecycle/readLifecycle';
import { type Status, statuses } from '../../../server/src/core/model/status';
import { checkRules } from '../../support/checkRules';

const judge = (from: Status, to: Status, role: Role) =>
  judgeTransition(from, to, role, defaultLifecycle);

describe('the usual life', () => {
  test.each([
    ['pending', 'in-progress', 'coordinator'],
    ['in-progress', 'needs-validation', 'worker'],
    ['needs-validation', 'self-validated', 'coordinator'],
    ['self-validated', 'validated', 'validator'],
    ['validated', 'complete', 'coordinator'],
    ['needs-validation', 'failed', 'validator'],
    ['in-progress', 'blocked', 'worker'],
    ['failed', 'in-progress', 'coordinator'],
  ] as const)('%s → %s by the %s', (from, to, role) => {
    expect(judge(from, to, role)).toEqual({ kind: 'allowed' });
  });

  test('a worker goes no further than a claim', () => {
    for (const to of ['self-validated', 'validated', 'complete'] as const)
      expect(judge('needs-validation', to, 'worker').kind).not.toBe('allowed');
    expect(judge('needs-validation', 'self-validated', 'worker')).toEqual({
      kind: 'not-yours',
      by: ['coordinator'],
    });
  });

  test('a skipped state is named, not refused', () => {
    expect(judge('pending', 'complete', 'coordinator')).toEqual({
      kind: 'skips',
      over: ['in-progress', 'needs-validation', 'self-validated', 'validated'],
    });
    expect(judge('needs-validation', 'validated', 'validator')).toEqual({
      kind: 'skips',
      over: ['self-validated'],
    });
  });

  test('no change, and what cannot be read, is none', () => {
    expect(judge('pending', 'pending', 'worker')).toEqual({ kind: 'none' });
    expect(judge('unknown', 'complete', 'worker')).toEqual({ kind: 'none' });
    expect(judge('complete', 'unknown', 'worker')).toEqual({ kind: 'none' });
  });

  test('every status but a dropped one leads to done', () => {
    for (const from of statuses.filter((s) => s !== 'complete'))
      expect(judge(from, 'complete', 'coordinator').kind, from).not.toBe('no-way');
  });
});

describe('from settings', () => {
  test('nothing is the default', () => {
    for (const given of [undefined, null, {}, { transitions: [] }])
      expect(readLifecycle(given)).toEqual({ lifecycle: defaultLifecycle, problems: [] });
  });

  test('lists and single words, in any words the lexicon knows', () => {
    const { lifecycle, problems } = readLifecycle({
      transitions: [
        { from: 'queued', to: 'working', by: 'anyone' },
        { from: ['working', 'failed'], to: 'done', by: ['worker'] },
      ],
      done: ['done'],
      soft: [],
    });
    expect(problems).toEqual([]);
    expect(lifecycle).toEqual({
      transitions: [
        { from: 'pending', to: 'in-progress', by: ['worker', 'coordinator', 'validator'] },
        { from: 'in-progress', to: 'complete', by: ['worker'] },
        { from: 'failed', to: 'complete', by: ['worker'] },
      ],
      done: ['complete'],
      soft: [],
    });
    expect(judgeTransition('pending', 'complete', 'worker', lifecycle)).toEqual({
      kind: 'skips',
      over: ['in-progress'],
    });
    expect(judgeTransition('complete', 'pending', 'worker', lifecycle)).toEqual({ kind: 'no-way' });
  });

  test.each<[unknown, string]>([
    ['x', 'it should be an object'],
    [{ transitions: 'x' }, 'transitions: it should be a list of { from, to, by }'],
    [{ transitions: ['x'] }, 'transitions: number 1 should be { from, to, by }'],
    [
      { transitions: [{ from: 'purple', to: 'done', by: 'worker' }] },
      '"purple" is no status we know',
    ],
    [{ transitions: [{ to: 'done', by: 'worker' }] }, 'nothing is no status we know'],
    [{ transitions: [{ from: 'done', to: 'done', by: 'cook' }] }, '"cook" is no role'],
    [{ done: [] }, 'done: without any status'],
    [{ done: [7] }, '7 is no status we know'],
    [{ soft: {} }, '{} is no status we know'],
  ])('%j: the problem is told, the default used', (given, why) => {
    const { lifecycle, problems } = readLifecycle(given);
    expect(problems.join('\n')).toContain(why);
    expect(problems.join('\n')).toContain('Using the default.');
    expect(lifecycle).toEqual(defaultLifecycle);
  });

  test('what is done is not soft as well', () => {
    const { lifecycle, problems } = readLifecycle({
      done: ['self-validated'],
      soft: ['self-validated'],
    });
    expect([lifecycle.soft, problems]).toEqual([[], [expect.stringContaining('at once')]]);
    expect(readLifecycle({ done: ['self-validated'] })).toEqual({
      lifecycle: { ...defaultLifecycle, done: ['self-validated'], soft: ['needs-validation'] },
      problems: [],
    });
  });
});

describe('a changed setting changes what fires', () => {
  const queue = `### app-one: First
- **Status:** complete

### app-two: Second
- **Status:** in-progress
- **Depends On:** app-one
`;
  const strict = { ...defaultLifecycle, done: ['validated'], soft: [] };
  test('complete meets a dependency', () => {
    checkRules(queue, 'unmet-dependency');
  });
  test('unless only validated does', () => {
    checkRules(
      `<!-- options: lifecycle=${JSON.stringify(strict)} -->\n${queue}                  ^^^^^^^ unmet-dependency\n`,
      'unmet-dependency',
    );
  });
  test('or complete counts as soft', () => {
    const soft = { ...strict, soft: ['complete'] };
    checkRules(
      `<!-- options: lifecycle=${JSON.stringify(soft)} -->\n${queue}                  ^^^^^^^ unmet-dependency-soft\n`,
      'unmet-dependency-soft',
      'unmet-dependency',
    );
  });
});
