// What can run, what runs, and why the rest waits.
import { describe, expect, test } from 'vitest';
import type { QueueState } from '../../../server/src/core/state';
import { scheduleIn } from '../../support/schedule';
import { shown, taskText, workspaceOf } from '../../support/workspace';

/** Why each task that is not ready waits, by id. */
function reasonsIn(state: QueueState, name = 'a'): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    [...scheduleIn(state, name).notReady].map(([key, reasons]) => [
      shown([key]).join(),
      reasons.map((reason) => {
        switch (reason.kind) {
          case 'waits-for':
            return `${reason.soft ? 'soft' : 'waits'} ${shown(reason.tasks).join(' ')}`;
          case 'waits-for-one':
            return `${reason.soft ? 'soft' : 'waits'} one of ${reason.references.join(' ')}`;
          case 'cycle':
            return `cycle ${shown(reason.ring).join(' ')}`;
          case 'unresolved':
          case 'ambiguous':
            return `${reason.kind} ${reason.reference}`;
          case 'free-text':
            return `free-text ${reason.text}`;
          case 'gap':
            return `gap ${reason.gap.name} ${reason.gap.why}`;
          case 'status':
          case 'manager':
            return reason.kind;
        }
      }),
    ]),
  );
}

test('every reason for waiting, and nothing else', () => {
  const state = workspaceOf({
    a: [
      taskText('done-1', { Status: 'complete' }),
      taskText('valid-1', { Status: 'L3 validated' }),
      taskText('claim-1', { Status: 'needs-validation' }),
      taskText('run-1', { Status: 'in-progress' }),
      taskText('gone-1', { Status: 'cancelled' }),
      taskText('free-1', { 'Depends On': 'done-1, valid-1, far-1' }),
      taskText('wait-1', { 'Depends On': 'run-1, done-1, free-1' }),
      taskText('soft-1', { 'Depends On': 'claim-1' }),
      taskText('drop-1', { 'Depends On': 'gone-1' }),
      taskText('lost-1', { 'Depends On': 'never-1' }),
      taskText('many-1', { 'Depends On': 'twin-1' }),
      taskText('talk-1', { 'Depends On': 'the weather' }),
      taskText('stop-1', { Status: 'blocked' }),
      taskText('fail-1', { Status: 'failed', 'Depends On': 'run-1' }),
      taskText('twin-1-a'),
      taskText('twin-1-b'),
    ].join(''),
    b: taskText('far-1', { Status: 'done' }),
  });
  expect(shown(scheduleIn(state).ready)).toEqual(['a#free-1', 'a#twin-1-a', 'a#twin-1-b']);
  expect(reasonsIn(state)).toEqual({
    'a#claim-1': ['status'],
    'a#wait-1': ['waits a#run-1 a#free-1'],
    'a#soft-1': ['soft a#claim-1'],
    'a#drop-1': ['waits a#gone-1'],
    'a#lost-1': ['unresolved never-1'],
    'a#many-1': ['ambiguous twin-1'],
    'a#talk-1': ['free-text the weather'],
    'a#stop-1': ['status'],
    'a#fail-1': ['status', 'waits a#run-1'],
  });
});

test('a setting lets claims meet a dependency', () => {
  const a =
    taskText('claim-1', { Status: 'self-validated' }) +
    taskText('soft-1', { 'Depends On': 'claim-1' });
  expect(shown(scheduleIn(workspaceOf({ a })).ready)).toEqual([]);
  const soft = workspaceOf({ a }, { softDoneMeetsDependency: true });
  expect(shown(scheduleIn(soft).ready)).toEqual(['a#soft-1']);
});

test('any done declaration of a repeated id meets a dependency', () => {
  const a =
    taskText('twice-1', { Status: 'in-progress' }) +
    taskText('twice-1', { Status: 'complete' }) +
    taskText('user-1', { 'Depends On': 'twice-1' });
  const state = workspaceOf({ a });
  expect(shown(scheduleIn(state).ready)).toEqual(['a#user-1']);
  expect(scheduleIn(state).inProgress).toEqual([]);
});

describe('slots', () => {
  const running = (n: number) =>
    Array.from({ length: n }, (_, i) => taskText(`run-${i}`, { Status: 'in-progress' })).join('');

  test('declared ones', () => {
    const { slots } = scheduleIn(workspaceOf({ a: `**Max Slots:** 3\n\n${running(1)}` }));
    expect(slots).toEqual({ max: 3, declared: true, inUse: 1, free: 2 });
  });

  test('the setting plans where the queue is silent', () => {
    const { slots } = scheduleIn(workspaceOf({ a: running(1) }, { defaultSlots: 5 }));
    expect(slots).toEqual({ max: 5, declared: false, inUse: 1, free: 4 });
  });

  test('never fewer than none are free', () => {
    const { slots } = scheduleIn(
      workspaceOf({ a: `**Worker Slots:** 2/2 occupied\n\n${running(4)}` }),
    );
    expect(slots).toEqual({ max: 2, declared: true, inUse: 4, free: 0 });
  });

  test('each queue has its own', () => {
    const state = workspaceOf({ a: `**Max Slots:** 1\n\n${running(1)}`, b: taskText('x-1') });
    expect(scheduleIn(state, 'a').slots.free).toBe(0);
    expect(scheduleIn(state, 'b').slots).toEqual({ max: 2, declared: false, inUse: 0, free: 2 });
  });
});

describe('managers take no slot and are never ready', () => {
  const boss = (fields: Readonly<Record<string, string>>) =>
    taskText('boss-1', { Status: 'in-progress', ...fields }) +
    taskText('work-1', { Status: 'in-progress' });
  const inProgress = (a: string) => {
    const schedule = scheduleIn(workspaceOf({ a }));
    return [shown(schedule.inProgress), shown(schedule.managersInProgress)];
  };

  test.each([
    ['says manager', boss({ Status: 'in-progress (manager)' })],
    ['is an epic', boss({ Type: 'Epic' })],
    ['lists a declared task', boss({ 'Sub-Tasks': '\n  - work-1: 🔄 in-progress' })],
    ['lists one in its value', boss({ 'Sub-Tasks': 'work-1' })],
    ['is named as Parent', boss({}) + taskText('leaf-1', { Parent: 'boss-1' })],
    [
      'has a worker and a list',
      boss({ Worker: 'session-1', 'Sub-Tasks': '\n  - work-1: 🔄 in-progress' }),
    ],
  ])('%s', (_name, a) => {
    expect(inProgress(a)).toEqual([['a#work-1'], ['a#boss-1']]);
  });

  test.each([
    [
      'a Parent with a worker of its own',
      boss({ Worker: 'session-1' }) + taskText('leaf-1', { Parent: 'boss-1' }),
    ],
    ['a list of ids that nobody declares', boss({ 'Sub-Tasks': '\n  - nobody-1: pending' })],
    ['a worker written as a dash', boss({ Worker: '-' })],
  ])('%s is no manager', (_name, a) => {
    expect(inProgress(a)).toEqual([['a#boss-1', 'a#work-1'], []]);
  });

  test('a pending manager waits as such', () => {
    const a = taskText('boss-1') + taskText('leaf-1', { Parent: 'boss-1' });
    const state = workspaceOf({ a });
    expect(shown(scheduleIn(state).ready)).toEqual(['a#leaf-1']);
    expect(reasonsIn(state)).toEqual({ 'a#boss-1': ['manager'] });
  });
});
