// A task that waits for one of several: when it is ready, what is said of it, and that nothing false is reported.
import { expect, test } from 'vitest';
import { hoverAt } from '../../../server/src/core/features/hover';
import { explainNotReady } from '../../../server/src/core/features/support/explainNotReady';
import { dependencyText } from '../../../server/src/core/prompt/dependencyText';
import { runRules } from '../../../server/src/core/rules/runRules';
import { scheduleIn } from '../../support/schedule';
import { keyOf, shown, taskText, uriOf, workspaceOf } from '../../support/workspace';

const user = keyOf('a', 'user-1');

function queueOf(first: string, second: string, waitsFor: string, status = 'pending') {
  const text =
    taskText('lamp-1', { Status: first, Model: 'haiku' }) +
    taskText('lamp-2', { Status: second, Model: 'haiku' }) +
    taskText('user-1', { Status: status, Model: 'haiku', 'Depends On': waitsFor });
  return { text, state: workspaceOf({ a: text }) };
}

test.each([
  ['pending', 'pending', false],
  ['complete', 'pending', true],
  ['pending', 'complete', true],
  ['cancelled', 'complete', true],
  ['complete', 'complete', true],
  ['pending', 'needs-validation', false],
  ['self-validated', 'needs-validation', false],
  ['failed', 'cancelled', false],
])('lamp-1 %s or lamp-2 %s: ready %s', (first, second, isReady) => {
  const { state } = queueOf(first, second, 'lamp-1 or lamp-2');
  expect(scheduleIn(state).ready.includes(user)).toBe(isReady);
  expect(state.graph.cycles).toEqual([]);
});

test.each([
  [
    ['pending', 'pending', 'lamp-1 or lamp-2'],
    ['○ lamp-1 pending', 'or ○ lamp-2 pending'],
    'It waits for lamp-1 or lamp-2: one of them is enough.',
  ],
  [
    ['pending', 'complete', 'lamp-1 or lamp-2'],
    ['lamp-1: not waited for, since an alternative is finished', 'or ● lamp-2 complete'],
    undefined,
  ],
  [
    ['pending', 'needs-validation', 'lamp-1 or lamp-2'],
    ['lamp-1: not waited for, since an alternative is finished', 'or ◕ lamp-2 needs-validation'],
    'It waits for the validation of lamp-2.',
  ],
  [
    ['pending', 'pending', 'lamp-1 or gone-7'],
    ['○ lamp-1 pending', 'or gone-7: no such task'],
    'It waits for lamp-1 (pending).',
  ],
  [
    ['pending', 'pending', 'lamp-1, lamp-2 or gone-7'],
    ['○ lamp-1 pending', '○ lamp-2 pending', 'or gone-7: no such task'],
    'It waits for lamp-1 (pending) and lamp-2 (pending).',
  ],
] as const)('%s', ([first, second, waitsFor], items, why) => {
  const { text, state } = queueOf(first, second, waitsFor);
  const hover = hoverAt(state, uriOf('a'), text, text.indexOf('user-1'))?.markdown ?? '';
  const plain = hover.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('\\', '');
  expect(/Waits for:\n((?:- .*\n?)*)/.exec(plain)?.[1]?.trimEnd().split('\n')).toEqual(
    items.map((item) => `- ${item}`),
  );
  expect(explainNotReady(state, user)).toBe(why);
});

test.each([
  ['lamp-2', 'user-1 waits for lamp-1 or lamp-2: one of them is enough.'],
  ['lamp-3', undefined],
])('the cursor on %s says that it is an alternative: %s', (id, said) => {
  const { text, state } = queueOf('pending', 'pending', 'lamp-3, lamp-1 or lamp-2; lamp-4');
  const markdown = hoverAt(state, uriOf('a'), text, text.lastIndexOf(id) + 2)?.markdown;
  expect(markdown).toBeDefined();
  expect(/user.{0,2}1 waits for.*/.exec(markdown ?? '')?.[0].replaceAll('\\', '')).toBe(said);
});

test('the words for a worker say that the other one is not needed', () => {
  const { state } = queueOf('complete', 'pending', 'lamp-1 or lamp-2');
  expect(dependencyText(state, user)).toBe(
    '- lamp-1: complete\n- lamp-2: not needed, an alternative is finished',
  );
});

test.each([
  ['pending', 'complete', 'lamp-1 or lamp-2', []],
  ['pending', 'complete', 'lamp-1 ✅ or lamp-2', []],
  ['complete', 'pending', 'lamp-1 or gone-7', ['unresolved-dependency information']],
  ['complete', 'pending', 'lamp-1 or Phase 7', ['unresolved-dependency information']],
  ['complete', 'pending', 'gone-6 or gone-7', Array(2).fill('unresolved-dependency error')],
  ['pending', 'pending', 'lamp-1 or lamp-2', Array(2).fill('unmet-dependency warning')],
])('in progress, with %s and %s, `%s` is reported as %j', (first, second, waitsFor, wanted) => {
  const { state } = queueOf(first, second, waitsFor, 'in-progress');
  const document = state.documents.get(uriOf('a'));
  if (!document) throw new Error('The queue is not there.');
  const found = runRules(
    state,
    document,
    () => undefined,
    (code, error) => {
      throw new Error(code, { cause: error });
    },
  );
  expect(
    found
      .filter(({ code }) => /depend/.test(code) || code === 'dep-annotation-drift')
      .map(({ code, severity }) => `${code} ${severity}`),
  ).toEqual(wanted);
});

test('a ring through an alternative is none, one through what is required is', () => {
  const ring = (waitsFor: string) =>
    workspaceOf({
      a:
        taskText('lamp-1', { 'Depends On': 'user-1' }) +
        taskText('lamp-2') +
        taskText('user-1', { 'Depends On': waitsFor }),
    }).graph.cycles.map(({ ring: keys }) => shown(keys));
  expect(ring('lamp-1 or lamp-2')).toEqual([]);
  expect(ring('lamp-1 and lamp-2')).toEqual([['a#lamp-1', 'a#user-1']]);
});

test('what a field requires is not lost to a choice that names it, too', () => {
  const { state } = queueOf('pending', 'complete', 'lamp-1 or lamp-2, lamp-1');
  expect(scheduleIn(state).ready.includes(user)).toBe(false);
});
