// The plan of real queue texts: what counts as waiting, who gets a slot, and what stays the same object.
import { expect, test } from 'vitest';
import type { TaskKey } from '../../../server/src/core/model/taskKey';
import { type Plan, planOf, queueChainsOf } from '../../../server/src/core/plan/plan';
import { deriveState } from '../../../server/src/core/state';
import { readQueue } from '../../../server/src/core/dialect/readQueue';
import { keyOf, shown, taskText, uriOf, workspaceOf } from '../../support/workspace';

/** The steps of all tasks that have one, by id. */
function stepsIn(plan: Plan): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...plan.tasks].flatMap(([key, { place }]) =>
      place ? [[shown([key]).join(), place.step]] : [],
    ),
  );
}

function impactIn(plan: Plan, id: string): readonly number[] {
  const { blocks = -1, waitsFor = -1 } = plan.tasks.get(keyOf('a', id)) ?? {};
  return [blocks, waitsFor];
}

test('what never becomes ready has no step, nor has what waits for it', () => {
  const plan = planOf(
    workspaceOf({
      a: [
        taskText('done-1', { Status: 'complete' }),
        taskText('run-1', { Status: 'in-progress', 'Depends On': 'fail-1' }),
        taskText('claim-1', { Status: 'needs-validation' }),
        taskText('next-1', { 'Depends On': 'done-1, claim-1' }),
        taskText('wait-1', { Status: 'blocked', 'Depends On': 'run-1' }),
        taskText('stop-1', { Status: 'blocked' }),
        taskText('fail-1', { Status: 'failed' }),
        taskText('gone-1', { Status: 'cancelled' }),
        taskText('drop-1', { 'Depends On': 'gone-1' }),
        taskText('lost-1', { 'Depends On': 'never-1' }),
        taskText('hang-1', { 'Depends On': 'lost-1' }),
        taskText('ring-1', { 'Depends On': 'ring-2' }),
        taskText('ring-2', { 'Depends On': 'ring-1' }),
      ].join(''),
    }),
  );
  expect(stepsIn(plan)).toEqual({ 'a#run-1': 0, 'a#next-1': 1, 'a#wait-1': 1 });
});

test('free slots go by priority, then by who waits, then by place', () => {
  const plan = planOf(
    workspaceOf(
      {
        a: [
          taskText('low-1', { Priority: 'low' }),
          taskText('mid-1'),
          taskText('mid-2'),
          taskText('top-1', { Priority: 'P0' }),
          taskText('end-1', { 'Depends On': 'mid-2' }),
        ].join(''),
      },
      { defaultSlots: 1 },
    ),
  );
  expect(stepsIn(plan)).toEqual({
    'a#top-1': 0,
    'a#mid-2': 1,
    'a#mid-1': 2,
    'a#end-1': 3,
    'a#low-1': 4,
  });
});

test('queues have slots of their own and wait for each other', () => {
  const plan = planOf(
    workspaceOf(
      { a: taskText('a-1') + taskText('a-2', { 'Depends On': 'b-1' }), b: taskText('b-1') },
      { defaultSlots: 1 },
    ),
  );
  expect(stepsIn(plan)).toEqual({ 'a#a-1': 0, 'b#b-1': 0, 'a#a-2': 1 });
  expect(shown(queueChainsOf(plan, uriOf('a')).criticalPath)).toEqual(['b#b-1', 'a#a-2']);
  expect(queueChainsOf(plan, uriOf('b'))).toMatchObject({ criticalPath: [], length: 1 });
});

test('a manager is done when its open children are, and stands for them', () => {
  const state = workspaceOf({
    a: [
      taskText('lead-1', { Status: 'in-progress (manager)' }),
      taskText('lead-1-a', { Parent: 'lead-1', Status: 'complete' }),
      taskText('lead-1-b', { Parent: 'lead-1' }),
      taskText('lead-1-c', { Parent: 'lead-1', 'Depends On': 'lead-1-b' }),
      taskText('then-1', { 'Depends On': 'lead-1' }),
    ].join(''),
  });
  const plan = planOf(state);
  expect(stepsIn(plan)).toEqual({ 'a#lead-1-b': 0, 'a#lead-1-c': 1, 'a#then-1': 2 });
  expect(impactIn(plan, 'then-1')).toEqual([0, 2]);
  expect(impactIn(plan, 'lead-1-b')).toEqual([2, 0]);
  expect(impactIn(plan, 'lead-1-a')).toEqual([0, 0]);
  expect(shown(queueChainsOf(plan, uriOf('a')).criticalPath)).toEqual([
    'a#lead-1-b',
    'a#lead-1-c',
    'a#lead-1',
    'a#then-1',
  ]);
});

test('a child that waits for its own manager does not hold up itself', () => {
  const plan = planOf(
    workspaceOf({
      a:
        taskText('lead-1', { Status: 'in-progress (manager)' }) +
        taskText('lead-1-a', { Parent: 'lead-1', 'Depends On': 'lead-1' }),
    }),
  );
  expect(stepsIn(plan)).toEqual({ 'a#lead-1-a': 1 });
});

test('who waits for a whole phase waits for each of its open tasks once', () => {
  const phase = Array.from({ length: 5 }, (_, i) => taskText(`p1-${i}`)).join('');
  const plan = planOf(
    workspaceOf({
      a: `## Phase 1\n\n${phase}## Phase 2\n\n${taskText('p2-1', { 'Depends On': 'Phase 1, p1-3' })}`,
    }),
  );
  expect(impactIn(plan, 'p2-1')).toEqual([0, 5]);
  expect(impactIn(plan, 'p1-3')).toEqual([1, 0]);
  expect(stepsIn(plan)['a#p2-1']).toBe(3);
});

test('claims that meet dependencies keep nobody waiting', () => {
  const a =
    taskText('claim-1', { Status: 'self-validated' }) +
    taskText('next-1', { 'Depends On': 'claim-1' });
  expect(impactIn(planOf(workspaceOf({ a })), 'next-1')).toEqual([0, 1]);
  const soft = planOf(workspaceOf({ a }, { softDoneMeetsDependency: true }));
  expect(impactIn(soft, 'next-1')).toEqual([0, 0]);
});

test('every ring comes with its cheapest cut', () => {
  const { cycles } = planOf(
    workspaceOf({
      a: [
        taskText('a-1', { 'Depends On': 'a-3' }),
        taskText('a-2', { 'Depends On': 'a-1' }),
        taskText('a-3', { 'Depends On': 'a-2' }),
        taskText('self-1', { 'Depends On': 'self-1' }),
      ].join(''),
    }),
  );
  expect(cycles.map(({ cut }) => shown([cut.from, cut.to]))).toEqual([
    ['a#a-1', 'a#a-3'],
    ['a#self-1', 'a#self-1'],
  ]);
});

test('editing prose leaves the plan the same object; status, slots and priority do not (I7)', () => {
  const text = `# Jobs\n\nMax Slots: 2\n\n${taskText('a-1', { Priority: 'P1' })}Some words.\n`;
  const state = workspaceOf({ a: text });
  const plan = planOf(state);
  const after = (changed: string): Plan => {
    const document = readQueue(uriOf('a'), changed, state.options);
    const { now, options } = state;
    return planOf(deriveState({ documents: [document], now, options }, state), plan);
  };
  expect(after(text.replace('Some words', 'Other words, and more of them'))).toBe(plan);
  for (const [from, to] of [
    ['pending', 'complete'],
    ['P1', 'P2'],
    ['a-1', 'a-2'],
  ] as const)
    expect(after(text.replace(from, to))).not.toBe(plan);
});

test('a queue that is not known has no chains', () => {
  const chains = queueChainsOf(planOf(workspaceOf({ a: taskText('a-1') })), uriOf('z'));
  expect(chains).toMatchObject({ criticalPath: [], length: 0 });
  expect(chains.slackOf('nothing' as TaskKey)).toBeUndefined();
});
