/** The sample workspace as `npm start` lays it out, files beside the queues included, against samples/README.md. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { bundle } from '../support/bundle';
import { mistakesBelow, sampleClock } from '../support/sampleMistakes';

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly { readonly line: number; readonly code: string }[];
  }[];
}

const folder = mkdtempSync(join(tmpdir(), 'pj-sample-'));
const workspace = join(folder, 'harbor-lights');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** By the script itself, in a process of its own: it dates each file by the times that it tells. */
function layOut(): void {
  const script = pathToFileURL(resolve('scripts/sampleWorkspace.mjs')).href;
  const call = `createSampleWorkspace(${JSON.stringify(workspace)}, { now: new Date(${JSON.stringify(sampleClock)}) })`;
  const program = `import { createSampleWorkspace } from ${JSON.stringify(script)}; ${call};`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', program]);
}

test('the sample has exactly the mistakes that are listed, in its queues and between the files', () => {
  layOut();
  const { stdout } = spawnSync(
    process.execPath,
    [bundle('cli'), 'check', '.', '--at', sampleClock, '--format', 'json'],
    { cwd: workspace, encoding: 'utf8' },
  );
  const { files } = JSON.parse(stdout) as Report;
  const found = files.flatMap(({ path, findings }) =>
    findings.map(({ line, code }) => `${path}:${line} ${code}`),
  );
  const listed = [
    ...mistakesBelow('Deliberate mistakes, found from the queues alone'),
    ...mistakesBelow('Deliberate mistakes between the files'),
  ];
  expect([...found].sort()).toEqual([...listed].sort());
});
