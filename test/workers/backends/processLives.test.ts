import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Run, RunState, WorkerBackend } from '../../../server/src/workers/backend';
import { processesOnHost } from '../../../server/src/workers/node/processesOnHost';
import {
  type AgentPrograms,
  type AgentWorld,
  agentPrograms,
  agentWorld,
} from '../support/agentWorld';
import { type BundledScript, bundledScript } from '../support/bundledScript';
import { eventually } from '../support/eventually';
import { spawnInKilledHost } from '../support/killedHost';
import { identityOf, spawnRequest } from '../support/spawnRequests';

const never = new AbortController().signal;
const identity = identityOf('task-1');

describe('the lives and deaths of worker processes', () => {
  let programs: AgentPrograms;
  let host: BundledScript;
  let world: AgentWorld;
  beforeAll(async () => {
    programs = await agentPrograms();
    host = await bundledScript('test/workers/backends/processHost.ts');
  });
  afterAll(() => Promise.all([programs.remove(), host.remove()]));
  beforeEach(async () => {
    world = await agentWorld(programs, 'claude');
  });
  afterEach(() => world.close());

  const request = (prompt: string, rest: { readonly runTimeoutMs?: number } = {}) =>
    spawnRequest('task-1', { cwd: world.cwd, prompt, model: 'haiku', ...rest });
  const runFolder = () =>
    join(world.folder, 'scheduler/spawn-queue/.proactive-jobs/runs', identity.uuid, '1');
  const reaches = (backend: WorkerBackend, ...states: RunState[]) =>
    eventually(async () => {
      const outcome = await backend.find(identity, never);
      const run = outcome.kind === 'found' ? outcome.run : undefined;
      expect(states, JSON.stringify(outcome)).toContain(run?.state);
      return run as Run;
    });
  const record = async (name: string) =>
    JSON.parse((await world.runFile(identity.uuid, name)) ?? '{}') as { readonly pid: number };
  const isGone = async (pid: number) =>
    expect(await processesOnHost.startMark(pid)).toBeUndefined();
  const says = (line: RegExp) =>
    eventually(async () => {
      const found = line.exec((await world.runFile(identity.uuid, 'out.jsonl')) ?? '');
      expect(found).not.toBeNull();
      return found?.[1] ?? '';
    });

  it('lives on when its host is killed, is found by the next host, and is stopped with its children', async () => {
    const outcome = await spawnInKilledHost(
      host,
      {
        folder: world.folder,
        config: {
          ...{ preset: 'claude', command: undefined, args: undefined, env: {} },
          permissionMode: 'acceptEdits',
        },
        runnerPath: programs.runner.path,
        request: request('[[leave]]'),
      },
      world.environment,
    );
    expect(outcome.kind).toBe('started');
    const backend = world.open();
    await reaches(backend, 'running');
    expect(await backend.list(never)).toMatchObject([{ attemptId: identity.attemptId }]);
    const child = Number(await says(/child (\d+)/));
    expect((await backend.spawn(request('[[leave]]'), never)).kind).toBe('started');
    expect(await backend.cancel(identity, never)).toMatchObject({ kind: 'cancelled' });
    await isGone((await record('agent.json')).pid);
    await eventually(() => isGone(child));
    expect(await world.starts()).toHaveLength(1);
  });

  it('is killed when it does not end by being asked', async () => {
    const backend = world.open();
    await backend.spawn(request('[[stubborn]]'), never);
    await says(/(I stay)/);
    expect(await backend.cancel(identity, never)).toMatchObject({ kind: 'cancelled' });
    expect(await world.runFile(identity.uuid, 'out.jsonl')).toContain('No.');
    await isGone((await record('agent.json')).pid);
  });

  it('ends when its time is over', async () => {
    const backend = world.open();
    await backend.spawn(request('[[hang]]', { runTimeoutMs: 500 }), never);
    await reaches(backend, 'timed-out');
    await isGone((await record('agent.json')).pid);
  });

  it.each([
    ['ends without its own word for it', '[[silent]]', 'lost', undefined],
    ['breaks down', '[[crash]]', 'failed', 'something broke'],
  ] as const)('says so when a worker %s', async (_name, prompt, state, lastLine) => {
    const backend = world.open();
    await backend.spawn(request(prompt), never);
    const run = await reaches(backend, state);
    if (lastLine !== undefined) expect(run.lastLine).toBe(lastLine);
  });

  it('is lost when it was killed together with what looked after it', async () => {
    const backend = world.open();
    await backend.spawn(request('[[hang]]'), never);
    process.kill((await record('runner.json')).pid, 'SIGKILL');
    // The worker does not notice.
    await reaches(backend, 'running');
    process.kill((await record('agent.json')).pid, 'SIGKILL');
    await reaches(backend, 'lost');
  });

  it('can be stopped although what looked after it is gone', async () => {
    const backend = world.open();
    await backend.spawn(request('[[hang]]'), never);
    const { pid } = await record('runner.json');
    process.kill(pid, 'SIGKILL');
    await eventually(() => isGone(pid));
    expect(await backend.cancel(identity, never)).toMatchObject({ kind: 'cancelled' });
    await isGone((await record('agent.json')).pid);
  });

  it('tells how far it is and what it cost', async () => {
    const backend = world.open();
    await backend.spawn(request('[[chatter]]'), never);
    const run = await reaches(backend, 'succeeded');
    expect(run).toMatchObject({
      lastLine: 'I have said it all.',
      tokens: 123,
      model: 'full-name-of-haiku',
      sessionKey: identity.uuid,
    });
    const entries = await backend.transcript(identity, 3, never);
    expect(entries?.map(({ text }) => text.slice(0, 10))).toEqual([
      'Line 3997.',
      'Line 3998.',
      'Line 3999.',
    ]);
  });

  it('was never started when its host died before the runner came up', async () => {
    const owner = { pid: 2 ** 31 - 1, startMark: 'gone' };
    const here = hostname();
    const claim = { attemptId: identity.attemptId, preset: 'claude', at: 0, host: here, owner };
    await mkdir(runFolder(), { recursive: true });
    await writeFile(join(runFolder(), 'run.json'), JSON.stringify(claim));
    const backends = [world.open(), world.open(), world.open(), world.open()];
    const [backend = world.open()] = backends;
    expect(await backend.find(identity, never)).toEqual({ kind: 'absent' });
    // The runner of the dead host comes late: it may not start anything any more.
    const late = spawn(process.execPath, [programs.runner.path, runFolder()], { stdio: 'pipe' });
    const command = { command: process.execPath, args: ['-e', ''], cwd: world.cwd, graceMs: 1 };
    late.stdin.end(JSON.stringify(command));
    await once(late, 'exit');
    expect(await backend.find(identity, never)).toEqual({ kind: 'absent' });
    const outcomes = await Promise.all(
      backends.map((each) => each.spawn(request('[[finish]]'), never)),
    );
    expect(
      outcomes.map(({ kind }) => kind),
      JSON.stringify(outcomes),
    ).toContain('started');
    await reaches(backend, 'succeeded');
    expect(await world.starts()).toHaveLength(1);
  });

  it('starts nothing when the order to its runner breaks off', async () => {
    await mkdir(runFolder(), { recursive: true });
    const runner = spawn(process.execPath, [programs.runner.path, runFolder()], { stdio: 'pipe' });
    runner.stdin.end('{"command": "/bin/');
    expect(await once(runner, 'exit')).toEqual([1, null]);
    expect(await world.runFile(identity.uuid, 'runner.json')).toBeUndefined();
  });
});
