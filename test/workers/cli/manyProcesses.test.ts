/** The command line as built, in many processes at once over one folder. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtCli } from '../../support/builtCli';

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

interface SpawnReport {
  readonly task: string;
  readonly result: string;
  readonly worker: { readonly attemptId: string; readonly uuid: string };
}

let cli = '';
let folder = '';

beforeAll(() => {
  cli = builtCli();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'many processes '));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const task = (id: string): string =>
  `### ${id}: Task ${id}\n- **Status:** pending\n- **Model:** sonnet\n\n`;

function queueWith(ids: readonly string[], slots: number): void {
  writeFileSync(
    join(folder, 'PROACTIVE-JOBS.md'),
    `**Worker Slots:** 0/${slots}\n\n${ids.map(task).join('')}`,
  );
}

/** Ends when its output has, too. No setting of this machine's user gets in. */
function run(...argv: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...argv], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: join(folder, 'home') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out, err }));
  });
}

const queueText = (): string => readFileSync(join(folder, 'PROACTIVE-JOBS.md'), 'utf8');
const requests = (): readonly string[] =>
  readdirSync(join(folder, 'scheduler/spawn-queue/requests'));
const reportOf = ({ out }: Ended): SpawnReport => JSON.parse(out) as SpawnReport;
const words = (text: string, word: RegExp): number => [...text.matchAll(word)].length;

test('eight processes that spawn one task make one request and one worker; seven say that it exists', async () => {
  queueWith(['r-1-index', 'r-2-search'], 2);
  const ended = await Promise.all(
    Array.from({ length: 8 }, () =>
      run('spawn', 'r-1-index', '--backend', 'queue', '--yes', '--json'),
    ),
  );
  expect(ended.map(({ status, err }) => ({ status, err }))).toEqual(
    Array.from({ length: 8 }, () => ({ status: 0, err: '' })),
  );
  const reports = ended.map(reportOf);
  expect(reports.map(({ result }) => result).sort()).toEqual([
    ...Array.from({ length: 7 }, () => 'exists'),
    'started',
  ]);
  const [uuid, ...others] = [...new Set(reports.map(({ worker }) => worker.uuid))];
  expect(others).toEqual([]);
  expect(requests()).toEqual([`${uuid}.json`]);
  const text = queueText();
  expect(words(text, /\*\*Worker:\*\*/g)).toBe(1);
  expect(text).toContain(`- **Worker:** ${uuid}`);
  expect(text).toContain('**Worker Slots:** 1/2');
  const again = await run('spawn', 'r-1-index', '--backend', 'queue', '--yes');
  expect(again.status).toBe(0);
  expect(again.out).toMatch(/^The attempt exists: .*Nothing was started\.\n$/);
});

test('six processes that spawn six tasks of one queue all end up in it', async () => {
  const ids = ['s-1', 's-2', 's-3', 's-4', 's-5', 's-6'];
  queueWith(ids, 6);
  const ended = await Promise.all(
    ids.map((id) => run('spawn', id, '--backend', 'queue', '--max', '6', '--yes', '--json')),
  );
  expect(ended.map(({ status }) => status)).toEqual(ids.map(() => 0));
  expect(ended.map((one) => reportOf(one).result)).toEqual(ids.map(() => 'started'));
  expect(requests()).toHaveLength(6);
  const text = queueText();
  expect(words(text, /\*\*Worker:\*\*/g)).toBe(6);
  expect(words(text, /\*\*Status:\*\* in-progress/g)).toBe(6);
  expect(text).toContain('**Worker Slots:** 6/6');
});

test('four processes that fill the slots start each task once and never more than fit', async () => {
  const ids = ['f-1', 'f-2', 'f-3', 'f-4', 'f-5'];
  queueWith(ids, 3);
  await Promise.all(
    Array.from({ length: 4 }, () =>
      run('spawn', '--fill', '--backend', 'queue', '--max', '3', '--yes', '--json'),
    ),
  );
  const held = JSON.parse((await run('workers', '--json')).out) as {
    readonly workers: readonly { readonly task: string }[];
  };
  const tasks = held.workers.map((worker) => worker.task);
  expect(new Set(tasks).size).toBe(tasks.length);
  expect(requests()).toHaveLength(3);
  expect(words(queueText(), /\*\*Status:\*\* in-progress/g)).toBe(3);
});
