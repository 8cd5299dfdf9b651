import { expect, test } from 'vitest';
import { actionsOf } from '../../client/src/workers/alertActions';
import { batchItems } from '../../client/src/workers/batchItems';
import { canOverride, confirmDetail, obstacleDetail } from '../../client/src/workers/obstacleWords';
import { previewText, promptIn, promptLine } from '../../client/src/workers/promptText';
import { transcriptText } from '../../client/src/workers/transcriptText';
import { WorkerStore } from '../../client/src/workers/workerStore';
import {
  age,
  stateWord,
  tokenWords,
  workerCounts,
  workerDetails,
  workerIcon,
  workerLine,
} from '../../client/src/workers/workerWords';
import type { SpawnPlanView } from '../../server/src/protocol/workerMessages';
import { goneWorker, worker } from '../support/views';

const now = Date.UTC(2026, 0, 15, 12);
const minute = 60_000;

const plan: SpawnPlanView = {
  key: 'key of a-1',
  taskId: 'a-1',
  attemptId: 'w/a-1#1',
  obstacles: [],
  backend: 'queue',
  backendReasons: ['openclaw: no token is kept.', 'queue is used.'],
  model: 'haiku',
  cwd: '/w',
  prompt: 'Do it.\n\nWell.',
  files: ['src/a.ts', 'src/b.ts'],
  promptNotes: [],
};
const slots = { code: 'slots', why: 'Full.', remedy: 'Wait.', canOverride: true };
const denied = {
  code: 'model',
  why: 'No such model.',
  remedy: 'Take another.',
  canOverride: false,
};

test('a worker is told in a line: what it does, when it was seen, what it has used and said', () => {
  const view = worker('a-1', {
    run: 'running',
    lastSignAt: now - 3 * minute,
    tokens: 12_345,
    lastLine: 'Reading\nthe   file',
  });
  expect(workerLine(view, now)).toBe('running · 3 min · 12.3k tokens · Reading the file');
  expect(workerLine(worker('a-1', { requestedAt: now }), now)).toBe('alive · now');
});

test.each([
  [-minute, 'now'],
  [59_999, 'now'],
  [minute, '1 min'],
  [119 * minute, '119 min'],
  [120 * minute, '2 h'],
  [47 * 60 * minute, '47 h'],
  [48 * 60 * minute, '2 d'],
])('an age of %i ms is %s', (ms, words) => {
  expect(age(now - ms, now)).toBe(words);
});

test('what is not known of tokens is left out, and never 0', () => {
  expect(workerDetails(worker('a-1'), now).join('\n')).not.toContain('Tokens');
  expect(tokenWords(950)).toBe('950 tokens');
});

test('each state has a word and a shape of its own', () => {
  const states = ['unknown', 'handed-off', 'failed', 'closed'] as const;
  const views = [
    ...states.map((state) => worker('a-1', { state })),
    worker('a-1', { run: 'queued' }),
    worker('a-1', { run: 'running' }),
    worker('a-1', { run: 'succeeded', state: 'ended' }),
    worker('a-1', { run: 'cancelled', state: 'ended' }),
    worker('a-1', { needsYou: 'No sign of life.' }),
    worker('a-1', { state: 'ended', needsYou: 'The queue does not say so.' }),
  ];
  expect(views.map(stateWord)).toEqual([
    'start not confirmed',
    'handed off',
    'not started',
    'put aside',
    'queued',
    'running',
    'succeeded',
    'cancelled',
    'no life sign',
    'ended',
  ]);
  expect(new Set(views.map((view) => workerIcon(view).id)).size).toBe(views.length);
  expect(workerCounts(views.slice(4, 6))).toBe('1 queued, 1 running');
});

test('the newest attempt of a task counts, before it the one that holds it', () => {
  const store = new WorkerStore();
  const newer = worker('a-1', { number: 2, isHeld: false, state: 'ended' });
  const held = worker('a-1', { number: 1 });
  store.receive([newer, held]);
  expect(store.of('key of a-1')).toBe(held);
  store.receive([newer, { ...held, isHeld: false }]);
  expect(store.of('key of a-1')).toBe(newer);
  expect(store.of('key of a-2')).toBeUndefined();
});

test('an attempt whose task has gone is found by where its queue had it, and is told apart while it holds a slot', () => {
  const store = new WorkerStore();
  const held = goneWorker('a-9');
  store.receive([held, goneWorker('a-8', { isHeld: false }), worker('a-1')]);
  expect(store.of('key of a-9')).toBe(held);
  expect(store.gone).toEqual([held]);
});

test('listeners hear of each list until they leave', () => {
  const store = new WorkerStore();
  const heard: number[] = [];
  const leave = store.onChange((workers) => heard.push(workers.length));
  store.receive([worker('a-1')]);
  leave();
  store.receive([]);
  expect(heard).toEqual([1]);
});

test('what can be done about a worker follows from how it is', () => {
  expect(actionsOf(worker('a-1', { state: 'unknown' }))).toEqual([
    'Watch',
    'Adopt Session',
    'Reset Task',
  ]);
  expect(actionsOf(worker('a-1'))).toEqual(['Watch', 'Stop', 'Reset Task']);
  expect(actionsOf(worker('a-1', { state: 'ended', run: 'failed', isHeld: false }))).toContain(
    'Reset Task',
  );
  expect(actionsOf(worker('a-1', { state: 'ended', isHeld: false }))[0]).toBe('Claim as Finished');
  expect(actionsOf(worker('a-1', { state: 'ended', run: 'succeeded', isHeld: false }))[0]).toBe(
    'Claim as Finished',
  );
  expect(actionsOf(goneWorker('a-1'))).toEqual(['Watch', 'Stop', 'Reset Task']);
  expect(actionsOf(goneWorker('a-1', { state: 'ended', isHeld: false }))).toEqual([]);
});

test('obstacles are said all at once with their remedies; only what may be overridden is asked about', () => {
  expect(obstacleDetail([slots, denied])).toBe('Full.\n→ Wait.\n\nNo such model.\n→ Take another.');
  expect([[], [slots], [slots, denied]].map(canOverride)).toEqual([false, true, false]);
});

test('before the start a person reads what runs, where, and on which files', () => {
  expect(confirmDetail(plan, 'Light the quay').split('\n')).toEqual([
    'Light the quay',
    '',
    'Back end: queue',
    'queue is used.',
    'Model: haiku',
    'Works in: /w',
    'Files: src/a.ts, src/b.ts',
  ]);
  const chosen = { ...plan, backendReasons: ['process is not used: off', 'queue is used: 0 wait'] };
  expect(confirmDetail(chosen, '').split('\n')[0]).toBe('Back end: queue (0 wait)');
});

test('the prompt comes back out of its preview as it went in, with any line ends', () => {
  const text = previewText(plan);
  expect(text).toContain('Nothing stands in the way');
  expect(promptIn(text)).toBe(plan.prompt);
  expect(promptIn(text.replaceAll('\n', '\r\n'))).toBe(plan.prompt);
  expect(promptIn(previewText(plan, 'Mine.'))).toBe('Mine.');
  expect(promptIn(previewText({ ...plan, prompt: `a\n${promptLine}\nb` }))).toBe(
    `a\n${promptLine}\nb`,
  );
  expect(promptIn(text.replace(promptLine, ''))).toBeUndefined();
  expect(previewText({ ...plan, obstacles: [slots] })).toContain('- Full. Wait.');
  expect(previewText({ ...plan, promptNotes: ['It was cut.'] })).toContain('- It was cut.');
});

test('a transcript begins with what is known of the worker, and says why it is empty', () => {
  const show = (time: number): string => `at ${time}`;
  const told = transcriptText(
    worker('a-1', { backend: 'process' }),
    [
      { role: 'user', text: 'Do it.', at: 1 },
      { role: 'worker', text: 'Done.\n' },
    ],
    now,
    show,
  );
  expect(told).toMatch(/^Attempt: w\/a-1#1\n/);
  expect(told).toMatch(/\nat 1 task: Do it\.\nworker: Done\.\n$/);
  const empty = (view: ReturnType<typeof worker> | undefined, entries?: []) =>
    transcriptText(view, entries, now, show).trimEnd().split('\n').at(-1);
  expect(empty(undefined)).toBe('No worker has been started for this task.');
  expect(empty(worker('a-1', { run: 'queued' }))).toContain('nobody has begun');
  expect(empty(worker('a-1', { backend: 'hand-off' }))).toContain('handed off');
  expect(empty(worker('a-1', { run: 'running' }))).toContain('keeps no transcript');
  expect(empty(worker('a-1', { run: 'running' }), [])).toBe('It has said nothing yet.');
});

test('what is left out of a batch says why and cannot be ticked; no icon comes from a queue', () => {
  const item = { key: 'k', id: 'a-1', title: 'Fire $(flame)', model: 'haiku', queue: 'q.md' };
  const { chosen, skipped } = batchItems({
    chosen: [item],
    skipped: [{ ...item, key: 'l', id: 'a-2', why: 'Slots are full.' }],
  });
  expect(chosen).toEqual([
    { label: '$(play) a-1', description: 'haiku', detail: 'Fire $\u200b(flame)', key: 'k' },
  ]);
  expect(skipped[0]).toMatchObject({ detail: 'Slots are full.', key: undefined });
});
