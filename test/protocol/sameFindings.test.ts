/** The command line and the editor find the same: both bundles look at the same workspaces. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundle } from '../support/bundle';
import { spawnServer } from '../support/spawnedServer';

interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}
interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly (Omit<Place, 'path'> & {
      readonly code: string;
      readonly severity: string;
      readonly related: readonly Place[];
    })[];
  }[];
}

const severities = ['', 'error', 'warning', 'information', 'hint'];
const root = join(import.meta.dirname, '..', '..');
let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pj-same-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

function runCli(argv: readonly string[], cwd: string): Promise<{ status: number; out: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [bundle('cli'), ...argv],
      { cwd, maxBuffer: 1 << 28 },
      (error, out) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, out });
      },
    );
  });
}

async function fromCommandLine(): Promise<readonly string[]> {
  const { out } = await runCli(['check', '--format', 'json'], directory);
  return (JSON.parse(out) as Report).files
    .flatMap(({ path, findings }) =>
      findings.map(({ code, severity, related, ...place }) =>
        JSON.stringify([spell({ path, ...place }), severity, code, related.map(spell)]),
      ),
    )
    .sort();
}

function spell({ path, line, column, endLine, endColumn, message }: Place): string {
  return `${path}:${line}:${column}-${endLine}:${endColumn} ${message}`;
}

function textOf(message: Diagnostic['message']): string {
  return typeof message === 'string' ? message : message.value;
}

async function fromEditor(): Promise<readonly string[]> {
  const server = await spawnServer([URI.file(directory).toString()]);
  await server.scanned;
  await server.stop();
  const place = (
    uri: string,
    { start, end }: { start: { line: number; character: number }; end: typeof start },
    message: string,
  ): string =>
    spell({
      path: URI.parse(uri).fsPath.slice(directory.length + 1),
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      message,
    });
  return [...server.diagnostics]
    .flatMap(([uri, list]) =>
      list.map((diagnostic) =>
        JSON.stringify([
          place(uri, diagnostic.range, textOf(diagnostic.message)),
          severities[diagnostic.severity ?? 0],
          diagnostic.code,
          (diagnostic.relatedInformation ?? []).map(({ location, message }) =>
            place(location.uri, location.range, message),
          ),
        ]),
      ),
    )
    .sort();
}

test('on the sample workspace', async () => {
  await cp(join(root, 'samples', 'workspace'), directory, { recursive: true });
  const expected = await fromCommandLine();
  expect(expected.length).toBeGreaterThan(10);
  expect(await fromEditor()).toEqual(expected);
});

test('on queues with carriage returns, a byte order mark, emoji, and facts that cross files', async () => {
  await mkdir(join(directory, 'scheduler'));
  await writeFile(
    join(directory, 'PROACTIVE-JOBS.md'),
    '\uFEFF# Jobs 🧪\r\n\r\n### 🧪 a-1: Plan\r\n- **Status:** pending\r\n- **Dependencies:** b-1\r\n\r\n### a-1: Again\r\n- **Status:** complete\r\n',
  );
  await writeFile(
    join(directory, 'scheduler', 'PROACTIVE-JOBS-b.md'),
    '### b-1: é\n- **Status:** in-progress\n- **Dependencies:** 🧪 a-1, gone-7\n\n```\nnever closed\n',
  );
  const expected = await fromCommandLine();
  expect(expected.some((finding) => finding.includes('dependency-cycle'))).toBe(true);
  expect(await fromEditor()).toEqual(expected);
});

test('on files beside the queues, with what holds between them', async () => {
  const scheduler = join(directory, 'scheduler');
  for (const folder of ['progress', 'heartbeats', 'inboxes/validator']) {
    await mkdir(join(scheduler, folder), { recursive: true });
  }
  await writeFile(
    join(directory, 'PROACTIVE-JOBS.md'),
    '### a-1: Plan\n- **Status:** complete\n\n### b-2: Build\n- **Status:** in-progress\n',
  );
  await writeFile(
    join(scheduler, 'progress', 'a-1.md'),
    '# a-1\r\n\r\n🧪 **Status:** x\r\n\r\n- **Status:** blocked\r\n',
  );
  await writeFile(join(scheduler, 'heartbeats', 'a-1.json'), '{ "taskId": "a-1" }');
  await writeFile(join(scheduler, 'inboxes', 'validator', '$(date).json'), '\uFEFF{ "x": ');
  const old = Date.now() / 1000 - 7_200;
  await utimes(join(directory, 'PROACTIVE-JOBS.md'), old, old);
  await utimes(join(scheduler, 'progress', 'a-1.md'), old, old);
  const expected = await fromCommandLine();
  for (const code of [
    'progress-drift',
    'orphan-heartbeat',
    'invalid-json',
    'unsafe-name',
    'running-without-worker',
  ]) {
    expect(
      expected.some((finding) => finding.includes(`"${code}"`)),
      code,
    ).toBe(true);
  }
  expect(await fromEditor()).toEqual(expected);
});

test('the built command line keeps its exit statuses', async () => {
  await writeFile(join(directory, 'PROACTIVE-JOBS.md'), '### a-1\n- **Status:** pending\n');
  expect((await runCli(['check'], directory)).status).toBe(0);
  expect((await runCli(['check', '--fail-on', 'hint'], directory)).status).toBe(1);
  expect((await runCli(['check', 'gone'], directory)).status).toBe(2);
  expect((await runCli(['--version'], directory)).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});
