import { expect, test } from 'vitest';
import {
  lensesOf,
  lensTitle,
  type LensAttempt,
  type LensOptions,
} from '../../../server/src/core/features/codeLenses';
import { readQueue } from '../../../server/src/core/dialect/readQueue';
import { taskKeyOf } from '../../../server/src/core/model/taskKey';
import { defaultOptions } from '../../../server/src/core/options';
import { deriveState } from '../../../server/src/core/state';

const uri = 'file:///w/PROACTIVE-JOBS.md';
const now = Date.UTC(2026, 0, 15);
const all: LensOptions = {
  spawn: true,
  watch: true,
  reason: true,
  graph: false,
  isTrusted: true,
  attemptOf: () => undefined,
};

/** `line: id kind title` of each lens. */
function lenses(text: string, options: Partial<LensOptions> = {}, laterText = text) {
  const document = readQueue(uri, text, defaultOptions);
  const state = deriveState({ documents: [document], now, options: defaultOptions });
  const given = { ...all, ...options };
  const later = readQueue(uri, laterText, defaultOptions);
  return lensesOf(state, later, given).map((lens) => {
    const line = laterText.slice(0, lens.line.start).split('\n').length;
    const id = lens.key.slice(lens.key.indexOf('\n') + 1);
    return `${line}: ${id} ${lens.kind} ${lensTitle(state, lens, given) ?? '-'}`;
  });
}

const task = (id: string, status: string, more = ''): string =>
  `### ${id}: Do it\n- **Status:** ${status}\n${more}\n`;

test('a ready task can be started with its model, or looked at before', () => {
  expect(lenses(task('a-1', 'pending', '- **Model:** sonnet\n'))).toEqual([
    '1: a-1 spawn $(play) Spawn worker · sonnet',
    '1: a-1 preview Preview',
  ]);
  expect(lenses(task('a-1', 'pending'))[0]).toBe('1: a-1 spawn $(play) Spawn worker');
});

test('nothing can be started from a queue whose file is gone, and its lens says so', () => {
  const document = readQueue(uri, task('a-1', 'pending') + task('a-2', 'failed'), defaultOptions);
  const goneFiles = new Set([uri]);
  const state = deriveState({ documents: [document], goneFiles, now, options: defaultOptions });
  expect(lensesOf(state, document, all).map((lens) => lensTitle(state, lens, all))).toEqual([
    '$(warning) Ready, but this file is not on the disk any more',
    '$(info) It has failed.',
  ]);
});

test('every other open task says why it cannot be started, in one lens', () => {
  const text = [
    task('a-1', 'in-progress'),
    task('a-2', 'pending', '- **Dependencies:** a-1\n'),
    task('a-3', 'blocked'),
    task('a-4', 'needs-validation'),
    task('a-5', 'complete'),
    task('a-6', 'cancelled'),
  ].join('');
  expect(lenses(text)).toEqual([
    '1: a-1 reason $(sync) In progress, by a worker that was not started from here',
    '4: a-2 reason $(info) It waits for a-1 (in-progress).',
    '8: a-3 reason $(info) It is blocked.',
    '11: a-4 reason $(info) It needs validation.',
  ]);
});

test('a task that a worker holds is watched and stopped', () => {
  const attempt = (phase: LensAttempt['phase']): LensAttempt => ({ phase, word: 'running' });
  const text = task('a-1', 'in-progress');
  expect(lenses(text, { attemptOf: () => attempt('under-way') })).toEqual([
    '1: a-1 watch $(eye) Watch · running',
    '1: a-1 stop $(debug-stop) Stop',
  ]);
  expect(lenses(text, { attemptOf: () => attempt('unconfirmed') })[0]).toBe(
    '1: a-1 watch $(warning) Watch · start not confirmed',
  );
});

test('a worker that has ended leaves the next step to a person, until the queue says more', () => {
  const ended = (phase: LensAttempt['phase'], word: string, status = 'in-progress') =>
    lenses(task('a-1', status), { attemptOf: () => ({ phase, word }) });
  expect(ended('finished', 'succeeded')).toEqual([
    '1: a-1 watch $(pass) Worker finished',
    '1: a-1 claim Claim as finished',
    '1: a-1 retry $(debug-restart) Retry',
  ]);
  expect(ended('finished', 'ended')[0]).toBe('1: a-1 watch $(eye) Worker ended');
  expect(ended('broken', 'timed-out')).toEqual([
    '1: a-1 watch $(error) Worker timed-out',
    '1: a-1 retry $(debug-restart) Retry',
  ]);
  expect(ended('broken', 'cancelled', 'pending')[0]).toBe('1: a-1 spawn $(play) Spawn worker');
});

test('a failed task can be tried again', () => {
  expect(lenses(task('a-1', 'failed', '- **Model:** opus\n'))).toEqual([
    '1: a-1 retry $(debug-restart) Retry · opus',
    '1: a-1 reason $(info) It has failed.',
  ]);
});

test('full slots are said before the click', () => {
  const text = `**Max slots:** 1\n\n${task('a-1', 'in-progress')}${task('a-2', 'pending')}`;
  expect(lenses(text, { spawn: true }).filter((line) => line.includes('spawn'))).toEqual([
    '6: a-2 spawn $(play) Spawn worker · slots full',
  ]);
});

test('each kind can be switched off', () => {
  const text = task('a-1', 'pending') + task('a-2', 'blocked');
  const kinds = (options: Partial<LensOptions>) =>
    lenses(text, options).map((line) => line.split(' ').slice(1, 3).join(' '));
  expect(kinds({ spawn: false })).toEqual(['a-1 reason', 'a-2 reason']);
  expect(kinds({ reason: false })).toEqual(['a-1 spawn', 'a-1 preview']);
  expect(kinds({ spawn: false, reason: false })).toEqual([]);
  const held = { attemptOf: () => ({ phase: 'under-way', word: 'running' }) as const };
  expect(kinds({ ...held, watch: false })).toEqual(['a-1 reason', 'a-2 reason']);
});

test('the way into the graph is the last lens of every open task, a manager among them', () => {
  const text = [
    task('a-1', 'pending'),
    task('a-2', 'blocked'),
    task('a-3', 'complete'),
    task('a-4', 'cancelled'),
    '### b-1\n- **Status:** in-progress (manager)\n',
  ].join('');
  const shown = lenses(text, { graph: true }).map((line) => line.split(' ').slice(1).join(' '));
  expect(shown).toEqual([
    'a-1 spawn $(play) Spawn worker',
    'a-1 preview Preview',
    'a-1 graph Show in graph',
    'a-2 reason $(info) It is blocked.',
    'a-2 graph Show in graph',
    'b-1 graph Show in graph',
  ]);
  expect(lenses(text, { graph: false }).some((line) => line.includes(' graph '))).toBe(false);
});

test('without trust a ready task says so, at the same height', () => {
  const text = task('a-1', 'pending') + task('a-2', 'failed');
  expect(lenses(text, { isTrusted: false })).toEqual([
    '1: a-1 reason $(workspace-untrusted) Ready, but workers are started in trusted workspaces only',
    '4: a-2 reason $(info) It has failed.',
  ]);
});

test('places are those of the text as it is now; a task that is new to the state waits for it', () => {
  const text = task('a-1', 'pending');
  expect(lenses(text, {}, `# Jobs\n\n${text}${task('a-2', 'pending')}`)).toEqual([
    '3: a-1 spawn $(play) Spawn worker',
    '3: a-1 preview Preview',
  ]);
});

test('a task that stands in the file twice has its lenses once', () => {
  const text = task('a-1', 'pending') + task('a-1', 'pending');
  expect(lenses(text).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
    '1: a-1 spawn',
    '1: a-1 preview',
  ]);
});

test('a task that stands in the file twice has its lenses where its status stands', () => {
  const text = task('a-1', 'pending') + task('a-1', 'in-progress') + task('a-1', 'in-progress');
  expect(lenses(text)).toEqual([
    '4: a-1 reason $(sync) In progress, by a worker that was not started from here',
  ]);
});

test('words of the queue stay words: no icon and no line break comes from them', () => {
  const hostile = 'sonnet $(flame) [x](command:workbench.action.quit)';
  const [title] = lenses(task('a-1', 'pending', `- **Model:** ${hostile}\n`));
  expect(title).not.toContain('$(flame)');
  expect(title).toContain('$\u200b(flame)');
  const long = 'm'.repeat(400);
  expect(lenses(task('a-1', 'pending', `- **Model:** ${long}\n`))[0]?.length).toBeLessThan(170);
});

test('a task that has gone has no title', () => {
  const state = deriveState({ documents: [], now, options: defaultOptions });
  expect(lensTitle(state, { key: taskKeyOf(uri, 'a-1'), kind: 'spawn' }, all)).toBeUndefined();
});
