/** The built server over stdio, as an editor other than VS Code runs it. */
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DidOpenTextDocumentNotification,
  DocumentSymbolRequest,
  HoverRequest,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { spawnServer } from '../support/spawnedServer';

const text = `# Jobs

### p1-1: Plan
- **Status:** complete

### p1-2: Build
- **Status:** pending
- **Dependencies:** p1-1, p1-9
`;
let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pj-protocol-'));
  await writeFile(join(directory, 'PROACTIVE-JOBS.md'), text);
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

test('it diagnoses, hovers and outlines for a client that can do nothing special', async () => {
  const server = await spawnServer([URI.file(directory).toString()]);
  const uri = URI.file(join(directory, 'PROACTIVE-JOBS.md')).toString();
  const snapshot = await server.scanned;
  expect(snapshot.queues.map(({ name }) => name)).toEqual(['PROACTIVE-JOBS.md']);
  expect(server.diagnostics.get(uri)?.map(({ code }) => code)).toContain('unresolved-dependency');
  await server.connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  const textDocument = { uri };
  const position = { line: 7, character: 20 };
  const hover = await server.connection.sendRequest(HoverRequest.type, { textDocument, position });
  expect(JSON.stringify(hover?.contents)).toContain('Plan');
  const symbols = await server.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  expect(symbols?.map(({ name }) => name)).toEqual(['p1-1: Plan', 'p1-2: Build']);
  expect(await server.stop()).toBe(0);
});

test('it ends when the editor is gone without a word', async () => {
  const server = await spawnServer([URI.file(directory).toString()]);
  await server.scanned;
  const exited = once(server.process, 'exit');
  server.process.stdin?.end();
  await exited;
  expect(await readFile(join(directory, 'PROACTIVE-JOBS.md'), 'utf8')).toBe(text);
});
