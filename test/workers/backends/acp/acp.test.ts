import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WorkerBackend } from '../../../../server/src/workers/backend';
import type { AcpSetup } from '../../../../server/src/workers/backends/acp/acpSetup';
import type { BundledScript } from '../../support/bundledScript';
import { eventually } from '../../support/eventually';
import { spawnRequest } from '../../support/spawnRequests';
import { describeBackend } from '../contract';
import { acpWorld, fakeAgent, type AcpWorld } from './acpWorld';

const never = new AbortController().signal;
let agent: BundledScript;
beforeAll(async () => {
  agent = await fakeAgent();
});
afterAll(() => agent.remove());

describeBackend(
  'an agent of the protocol',
  {
    prompts: { finish: '[[finish]]', fail: '[[fail]]', hang: '[[hang]]' },
    runs: true,
    survivesRestart: false,
    keepsTranscript: true,
    afterRestart: 'lost',
    refused: (request) => ({ ...request, cwd: `${request.cwd}/nowhere` }),
  },
  async () => {
    const world = await acpWorld(agent);
    return { ...world, model: 'large', open: () => Promise.resolve(world.open()) };
  },
);

describe('an agent of the protocol', () => {
  let world: AcpWorld;
  let opened: WorkerBackend[];
  beforeEach(async () => {
    world = await acpWorld(agent);
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((backend) => backend.dispose()));
    await world.close();
  });
  const open = (setup?: Partial<AcpSetup>) => {
    const backend = world.open(setup);
    opened.push(backend);
    return backend;
  };
  const request = (prompt: string) => spawnRequest('task-1', { cwd: world.cwd, prompt });
  const ends = (backend: WorkerBackend, asked: ReturnType<typeof request>, state: string) =>
    eventually(async () => {
      expect(await backend.find(asked.identity, never)).toMatchObject({ run: { state } });
    });

  it('gets the model that the task names, and no prompt when it does not have it', async () => {
    const backend = open();
    const asked = request('[[finish]]');
    const refused = await backend.spawn({ ...asked, model: 'huge' }, never);
    expect(refused).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('it has no model huge, but small, large') as string,
    });
    expect(await backend.find(asked.identity, never)).toEqual({ kind: 'absent' });
    expect((await backend.spawn({ ...asked, model: 'large' }, never)).kind).toBe('started');
    await ends(backend, asked, 'succeeded');
    const log = await world.log();
    expect(log.map((line) => line.chosen ?? 'prompt')).toEqual(['large', 'prompt']);
  });

  it('is not started when it asks for a login', async () => {
    const backend = open({ environment: { FAKE_AGENT_TROUBLE: 'login' } });
    expect(await backend.spawn(request('[[finish]]'), never)).toMatchObject({ kind: 'failed' });
    expect(await world.log()).toEqual([]);
  });

  it('is not started when it keeps silent, and its process is ended', async () => {
    const backend = open({ environment: { FAKE_AGENT_TROUBLE: 'silent' }, openingMs: 500 });
    const asked = request('[[finish]]');
    expect(await backend.spawn(asked, never)).toMatchObject({ kind: 'failed' });
    expect(await backend.find(asked.identity, never)).toEqual({ kind: 'absent' });
  });

  it('is not started where its program is missing', async () => {
    const backend = open({ config: { command: 'no-such-agent', args: [] } });
    expect(await backend.probe(never)).toMatchObject({ kind: 'not-ready' });
    expect(await backend.spawn(request('[[finish]]'), never)).toMatchObject({
      kind: 'failed',
      remedy: expect.stringContaining('gemini') as string,
    });
  });

  it('is lost when it dies in the middle of its turn', async () => {
    const backend = open();
    const asked = request('[[die]]');
    await backend.spawn(asked, never);
    await ends(backend, asked, 'lost');
  });

  it('is killed when it does not listen', async () => {
    const backend = open({ graceMs: 200 });
    const asked = request('[[deaf]]');
    await backend.spawn(asked, never);
    await eventually(async () => expect(await world.log()).toHaveLength(1));
    expect(await backend.cancel(asked.identity, never)).toMatchObject({ kind: 'cancelled' });
  });

  it('is stopped when its time is over', async () => {
    const backend = open();
    const asked = { ...request('[[hang]]'), runTimeoutMs: 100 };
    await backend.spawn(asked, never);
    await ends(backend, asked, 'timed-out');
  });

  it('is stopped by another window, too', async () => {
    const asked = request('[[hang]]');
    await open().spawn(asked, never);
    const other = open();
    expect(await other.find(asked.identity, never)).toMatchObject({ run: { state: 'running' } });
    expect(await other.cancel(asked.identity, never)).toMatchObject({ kind: 'cancelled' });
  });

  it.each([
    ['edit', 'notes.md', 'acceptEdits', 'once'],
    ['edit', '../notes.md', 'acceptEdits', 'no'],
    ['edit', '/etc/hosts', 'acceptEdits', 'no'],
    ['execute', 'notes.md', 'acceptEdits', 'no'],
    ['edit', 'notes.md', 'default', 'no'],
  ] as const)(
    'that asks to %s %s under %s is told: %s',
    async (kind, path, permissionMode, answer) => {
      const backend = open({ permissionMode });
      const asked = request(`[[ask ${kind} ${path}]]`);
      await backend.spawn(asked, never);
      await ends(backend, asked, 'succeeded');
      const entries = await backend.transcript(asked.identity, 10, never);
      expect(entries?.at(-1)?.text).toContain(`Answer: ${answer}.`);
      expect(entries?.map(({ role }) => role)).toEqual(['user', 'worker', 'system', 'worker']);
    },
  );
});
