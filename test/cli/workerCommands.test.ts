import { expect, test } from 'vitest';
import { runWorkerCli as run } from '../support/runWorkerCli';
import { planOf, runOf, ScriptedWorkers, workerOf } from '../support/scriptedWorkers';

test('spawn --yes starts the worker, says so and closes the engine', async () => {
  const workers = new ScriptedWorkers();
  const result = await run(['spawn', 'A-1', '--yes'], workers);
  expect(result).toEqual({ status: 0, out: 'Started w/a-1#1 (queue, started).\n', err: '' });
  expect(workers.asked).toEqual(['spawn a-1 {"backend":"auto"}']);
  expect(workers.disposed).toBe(1);
});

test('what only waits in the file queue is not called started', async () => {
  const workers = new ScriptedWorkers();
  const worker = workerOf('a-1', { run: runOf({ state: 'queued' }) });
  workers.engine = {
    spawn: () => Promise.resolve({ kind: 'started', worker, recorded: { kind: 'recorded' } }),
  };
  expect((await run(['spawn', 'a-1', '--yes'], workers)).out).toBe(
    'Queued w/a-1#1 (queue, started). It starts when somebody takes it from the file queue.\n',
  );
});

test('an attempt that exists is told, and is no failure', async () => {
  const workers = new ScriptedWorkers();
  workers.engine = { spawn: () => Promise.resolve({ kind: 'exists', worker: workerOf('a-1') }) };
  const result = await run(['spawn', 'a-1', '--yes'], workers);
  expect(result.out).toBe('The attempt exists: w/a-1#1 (queue, started). Nothing was started.\n');
  expect(result.status).toBe(0);
});

test('a plan with an attempt under way is told without asking', async () => {
  const workers = new ScriptedWorkers();
  workers.isTerminal = true;
  workers.engine = { plan: () => Promise.resolve(planOf('a-1', { held: workerOf('a-1') })) };
  const result = await run(['spawn', 'a-1'], workers);
  expect(result).toMatchObject({ status: 0, err: '' });
  expect(result.out).toMatch(/^The attempt exists/);
  expect(workers.questions).toEqual([]);
});

test('what nobody can tell has a status of its own', async () => {
  const workers = new ScriptedWorkers();
  const why = 'the connection broke after the request had left';
  workers.engine = {
    spawn: () =>
      Promise.resolve({
        kind: 'unknown',
        worker: workerOf('a-1', { state: 'unknown' }),
        why,
        recorded: { kind: 'not-recorded', why: 'The text has changed.' },
      }),
  };
  const result = await run(['spawn', 'a-1', '--yes'], workers);
  expect(result.status).toBe(3);
  expect(result.err).toContain(
    `Nobody can tell whether w/a-1#1 (queue, unknown) has started: ${why}`,
  );
  expect(result.err).toContain('The queue does not say so yet: The text has changed.');
});

test('refusals name every reason with its remedy, failures say that nothing was started', async () => {
  const workers = new ScriptedWorkers();
  const obstacles = [
    { code: 'status', why: 'It is blocked.', remedy: 'Set it to pending.', canOverride: false },
    { code: 'slots', why: 'All 2 slots are taken.', remedy: 'Wait.', canOverride: true },
  ] as const;
  workers.engine = { spawn: () => Promise.resolve({ kind: 'refused', obstacles }) };
  expect(await run(['spawn', 'a-1', '--yes'], workers)).toEqual({
    status: 1,
    out: '',
    err: 'a-1 cannot be started:\n  - It is blocked. Set it to pending.\n  - All 2 slots are taken. Wait.\n',
  });
  workers.engine = {
    spawn: () => Promise.resolve({ kind: 'failed', why: 'Unknown model.', remedy: 'Use opus.' }),
  };
  expect(await run(['spawn', 'a-1', '--yes'], workers)).toEqual({
    status: 1,
    out: '',
    err: 'Nothing was started: Unknown model. Use opus.\n',
  });
  workers.engine = { plan: () => Promise.resolve(planOf('a-1', { obstacles })) };
  const dry = await run(['spawn', 'a-1', '--dry-run'], workers);
  expect(dry.status).toBe(1);
  expect(dry.err).toContain('a-1 cannot be started:\n  - It is blocked.');
});

test('a dry run shows everything and starts nothing', async () => {
  const workers = new ScriptedWorkers();
  const note = 'The template asks for too much.';
  workers.engine = { plan: () => Promise.resolve(planOf('a-1', { promptNotes: [note] })) };
  const result = await run(['spawn', 'a-1', '--dry-run'], workers);
  expect(result.status).toBe(0);
  expect(result.out).toContain(`Note: ${note}\n`);
  expect(result.out).toContain('Attempt:  w/a-1#1\n');
  expect(result.out).toContain('Back end: queue\n          queue is used: file queue');
  expect(result.out).toContain('Files:    src/a.ts\n');
  expect(result.out).toContain('--- prompt\nDo a-1.\n--- end of prompt');
  expect(workers.asked).toEqual(['plan a-1 {"backend":"auto"}']);
});

test('on a terminal it shows the plan and asks; only yes starts', async () => {
  const workers = new ScriptedWorkers();
  workers.isTerminal = true;
  const no = await run(['spawn', 'a-1'], workers);
  expect(no).toMatchObject({ status: 1, err: 'Nothing was started.\n' });
  expect(no.out).toContain('--- prompt');
  expect(workers.questions).toEqual(['Start this worker for a-1?']);
  workers.answer = true;
  const yes = await run(['spawn', 'a-1'], workers);
  expect(yes.status).toBe(0);
  expect(workers.asked.at(-1)).toBe('spawn a-1 {"backend":"auto"}');
});

test('without a terminal and without --yes nothing is started, and it says what to do', async () => {
  const workers = new ScriptedWorkers();
  for (const argv of [
    ['spawn', 'a-1'],
    ['spawn', '--next'],
    ['spawn', 'a-1', '--json'],
  ]) {
    const result = await run(argv, workers);
    expect(result.status).toBe(2);
    expect(result.err).toMatch(/Nothing was started: nobody can be asked here\. Say --yes/);
  }
  expect(workers.asked.filter((call) => call.startsWith('spawn'))).toEqual([]);
});

test('retry closes what is held, so that is no obstacle to it', async () => {
  const workers = new ScriptedWorkers();
  workers.isTerminal = true;
  workers.answer = true;
  const held = {
    code: 'held',
    why: 'w/a-1#1 is under way.',
    remedy: 'Look.',
    canOverride: false,
  } as const;
  const status = { ...held, code: 'status', why: 'It is in-progress.' } as const;
  const plan = planOf('a-1', { held: workerOf('a-1'), obstacles: [held, status] });
  workers.engine = { plan: () => Promise.resolve(plan) };
  expect((await run(['retry', 'a-1'], workers)).status).toBe(0);
  expect(workers.asked.at(-1)).toBe('retry a-1 {"backend":"auto"}');
  const folder = { ...held, code: 'folder', why: 'There is no such folder.' } as const;
  workers.engine = { plan: () => Promise.resolve({ ...plan, obstacles: [held, folder] }) };
  const refused = await run(['retry', 'a-1'], workers);
  expect(refused.err).toBe('a-1 cannot be started:\n  - There is no such folder. Look.\n');
  expect(refused.status).toBe(1);
});

test('options reach the engine', async () => {
  const workers = new ScriptedWorkers();
  await run(['spawn', 'a-1', '--yes', '--override-slots', '--backend', 'queue'], workers);
  expect(workers.asked).toEqual(['spawn a-1 {"backend":"queue","overrideSlots":true}']);
  expect(workers.order).toMatchObject({ folder: '/w', config: { backend: 'queue' } });
});

test.each([
  [['cancel', 'a-1'], 'cancel a-1', 'Stopped.'],
  [['reset', 'a-1'], 'reset a-1 {"hasLooked":false}', 'Put aside.'],
  [['reset', 'a-1', '--gone'], 'reset a-1 {"hasLooked":true}', 'Put aside.'],
  [['adopt', 'a-1', 'agent:x'], 'adopt a-1 agent:x', 'Adopted.'],
  [['claim', 'a-1'], 'claim a-1 {}', 'Claimed.'],
  [['claim', 'a-1', '--summary', 'all green'], 'claim a-1 {"summary":"all green"}', 'Claimed.'],
  [['complete', 'a-1'], 'complete a-1 {}', 'Complete.'],
  [['complete', 'a-1', '--override', 'seen it'], 'complete a-1 {"reason":"seen it"}', 'Complete.'],
])('%j asks the engine to %s', async (argv, call, said) => {
  const workers = new ScriptedWorkers();
  expect(await run(argv, workers)).toEqual({ status: 0, out: `${said}\n`, err: '' });
  expect(workers.asked).toEqual([call]);
});

test('an action that is refused says why and what would help', async () => {
  const workers = new ScriptedWorkers();
  workers.engine = {
    complete: () =>
      Promise.resolve({ kind: 'refused', why: 'No verdict.', remedy: 'Say --override.' }),
  };
  const text = await run(['complete', 'a-1'], workers);
  expect(text).toEqual({
    status: 1,
    out: '',
    err: 'proactive-jobs: No verdict. Say --override.\n',
  });
  const json = await run(['complete', 'a-1', '--json'], workers);
  expect(JSON.parse(json.out)).toMatchObject({
    task: 'a-1',
    result: 'refused',
    why: 'No verdict.',
  });
  expect(json.status).toBe(1);
});

test('what a person who has looked may release is said with the command that does so', async () => {
  const workers = new ScriptedWorkers();
  const why = 'Nobody can tell whether the worker of a-1 lives.';
  workers.engine = {
    reset: () => Promise.resolve({ kind: 'refused', why, remedy: 'Look.', canBeReleased: true }),
    spawn: () =>
      Promise.resolve({
        kind: 'exists',
        worker: workerOf('a-1', { needsYou: 'Its lease is damaged.' }),
      }),
  };
  expect((await run(['reset', 'a-1'], workers)).err).toBe(
    `proactive-jobs: ${why} Look. (proactive-jobs reset a-1 --gone)\n`,
  );
  const json = await run(['reset', 'a-1', '--json'], workers);
  expect(JSON.parse(json.out)).toMatchObject({ result: 'refused', canBeReleased: true });
  const spawned = await run(['spawn', 'a-1', '--yes'], workers);
  expect(spawned).toMatchObject({ status: 0 });
  expect(spawned.out).toContain('Nothing was started. Its lease is damaged.\n');
});

test('where nothing can be told of the task, spawn says why and asks nothing', async () => {
  const workers = new ScriptedWorkers();
  const obstacle = {
    code: 'ledger',
    why: 'It is damaged.',
    remedy: 'Mend it.',
    canOverride: false,
  };
  workers.engine = { plan: () => Promise.resolve({ ...obstacle, code: 'ledger' as const }) };
  const { status, err } = await run(['spawn', 'a-1'], workers);
  expect([status, err]).toEqual([2, 'proactive-jobs: It is damaged. Mend it.\n']);
  expect(workers.questions).toEqual([]);
});
