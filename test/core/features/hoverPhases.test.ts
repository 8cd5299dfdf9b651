// What hovering over a phase that a task waits for says, and that graph, plan and prompt mean the same by it.
import { expect, test } from 'vitest';
import { hoverAt } from '../../../server/src/core/features/hover';
import { explainNotReady } from '../../../server/src/core/features/support/explainNotReady';
import { planOf } from '../../../server/src/core/plan/plan';
import { dependencyText } from '../../../server/src/core/prompt/dependencyText';
import { keyOf, taskText, uriOf, workspaceOf } from '../../support/workspace';

const phases = `## Phase 1\n${taskText('lamp-1', { Status: 'complete' })}## Phase 2\n${taskText('lamp-2')}## Phase 3\n\n## Phase 4 ✅\n\n## Rest\n`;

/** What is said of the dependency `text`: under the cursor, by the hover of the task, in its prompt, and why it waits. */
function said(text: string): readonly (string | undefined)[] {
  const a = phases + taskText('user-1', { 'Depends On': text });
  const state = workspaceOf({ a });
  const key = keyOf('a', 'user-1');
  const plain = (markdown: string | undefined) =>
    markdown?.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('\\', '');
  const hover = plain(hoverAt(state, uriOf('a'), a, a.lastIndexOf(text) + text.length)?.markdown);
  const task = plain(hoverAt(state, uriOf('a'), a, a.indexOf('user-1'))?.markdown);
  return [
    hover,
    /Waits for: (.*)/.exec(task ?? '')?.[1],
    dependencyText(state, key).slice(2),
    explainNotReady(state, key),
    planOf(state).tasks.get(key)?.place === undefined ? 'never' : 'planned',
  ];
}

test.each([
  [
    'Phases 1, 2',
    [
      '**Phases 1, 2** stands for 2 tasks:\n- ● lamp-1 complete\n- ○ lamp-2 pending',
      'Phases 1, 2: 1 of 2 open (lamp-2)',
      'Phases 1, 2 (2 tasks), still open: lamp-2: pending',
      'It waits for lamp-2 (pending).',
      'planned',
    ],
  ],
  [
    'Phase 1-3',
    [
      '**Phase 1-3** stands for 2 tasks:\n- ● lamp-1 complete\n- ○ lamp-2 pending\n\nNobody can tell whether it is done: Phase 3 has no tasks and is not marked as done.',
      'Phase 1-3: 1 of 2 open (lamp-2); Phase 3 has no tasks and is not marked as done',
      'Phase 1-3 (2 tasks), still open: lamp-2: pending, nobody can tell whether it is done (Phase 3 has no tasks and is not marked as done)',
      'It waits for lamp-2 (pending); it waits for "Phase 1-3", and nobody can tell whether that is done: Phase 3 has no tasks and is not marked as done.',
      'never',
    ],
  ],
  [
    'Phase 4',
    [
      '**Phase 4** has no tasks and is marked as done.',
      'Phase 4: marked as done',
      'Phase 4: marked as done',
      undefined,
      'planned',
    ],
  ],
  [
    'Phase 9',
    [
      '**Phase 9**\n\nNobody can tell whether it is done: no queue has Phase 9.',
      'Phase 9: no queue has Phase 9',
      'Phase 9: nobody can tell whether it is done (no queue has Phase 9)',
      'It waits for "Phase 9", and nobody can tell whether that is done: no queue has Phase 9.',
      'never',
    ],
  ],
])('%s', (text, wanted) => {
  expect(said(text)).toEqual(wanted);
});

const withDropped = (others: string, waitsFor: string) =>
  `## Phase 1\n${taskText('lamp-1', { Status: 'complete' })}${taskText('lamp-2', { Status: 'abandoned' })}${others}## Rest\n${taskText('user-1', { 'Depends On': waitsFor })}`;

test.each([
  [
    'the last one of a phase',
    withDropped('', 'Phase 1'),
    'Phase 1: lamp-2 is dropped and keeps it open',
    'It waits for lamp-2 (cancelled), which is dropped: reopen it, or take it out of what is waited for.',
  ],
  [
    'one of several',
    withDropped(taskText('lamp-3'), 'Phase 1'),
    'Phase 1: 1 of 3 open (lamp-3); lamp-2 is dropped and keeps it open',
    'It waits for lamp-3 (pending); it waits for lamp-2 (cancelled), which is dropped: reopen it, or take it out of what is waited for.',
  ],
  [
    'several of a phase',
    withDropped(taskText('lamp-3', { Status: 'skipped' }), 'Phase 1'),
    'Phase 1: lamp-2, lamp-3 are dropped and keep it open',
    'It waits for lamp-2 (cancelled) and lamp-3 (cancelled), which are dropped: reopen them, or take them out of what is waited for.',
  ],
  [
    'a task by itself',
    withDropped('', 'lamp-2'),
    '– lamp-2 cancelled',
    'It waits for lamp-2 (cancelled), which is dropped: reopen it, or take it out of what is waited for.',
  ],
])('a dropped task is never done, and is named: %s', (_, a, item, why) => {
  const state = workspaceOf({ a });
  const hover = hoverAt(state, uriOf('a'), a, a.indexOf('user-1'))?.markdown;
  const plain = hover?.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('\\', '');
  expect(/Waits for: (.*)/.exec(plain ?? '')?.[1]).toBe(item);
  expect(explainNotReady(state, keyOf('a', 'user-1'))).toBe(why);
});
