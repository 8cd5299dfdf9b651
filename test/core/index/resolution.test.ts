// What a reference means: the ladder of dialect 3.6 (G4, G5), own queue first.
import { describe, expect, test } from 'vitest';
import type { QueueState } from '../../../server/src/core/state';
import { told } from '../../support/resolutions';
import { keyOf, taskText, uriOf, workspaceOf } from '../../support/workspace';

/** What the dependencies of a task mean, in their order. */
function meanings(state: QueueState, name: string, id: string): readonly string[] {
  return (state.graph.byTask.get(keyOf(name, id)) ?? []).map((d) => told(d.resolution));
}

describe('the ladder', () => {
  const state = workspaceOf({
    a: ['p7-1-crypto-init', 'haos-room-p1-4-a', 'web-login-form', 'x-1', 'x-1-b', 'X-2-a', 'x-2-b']
      .map((id) => taskText(id))
      .join(''),
    b: ['far-1', 'p7-1', 'only-here-2', 'x-1-b'].map((id) => taskText(id)).join(''),
  });

  test.each([
    ['the id itself, before longer ones', 'x-1', 'exact a#x-1'],
    ['in any case', 'X-1-B', 'exact a#x-1-b'],
    ['the start of one id', 'p7-1-crypto', 'prefix a#p7-1-crypto-init'],
    ['the end of one id', 'p1-4-a', 'suffix a#haos-room-p1-4-a'],
    ['the middle of one id', 'login', 'infix a#web-login-form'],
    ['the start of several ids', 'x-2', 'ambiguous: a#x-2-a a#x-2-b'],
    ['no boundary at a hyphen', 'p7-1-cry', 'unresolved'],
    ['a short form of one’s own queue before another’s id', 'p7-1', 'prefix a#p7-1-crypto-init'],
    ['an id of another queue', 'far-1', 'exact b#far-1'],
    ['a short form in another queue', 'only-here', 'prefix b#only-here-2'],
    ['nobody’s id', 'p9-9', 'unresolved'],
  ])('%s', (_name, text, meaning) => {
    expect(told(state.index.resolve(uriOf('a'), text))).toBe(meaning);
  });

  test('from a file that is no queue all queues are searched alike', () => {
    const from = 'file:///w/notes.md';
    expect(told(state.index.resolve(from, 'p7-1'))).toBe('exact b#p7-1');
    expect(told(state.index.resolve(from, 'x-1-b'))).toBe('ambiguous: a#x-1-b b#x-1-b');
  });
});

describe('ranges', () => {
  const range = (text: string, ids: readonly string[]) =>
    meanings(
      workspaceOf({
        a: ids.map((id) => taskText(id)).join('') + taskText('user-1', { 'Depends On': text }),
        b: taskText('q-1') + taskText('q-2'),
      }),
      'a',
      'user-1',
    );
  const ids = ['p2-1', 'p2-2-build', 'p2-4', 'p2-10', 'p3-2', 'p2-x', 'x-1-a', 'x-1-c', 'x-1-e'];

  test.each([
    ['through', 'p2-1 through p2-4', 'range: a#p2-1 a#p2-2-build a#p2-4'],
    ['to', 'p2-2 to p2-10', 'range: a#p2-2-build a#p2-4 a#p2-10'],
    ['dots', 'p2-1..p2-4', 'range: a#p2-1 a#p2-2-build a#p2-4'],
    ['of another queue', 'q-1 through q-2', 'range: b#q-1 b#q-2'],
    ['of nothing that is declared', 'p2-5 through p2-9', 'unresolved'],
    ['of letters', 'x-1-a to x-1-c', 'range: a#x-1-a a#x-1-c'],
    ['with two stems: both ends', 'p2-1 through p3-2', 'range: a#p2-1 a#p3-2; between'],
    ['backwards', 'p2-4 through p2-1', 'range: a#p2-1 a#p2-2-build a#p2-4'],
    [
      'with an end that nobody declares',
      'p2-2 to p2-9',
      'range: a#p2-2-build a#p2-4; missing p2-9',
    ],
  ])('%s', (_name, text, meaning) => {
    expect(range(text, ids)).toEqual([meaning]);
  });
});

describe('phases and groups', () => {
  const queue = `# Project

## Phase 1: Start
${taskText('one-1')}${taskText('one-2')}
## Phase 2: Go on
### Part one
#### two-1 ✅
- **Status:** complete

## PHASE 3 tasks
${taskText('three-1')}
## Phase 4: Nothing yet

## Last
### PHASE-A: The letter
- **Status:** pending

${taskText('tagged-1', { Phase: 'Phase 2' })}
### group-9: Together
#### group-9-a
- **Status:** pending
#### group-9-b
- **Status:** pending

`;
  const meaning = (text: string, more: Readonly<Record<string, string>> = {}) =>
    meanings(
      workspaceOf({ a: queue + taskText('user-1', { 'Depends On': text }), ...more }),
      'a',
      'user-1',
    );

  test.each([
    ['a phase', 'Phase 1', ['phase: a#one-1 a#one-2']],
    ['by heading and by field', 'Phase 2 complete', ['phase: a#two-1 a#tagged-1']],
    ['several phases', 'Phase 1-3', ['phase: a#one-1 a#one-2 a#two-1 a#three-1 a#tagged-1']],
    ['in any case, with a mark', 'PHASE 3 ✅', ['phase: a#three-1']],
    ['an id that is called so', 'Phase A', ['exact a#phase-a']],
    ['that id itself', 'PHASE-A', ['exact a#phase-a']],
    ['a phase without tasks', 'Phase 4', ['phase: ; empty Phase 4']],
    ['a phase that nobody has', 'Phase 8', ['phase: ; missing Phase 8']],
    ['phases of which one is missing', 'Phase 3, 8', ['phase: a#three-1; missing Phase 8']],
    ['an id beside a phase', 'Phases A and 3', ['phase: a#three-1 a#phase-a']],
    ['among ids', 'one-1, Phase 3; gone-1', ['exact a#one-1', 'phase: a#three-1', 'unresolved']],
    ['words', 'All prerequisites met', ['text']],
    ['none', 'None', []],
    ['a group with an id', 'group-9', ['ambiguous: a#group-9-a a#group-9-b']],
  ])('%s', (_name, text, wanted) => {
    expect(meaning(text)).toEqual(wanted);
  });

  test('a group with an id means its tasks where no id begins so', () => {
    const text = queue.replace('group-9-a', 'left-1').replace('group-9-b', 'right-1');
    const state = workspaceOf({ a: text + taskText('user-1', { 'Depends On': 'group-9' }) });
    expect(meanings(state, 'a', 'user-1')).toEqual(['group: a#left-1 a#right-1']);
  });

  test('a phase of another queue counts where one’s own queue has none', () => {
    const b = `## Phase 8: There\n${taskText('far-8')}## Phase 1: There\n${taskText('far-1')}`;
    expect(meaning('Phase 8', { b })).toEqual(['phase: b#far-8']);
    expect(meaning('Phase 1', { b })).toEqual(['phase: a#one-1 a#one-2']);
  });
});
