import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type AgentPrograms,
  type AgentWorld,
  agentPrograms,
  agentWorld,
} from '../support/agentWorld';
import { eventually } from '../support/eventually';
import { identityOf, spawnRequest } from '../support/spawnRequests';

const never = new AbortController().signal;
const { uuid } = identityOf('task-1');

describe('what a worker process is started with', () => {
  let programs: AgentPrograms;
  let world: AgentWorld;
  beforeAll(async () => {
    programs = await agentPrograms();
  });
  afterAll(() => programs.remove());
  beforeEach(async () => {
    world = await agentWorld(programs, 'claude');
  });
  afterEach(() => world.close());

  const request = (prompt: string) => spawnRequest('task-1', { cwd: world.cwd, prompt });
  const theStart = () =>
    eventually(async () => {
      const [start, ...more] = await world.starts();
      if (start === undefined) throw new Error('There was no start.');
      expect(more).toEqual([]);
      return start;
    });

  it.each([
    ['shell words', '[[finish]] $(touch owned) `touch owned` ; touch owned | "quoted" \'too\''],
    ['an option', '--help [[finish]]'],
    ['several lines', '[[finish]]\n--dangerously-skip-permissions\n\ttab'],
    ['other letters', '[[finish]] Prüfe 日本語 🚀'],
  ])('gets %s as one argument, to the letter', async (_name, prompt) => {
    expect((await world.open().spawn(request(prompt), never)).kind).toBe('started');
    const start = await theStart();
    expect(start.prompt).toBe(prompt);
    expect(start.args.slice(-2)).toEqual(['--', prompt]);
    expect(start.args).toContain(`--session-id=${uuid}`);
    expect(start.args).toContain('--permission-mode=acceptEdits');
    expect(start.cwd).toBe(world.cwd);
    expect(await readdir(world.cwd)).toEqual([]);
  });

  it('gets words that are too many for an argument through its standard input', async () => {
    const prompt = `[[finish]] ${'word '.repeat(100_000)}`;
    expect((await world.open().spawn(request(prompt), never)).kind).toBe('started');
    expect((await theStart()).prompt).toBe(prompt);
  });

  it('is refused when its words fit nowhere', async () => {
    const backend = world.open({ command: join(world.folder, 'no'), preset: 'gemini' });
    const outcome = await backend.spawn(request('x'), never);
    expect(outcome).toMatchObject({ kind: 'failed' });
    const claude = world.open({ args: ['--', '${prompt}'] });
    const long = await claude.spawn(request('word '.repeat(100_000)), never);
    expect(long).toMatchObject({ kind: 'failed' });
    expect((long as { readonly why: string }).why).toContain('longer than');
    expect(await world.starts()).toEqual([]);
  });

  it('inherits the environment and the additions of the settings, of which nothing is written down', async () => {
    const env = { SOME_KEY: 'very-secret-value' };
    await world.open({ env }).spawn(request('[[finish]]'), never);
    const start = await theStart();
    expect(start.env).toMatchObject(env);
    const { FAKE_AGENT_LOG: log } = world.environment;
    expect(start.env['FAKE_AGENT_LOG']).toBe(log);
    const given = new Set([...Object.keys(world.environment), ...Object.keys(env)]);
    expect(Object.keys(start.env).filter((name) => !given.has(name))).toEqual([]);
    const folder = join(world.folder, 'scheduler/spawn-queue/.proactive-jobs/runs', uuid, '1');
    // Until its end is written down, files come and go.
    await eventually(() => readFile(join(folder, 'exit.json')));
    for (const name of await readdir(folder))
      expect(await readFile(join(folder, name), 'utf8'), name).not.toContain('very-secret-value');
  });

  it('takes arguments of the settings in place of its own, each value in its place', async () => {
    const args = ['--session-id=${sessionId}', '--say=${label} ${model}', '--', '${prompt}'];
    const prompt = '[[finish]] ${label}';
    await world.open({ args }).spawn({ ...request(prompt), model: 'm' }, never);
    expect((await theStart()).args).toEqual([
      ...[`--session-id=${uuid}`, '--say=alpha/task-1#1 m', '--', prompt],
    ]);
  });

  it('counts the exit code of a program that is nobody in particular', async () => {
    const args = ['-e', 'process.stdin.on("data", (d) => console.log(`got ${d}`))'];
    const backend = world.open({ preset: 'custom', command: process.execPath, args });
    await backend.spawn(request('these words'), never);
    await eventually(async () =>
      expect(await backend.find(identityOf('task-1'), never)).toMatchObject({
        kind: 'found',
        run: { state: 'succeeded', lastLine: 'got these words' },
      }),
    );
  });

  it('is never a program that the workspace brings along', async () => {
    const bin = join(world.cwd, 'node_modules/.bin');
    await mkdir(bin, { recursive: true });
    await writeFile(join(bin, 'gemini'), `#!/bin/sh\ntouch ${world.folder}/owned\necho 1.0\n`);
    await chmod(join(bin, 'gemini'), 0o755);
    const path = [bin, './node_modules/.bin', '', world.environment['PATH']].join(':');
    const backend = world.open({ preset: 'gemini', env: { PATH: path } });
    expect(await backend.probe(never)).toMatchObject({ kind: 'not-ready' });
    const named = world.open({ command: './node_modules/.bin/gemini' });
    expect(await named.probe(never)).toMatchObject({
      kind: 'not-ready',
      why: './node_modules/.bin/gemini is neither an absolute path nor a bare name.',
    });
    expect(await readdir(world.folder)).not.toContain('owned');
  });
});
