// What the user is told of cycles: one finding for each, in every file it touches, and nothing about innocent tasks.
import { expect, test } from 'vitest';
import type { Finding } from '../../../server/src/core/rules/finding';
import type { QueueState } from '../../../server/src/core/state';
import { lineAt } from '../../../server/src/core/text/lineTable';
import { cyclesIn } from '../../support/cycles';
import { keyOf, shown, taskText, uriOf, workspaceOf } from '../../support/workspace';

/** `queue:line` of a finding and of its related places. */
function placesOf(state: QueueState, name: string, finding: Finding): readonly string[] {
  const at = (uri: string, start: number) => {
    const document = state.documents.get(uri);
    const line = document ? lineAt(document.lines, start) + 1 : 0;
    return `${uri.replace(/^.*\/|\.md$/g, '')}:${line}`;
  };
  return [
    at(uriOf(name), finding.span.start),
    ...finding.related.map((r) => at(r.uri, r.span.start)),
  ];
}

test('two tasks that wait for each other are one finding', () => {
  const state = workspaceOf({
    a: taskText('x-1', { 'Depends On': 'x-2' }) + taskText('x-2', { 'Depends On': 'x-1' }),
  });
  const [finding, ...more] = cyclesIn(state, 'a');
  expect(more).toEqual([]);
  expect(finding?.message).toContain('x-1 → x-2 → x-1');
  expect(finding && placesOf(state, 'a', finding)).toEqual(['a:3', 'a:7']);
});

test('a task that waits for itself is told so', () => {
  const state = workspaceOf({ a: taskText('x-1', { 'Depends On': 'x-1' }) });
  expect(cyclesIn(state, 'a').map((f) => f.message)).toEqual([
    '`x-1` waits for itself. Remove the reference.',
  ]);
});

test('a cycle through two files is shown in each, the other as a related place', () => {
  const state = workspaceOf({
    a: taskText('x-1', { 'Depends On': 'y-1' }),
    b: taskText('y-1', { 'Depends On': 'x-1' }),
    c: taskText('z-1', { 'Depends On': 'x-1' }),
  });
  const places = (name: string) => cyclesIn(state, name).map((f) => placesOf(state, name, f));
  expect(places('a')).toEqual([['a:3', 'b:3']]);
  expect(places('b')).toEqual([['b:3', 'a:3']]);
  expect(places('c')).toEqual([]);
});

test('a task in the knot but off the shortest ring is named, in its own file, too', () => {
  const state = workspaceOf({
    a: taskText('x-1', { 'Depends On': 'x-2' }) + taskText('x-2', { 'Depends On': 'x-1, y-1' }),
    b: taskText('y-1', { 'Depends On': 'x-1' }),
  });
  expect(state.graph.cycles.map((c) => shown(c.members))).toEqual([['a#x-1', 'a#x-2', 'b#y-1']]);
  const [here] = cyclesIn(state, 'a');
  expect(here && placesOf(state, 'a', here)).toEqual(['a:3', 'a:7', 'b:3']);
  const [there] = cyclesIn(state, 'b');
  expect(there && placesOf(state, 'b', there)).toEqual(['b:3', 'a:3', 'a:7']);
  expect(there?.message).toContain('`y-1`');
});

test('a task after a cycle, after an unknown id or before a cycle is never called cyclic', () => {
  const state = workspaceOf({
    a:
      taskText('before-1') +
      taskText('ring-1', { 'Depends On': 'ring-2, before-1' }) +
      taskText('ring-2', { 'Depends On': 'ring-1' }) +
      taskText('after-1', { 'Depends On': 'ring-1' }) +
      taskText('after-2', { 'Depends On': 'after-1' }) +
      taskText('lost-1', { 'Depends On': 'nowhere-9' }) +
      taskText('lost-2', { 'Depends On': 'lost-1' }),
  });
  expect(cyclesIn(state, 'a')).toHaveLength(1);
  const notReady = state.schedule.byQueue.get(uriOf('a'))?.notReady;
  const kinds = (id: string) => notReady?.get(keyOf('a', id))?.map((r) => r.kind);
  expect(kinds('ring-1')).toEqual(['cycle', 'waits-for']);
  expect(kinds('ring-2')).toEqual(['cycle', 'waits-for']);
  expect(kinds('after-1')).toEqual(['waits-for']);
  expect(kinds('after-2')).toEqual(['waits-for']);
  expect(kinds('lost-1')).toEqual(['unresolved']);
  expect(kinds('lost-2')).toEqual(['waits-for']);
  expect(shown(state.schedule.byQueue.get(uriOf('a'))?.ready)).toEqual(['a#before-1']);
});

test('an ambiguous short form makes no cycle', () => {
  const state = workspaceOf({
    a: taskText('x-1-a', { 'Depends On': 'x-1' }) + taskText('x-1-b', { 'Depends On': 'x-1-a' }),
  });
  expect(state.graph.cycles).toEqual([]);
});

test('a task that waits for its own phase waits for the others in it only', () => {
  const state = workspaceOf({
    a: `## Phase 1: All\n\n${taskText('x-1')}${taskText('x-2', { 'Depends On': 'Phase 1' })}`,
  });
  expect(state.graph.cycles).toEqual([]);
  expect(shown(state.graph.byTask.get(keyOf('a', 'x-2'))?.flatMap((d) => d.open))).toEqual([
    'a#x-1',
  ]);
});
