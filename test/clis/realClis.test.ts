import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeBackend } from '../workers/backends/contract';
import { type BundledScript, bundledScript } from '../workers/support/bundledScript';
import { eventually } from '../workers/support/eventually';
import { spawnInKilledHost } from '../workers/support/killedHost';
import { identityOf, spawnRequest } from '../workers/support/spawnRequests';
import { type CliWorld, cliWorld } from './support/cliWorld';

const never = new AbortController().signal;
const identity = identityOf('task-1');
let runner: BundledScript;
let host: BundledScript;
beforeAll(async () => {
  runner = await bundledScript('server/src/runner.ts');
  host = await bundledScript('test/workers/backends/processHost.ts');
});
afterAll(() => Promise.all([runner.remove(), host.remove()]));

for (const preset of ['claude', 'codex'] as const) {
  describeBackend(
    `the real ${preset}`,
    {
      prompts: { finish: '[[finish]]', fail: '[[fail]]', hang: '[[hang]]' },
      runs: true,
      survivesRestart: true,
      keepsTranscript: true,
      refused: (request) => ({ ...request, cwd: `${request.cwd}/nowhere` }),
    },
    async () => {
      const world = await cliWorld(preset, runner.path);
      return {
        cwd: world.cwd,
        model: preset === 'claude' ? 'haiku' : 'stub-model',
        open: () => Promise.resolve(world.open()),
        starts: ({ attemptId }) => Promise.resolve(world.conversations(`This is ${attemptId}.`)),
        close: () => world.close(),
      };
    },
  );

  describe(`the real ${preset}, through our process back end`, () => {
    let world: CliWorld;
    beforeEach(async () => {
      world = await cliWorld(preset, runner.path);
    });
    afterEach(() => world.close());
    const request = (prompt: string) =>
      spawnRequest('task-1', {
        cwd: world.cwd,
        prompt: `${prompt} This is ${identity.attemptId}.`,
        model: preset === 'claude' ? 'haiku' : 'stub-model',
      });

    it('lives on when its host is killed, is found by the next one, and is stopped there', async () => {
      const { folder, config, environment } = world;
      const options = { folder, config, runnerPath: runner.path, request: request('[[hang]]') };
      const outcome = await spawnInKilledHost(host, options, environment);
      expect(outcome.kind, JSON.stringify(outcome)).toBe('started');
      const backend = world.open();
      const asked = () => world.conversations(`This is ${identity.attemptId}.`);
      // It asks its model only after its host is dead: it lives on indeed.
      await eventually(() => Promise.resolve(expect(asked()).toBe(1)));
      expect(await backend.find(identity, never)).toMatchObject({
        kind: 'found',
        run: { state: 'running' },
      });
      expect((await backend.spawn(request('[[hang]]'), never)).kind).toBe('started');
      expect(world.stub.waiting()).toBe(1);
      expect(await backend.cancel(identity, never)).toMatchObject({ kind: 'cancelled' });
      // Whatever it had started is gone, too: nobody is on the line any more.
      await eventually(() => Promise.resolve(expect(world.stub.waiting()).toBe(0)));
      expect(asked()).toBe(1);
    });

    it.each([
      ['look like an option', '--help [[finish]]'],
      ['begin with a dash', '- [[finish]]'],
      ['are too many for an argument', `[[finish]] ${'word '.repeat(40_000)}`],
    ])('takes words that %s as words', async (_name, prompt) => {
      const backend = world.open();
      await backend.spawn(request(prompt), never);
      await eventually(async () =>
        expect(await backend.find(identity, never)).toMatchObject({ run: { state: 'succeeded' } }),
      );
      expect(world.conversations(prompt.trim())).toBe(1);
    });

    it('says what it cost, which model it was and what its session is called', async () => {
      const backend = world.open();
      await backend.spawn(request('[[finish]]'), never);
      const run = await eventually(async () => {
        const outcome = await backend.find(identity, never);
        if (outcome.kind !== 'found') throw new Error(JSON.stringify(outcome));
        expect(outcome.run.state).toBe('succeeded');
        return outcome.run;
      });
      expect(run.lastLine).toBe('The stub has answered.');
      expect(run.tokens).toBe(18);
      expect(run.sessionKey).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
      if (preset === 'claude') {
        expect(run.sessionKey).toBe(identity.uuid);
        expect(run.model).toMatch(/haiku/);
      }
    });

    if (preset === 'claude')
      it('really writes a file', async () => {
        const backend = world.open();
        const file = join(world.cwd, 'from-the-worker.txt');
        await backend.spawn(request(`[[write:${file}]]`), never);
        await eventually(async () =>
          expect(await backend.find(identity, never)).toMatchObject({
            run: { state: 'succeeded' },
          }),
        );
        expect(await readFile(file, 'utf8')).toBe('written by the worker\n');
        const entries = (await backend.transcript(identity, 10, never)) ?? [];
        expect(entries.map(({ role }) => role)).toContain('tool');
      });
  });
}
