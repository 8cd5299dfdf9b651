/** The engine at the real gateway, through the command line as it ships: queue, ledger and model agree. */
import { randomUUID } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../workers/support/eventually';
import type { GatewayWorld } from '../support/gatewayWorld';
import { slowly } from '../support/stubModel';

const program = resolve(import.meta.dirname, '../../../dist/cli.js');

interface Ended {
  readonly status: number;
  readonly out: string;
}

export function describeCommandLine(world: () => GatewayWorld): void {
  describe('the command line at a real gateway', () => {
    let folder: string;
    const marks = { quick: `quick ${randomUUID()}`, slow: `slow ${randomUUID()}` };
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'proactive-jobs-gateway-cli-'));
      await writeFile(join(folder, 'PROACTIVE-JOBS.md'), queueText(marks));
    });
    afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

    const run = (...args: readonly string[]) =>
      new Promise<Ended>((ended) => {
        const env = {
          PATH: process.env.PATH,
          HOME: folder,
          PROACTIVE_JOBS_OPENCLAW_URL: `ws://127.0.0.1:${world().gateway.port}`,
          OPENCLAW_GATEWAY_TOKEN: world().gateway.token,
        };
        execFile(process.execPath, [program, ...args], { cwd: folder, env }, (error, out, err) =>
          ended({ status: error === null ? 0 : Number(error.code), out: out + err }),
        );
      });
    const queue = () => readFile(join(folder, 'PROACTIVE-JOBS.md'), 'utf8');

    it('four that spawn one task at once start one worker, and the queue names it', async () => {
      const spawn = ['spawn', 'quick-1', '--backend', 'openclaw', '--yes'] as const;
      const all = await Promise.all([run(...spawn), run(...spawn), run(...spawn), run(...spawn)]);
      expect(
        all.map(({ status }) => status),
        all.map(({ out }) => out).join('\n'),
      ).toEqual([0, 0, 0, 0]);
      await eventually(async () => {
        const { out } = await run('workers', '--reconcile');
        expect(out).toContain('succeeded');
      });
      console.log(`four command lines: ${world().model.calls(marks.quick)} model call`);
      expect(world().model.calls(marks.quick)).toBe(1);
      expect(await queue()).toMatch(/### quick-1[^#]*in-progress[^#]*agent:main:subagent:/);
      expect(await queue()).not.toContain(world().gateway.token);
    });

    it('tells the truth about a worker whose gateway was killed, and starts no second one', async () => {
      const { status, out } = await run('spawn', 'slow-1', '--backend', 'openclaw', '--yes');
      expect(status, out).toBe(0);
      await eventually(() => Promise.resolve(expect(world().model.calls(marks.slow)).toBe(1)));
      await world().gateway.kill();
      const dead = await run('workers', '--reconcile');
      expect(dead.out).toContain('slow-1#1');
      await world().gateway.start();
      await eventually(async () => {
        const told = await run('workers', '--reconcile');
        expect(told.out).toMatch(/slow-1#1.*failed/s);
      });
      await run('spawn', 'slow-1', '--backend', 'openclaw', '--yes');
      console.log(`command line, gateway killed: ${world().model.calls(marks.slow)} model call`);
      expect(world().model.calls(marks.slow)).toBe(1);
    });
  });
}

function queueText(marks: { readonly quick: string; readonly slow: string }): string {
  return `# Jobs

**Worker Slots:** 0/4

### quick-1: Paint the boat, ${marks.quick}
- **Status:** pending
- **Model:** Haiku

### slow-1: Mend the nets, ${marks.slow} ${slowly.words}
- **Status:** pending
- **Model:** Haiku
`;
}
