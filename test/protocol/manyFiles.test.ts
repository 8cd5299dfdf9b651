/** A thousand files beside a queue do not get into the way of typing, and the editor shows that they are read. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { spawnServer, type SpawnedServer } from '../support/spawnedServer';

const log = '- [x] a step of the work, told in a sentence of usual length\n'.repeat(80);
const queueText = Array.from(
  { length: 200 },
  (_, i) => `### step-${i}: Do it\n- **Status:** pending\n- **Model:** any\n`,
).join('\n');
let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pj-many-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

async function writeWorkspace(name: string, files: number): Promise<string> {
  const folder = join(directory, name);
  const progress = join(folder, 'scheduler', 'progress');
  await mkdir(progress, { recursive: true });
  await writeFile(join(folder, 'PROACTIVE-JOBS.md'), queueText);
  for (let i = 0; i < files; i++) {
    const text = `# step-${i}\n\n**Status:** in-progress\n\n## Work Log\n\n${log}`;
    await writeFile(join(progress, `step-${i}.md`), text);
  }
  return folder;
}

/** Milliseconds from a change to its diagnostics; the change makes or heals an unmet reference each time. */
async function keystroke(server: SpawnedServer, uri: string, version: number): Promise<number> {
  const broken = version % 2 === 0;
  const text = broken ? `${queueText}- **Dependencies:** gone-7\n` : queueText;
  const isAnswered = (): boolean =>
    broken ===
    (server.diagnostics.get(uri) ?? []).some(({ code }) => code === 'unresolved-dependency');
  const started = performance.now();
  await server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version },
    contentChanges: [{ text }],
  });
  while (!isAnswered()) {
    if (performance.now() - started > 45_000) throw new Error('no answer');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return performance.now() - started;
}

async function typing(folder: string, strokes: number): Promise<readonly number[]> {
  const server = await spawnServer([URI.file(folder).toString()]);
  const uri = URI.file(join(folder, 'PROACTIVE-JOBS.md')).toString();
  const textDocument = { uri, languageId: 'markdown', version: 1, text: queueText };
  // At once, while the files are being read, and after.
  await server.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  const spans: number[] = [];
  for (let version = 2; version < strokes + 2; version++) {
    spans.push(await keystroke(server, uri, version));
  }
  await server.scanned;
  await server.stop();
  return spans;
}

test(
  'every keystroke is answered from the first moment on, however many files are being read',
  { timeout: 300_000 },
  async () => {
    const alone = await typing(await writeWorkspace('alone', 0), 12);
    const many = await typing(await writeWorkspace('many', 1_000), 12);
    const middle = (spans: readonly number[]) => [...spans].sort((a, b) => a - b)[6] as number;
    const said = (spans: readonly number[]) => spans.map((ms) => ms.toFixed(0)).join(' ');
    console.log(`alone: ${said(alone)} ms; beside 1,000 files: ${said(many)} ms`);
    console.log(`the middle one ${(middle(many) / middle(alone)).toFixed(1)} times as long`);
    expect(many).toHaveLength(alone.length);
  },
);

test('the editor is told how far the reading has come', async () => {
  const folder = await writeWorkspace('told', 600);
  const shown: { kind: string; title?: string; percentage?: number }[] = [];
  const server = await spawnServer(
    [URI.file(folder).toString()],
    { window: { workDoneProgress: true } },
    (connection) => {
      connection.onRequest(WorkDoneProgressCreateRequest.type, () => undefined);
      connection.onNotification('$/progress', ({ value }: { value: (typeof shown)[number] }) => {
        shown.push(value);
      });
    },
  );
  await server.scanned;
  await server.stop();
  expect(shown[0]).toMatchObject({ kind: 'begin', title: 'Reading the files beside the queues' });
  expect(shown.at(-1)).toMatchObject({ kind: 'end' });
  const steps = shown.flatMap(({ percentage }) => percentage ?? []);
  expect(steps.length).toBeGreaterThan(2);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
});
