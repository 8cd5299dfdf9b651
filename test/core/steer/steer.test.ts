// What the graph's changes do to texts that say their phase in a field, wait twice, or are tables.
import { expect, test } from 'vitest';
import { editContextOf } from '../../../server/src/core/edits/editContext';
import { applyEdits } from '../../../server/src/core/edits/textEdit';
import { lanesOf } from '../../../server/src/core/plan/lanes';
import { steer, type SteerIntent } from '../../../server/src/core/steer/steer';
import { keyOf, taskText, uriOf, workspaceOf } from '../../support/workspace';

/** The description and the text after it; a refusal as its reason. */
function steered(
  text: string,
  intent: SteerIntent | ((lane: (title: string) => string) => SteerIntent),
): readonly [string, string] {
  const state = workspaceOf({ a: text });
  const lane = (title: string): string =>
    lanesOf(state, uriOf('a')).find((each) => each.title === title)?.key ?? 'no such lane';
  const wanted = typeof intent === 'function' ? intent(lane) : intent;
  const result = steer(editContextOf(state), uriOf('a'), wanted);
  if (result.kind === 'refused') return [result.why, text];
  const after = applyEdits(text, result.edits);
  return [result.description, after.kind === 'text' ? after.text : after.why];
}

test('a phase that stands in a field is changed there', () => {
  const text = taskText('a-1', { Phase: 'Phase 1' }) + taskText('a-2', { Phase: 'Phase 2' });
  const key = keyOf('a', 'a-2');
  expect(steered(text, (lane) => ({ kind: 'moveToLane', key, lane: lane('Phase 1') }))).toEqual([
    'Move a-2 to Phase 1',
    text.replace('Phase 2', 'Phase 1'),
  ]);
});

test('the lane of everything else is no place to move to', () => {
  const text = `## Phase 1\n\n${taskText('a-1')}${taskText('a-2')}## Phase 2\n\n${taskText('b-1')}# Notes\n\n${taskText('c-1')}`;
  const key = keyOf('a', 'a-1');
  expect(
    steered(text, (lane) => ({ kind: 'moveToLane', key, lane: lane('Everything else') }))[0],
  ).toBe('"Everything else" has no heading that `a-1` could be moved below.');
});

test('who waits for a task and for its phase still waits when one of them is taken out', () => {
  const text = `## Phase 1\n\n${taskText('p1-1')}${taskText('p1-2')}## Phase 2\n\n${taskText('p2-1', { 'Depends On': 'Phase 1, p1-1' })}`;
  const [description, after] = steered(text, {
    kind: 'removeDependency',
    from: keyOf('a', 'p2-1'),
    to: keyOf('a', 'p1-1'),
  });
  expect(description).toBe('Let p2-1 no longer wait for p1-1; it still does because of "Phase 1"');
  expect(after).toBe(text.replace('Phase 1, p1-1', 'Phase 1'));
});

test('a queue that has gone', () => {
  const state = workspaceOf({ a: taskText('a-1') });
  expect(
    steer(editContextOf(state), uriOf('z'), {
      kind: 'setStatus',
      key: keyOf('a', 'a-1'),
      status: 'complete',
    }),
  ).toEqual({ kind: 'refused', why: 'The queue is no longer there.' });
});
