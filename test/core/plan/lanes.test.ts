// In which lane each task is drawn, and which lines go between them.
import { expect, test } from 'vitest';
import { firstParentsOf } from '../../../server/src/core/plan/firstParents';
import { lanesOf } from '../../../server/src/core/plan/lanes';
import { taskEdgesOf } from '../../../server/src/core/plan/taskEdges';
import type { QueueState } from '../../../server/src/core/state';
import { shown, taskText, uriOf, workspaceOf } from '../../support/workspace';

function lanesIn(text: string): readonly (readonly [string, string])[] {
  return lanesOf(workspaceOf({ a: text }), uriOf('a')).map(({ title, tasks }) => [
    title,
    shown(tasks).join(' ').replaceAll('a#', ''),
  ]);
}

/** `from -> to`, with what is not an ordinary unmet dependency. */
function edgesIn(state: QueueState): readonly string[] {
  const lanes = lanesOf(state, uriOf('a'));
  const titles = new Map(lanes.map(({ key, title }) => [key, title]));
  const laneOf = new Map(lanes.flatMap(({ key, tasks }) => tasks.map((task) => [task, key])));
  return taskEdgesOf(state, laneOf).map(({ from, to, kind, fulfilment }) => {
    const end = titles.get(to) ?? to.replace(/^.*\n/, '');
    return `${shown([from]).join().slice(2)} -> ${end} ${kind} ${fulfilment}`;
  });
}

test('phases are lanes, in file order; what stands in none comes last', () => {
  expect(
    lanesIn(
      `# Jobs\n\n## Notes\n\n${taskText('x-1')}## Phase 2: Use\n\n${taskText('p2-1')}## Phase 1: Build\n\n${taskText('p1-1')}${taskText('p1-2')}`,
    ),
  ).toEqual([
    ['Phase 2: Use', 'p2-1'],
    ['Phase 1: Build', 'p1-1 p1-2'],
    ['Everything else', 'x-1'],
  ]);
});

test('a phase that goes on is one lane; a phase of another project is another', () => {
  expect(
    lanesIn(
      [
        `# Jobs\n\n## House\n\n### Phase 1\n\n#### h-1\n- Status: pending\n\n`,
        `### Phase 1 (continued)\n\n#### h-2\n- Status: pending\n\n`,
        `## Garden\n\n### Phase 1\n\n#### g-1\n- Status: pending\n\n`,
      ].join(''),
    ),
  ).toEqual([
    ['Phase 1', 'h-1 h-2'],
    ['Phase 1', 'g-1'],
  ]);
});

test('a heading that only speaks of a phase neither names its lane nor is its place', () => {
  const text = [
    '# Jobs\n\n## Now: Phase 1 - Roots\n\nAll of us work on the roots.\n\n',
    '## Phase 1 tasks\n\n### Deep ones\n\n#### p1-1\n- Status: pending\n\n',
    '## Phase 2, in words\n\nLater.\n\n## Phase 1, what is left\n\n### p1-2\n- Status: pending\n\n',
    '## Rest\n\n### p2-1\n- Status: pending\n- Phase: Phase 2\n\n',
    '### p1-3\n- Status: pending\n- Phase: Phase 1\n',
  ].join('');
  expect(lanesIn(text)).toEqual([
    ['Phase 1 tasks', 'p1-1 p1-2 p1-3'],
    ['Phase 2, in words', 'p2-1'],
  ]);
  const state = workspaceOf({ a: text });
  const headings = lanesOf(state, uriOf('a')).map(
    ({ group }) => state.documents.get(uriOf('a'))?.groups[group ?? -1]?.title.value,
  );
  expect(headings).toEqual(['Phase 1 tasks', 'Phase 2, in words']);
});

test('a task that is declared twice is in the lane of its status', () => {
  expect(
    lanesIn(
      `# Jobs\n\n## Phase 1\n\n${taskText('a-1')}${taskText('a-2')}## Phase 2\n\n${taskText('a-1', { Status: 'in-progress' })}${taskText('a-3')}`,
    ),
  ).toEqual([
    ['Phase 1', 'a-2'],
    ['Phase 2', 'a-1 a-3'],
  ]);
});

test('without phases the sections are lanes, on the level where the tasks part ways', () => {
  expect(
    lanesIn(
      `# Jobs\n\n## Server\n\n${taskText('s-1')}## Client\n\n${taskText('c-1')}### Colours\n\n#### c-2\n- Status: pending\n`,
    ),
  ).toEqual([
    ['Server', 's-1'],
    ['Client', 'c-1 c-2'],
  ]);
});

test('without any headings there is one lane', () => {
  expect(lanesIn(taskText('a-1') + taskText('a-2'))).toEqual([['Everything else', 'a-1 a-2']]);
  expect(lanesOf(workspaceOf({ a: '' }), uriOf('a'))).toEqual([]);
  expect(lanesOf(workspaceOf({}), uriOf('z'))).toEqual([]);
});

test('no two lanes have the same key, and none has the key of a task', () => {
  const state = workspaceOf({
    a: `## A\n\n${taskText('a-1')}## A\n\n${taskText('a-2')}## B\n\n${taskText('b-1')}`,
  });
  const lanes = lanesOf(state, uriOf('a'));
  expect(new Set(lanes.map(({ key }) => key)).size).toBe(lanes.length);
  for (const { key } of lanes) expect([...state.index.tasks.keys()]).not.toContain(key);
});

test('a phase is drawn to its last tasks, a large one to its lane', () => {
  const members = (count: number): string =>
    Array.from({ length: count }, (_, i) =>
      taskText(`p1-${i}`, i === 0 ? { Status: 'complete' } : {}),
    ).join('');
  const draw = (count: number, last = ''): readonly string[] =>
    edgesIn(
      workspaceOf({
        a: `## Phase 1\n\n${members(count)}${last}## Phase 2\n\n${taskText('p2-1', { 'Depends On': 'Phase 1' })}`,
      }),
    ).filter((edge) => edge.startsWith('p2-1'));
  expect(draw(2)).toEqual(['p2-1 -> p1-0 phase met', 'p2-1 -> p1-1 phase unmet']);
  expect(draw(2, taskText('end-1', { 'Depends On': 'p1-0, p1-1' }))).toEqual([
    'p2-1 -> end-1 phase unmet',
  ]);
  expect(draw(2, taskText('end-1', { 'Depends On': 'p1-0, p1-1', Status: 'complete' }))).toEqual([
    'p2-1 -> p1-1 phase unmet',
    'p2-1 -> end-1 phase met',
  ]);
  expect(draw(5)).toEqual(['p2-1 -> Phase 1 phase unmet']);
});

test('edges stay few where every task of a phase waits for the phase before', () => {
  const phase = (at: number): string =>
    `## Phase ${at}\n\n${Array.from({ length: 30 }, (_, i) =>
      taskText(`p${at}-${i}`, at > 1 ? { 'Depends On': `Phase ${at - 1}` } : {}),
    ).join('')}`;
  expect(edgesIn(workspaceOf({ a: [1, 2, 3].map(phase).join('') }))).toHaveLength(60);
});

test('a task and its phase: the task counts; parents come behind', () => {
  expect(
    edgesIn(
      workspaceOf({
        a: [
          `## Phase 1\n\n${taskText('p1-1', { Status: 'needs-validation' })}`,
          `## Phase 2\n\n${taskText('p2-1')}`,
          taskText('p2-2', { 'Depends On': 'Phase 1, p1-1', Parent: 'p2-1' }),
        ].join(''),
      }),
    ),
  ).toEqual(['p2-2 -> p1-1 dependency soft', 'p2-2 -> p2-1 parent met']);
});

test('nobody is drawn as an ancestor of its own', () => {
  const state = workspaceOf({
    a: taskText('a-1', { Parent: 'a-2' }) + taskText('a-2', { Parent: 'a-1' }),
  });
  const parents = firstParentsOf(state, state.index.tasks.keys());
  expect([...parents].map((pair) => shown(pair).join(' in '))).toEqual(['a#a-1 in a#a-2']);
});
