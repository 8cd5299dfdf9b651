import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DocumentSymbolRequest,
  HoverRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeFiles } from '../../server/src/workspace/nodeFiles';
import { startInBand, type InBandServer } from '../support/inBandServer';
import { MemoryFiles } from '../support/memoryFiles';

const folder = 'file:///w';
const queue = `${folder}/PROACTIVE-JOBS.md`;
/** What is not read adds none to any sum. */
const noSlots = { max: 0, declared: false, inUse: 0 };
let directory = '';

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pj-bad-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

/** Every request answers, and nothing of ours broke. */
async function expectAlive(server: InBandServer, uri: string): Promise<void> {
  const textDocument = { uri };
  for (const line of [0, 1, 1_000_000]) {
    const position = { line, character: 3 };
    await server.connection.sendRequest(HoverRequest.type, { textDocument, position });
  }
  await server.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  await server.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  expect(server.log.filter((line) => line.includes('crashed'))).toEqual([]);
}

const inputs: Readonly<Record<string, string>> = {
  empty: '',
  'one line feed': '\n',
  'a byte order mark only': '\uFEFF',
  'no newline at the end': '### a-1\n- **Status:** pending',
  'old Mac line ends': '### a-1\r- **Status:** pending\r',
  'literal newlines': '### a-1\\n- **Status:** pending\\n- **Dependencies:** b-1\\n',
  'an unclosed fence': '### a-1\n```\n- **Status:** pending\n',
  'NUL bytes': '### a-1\n- **Status:** pend\0ing\n\0\0\0',
  'binary rubbish': String.fromCharCode(
    ...Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
  ),
  'lone surrogates': '### a-1 \uD800\n- **Status:** \uDFFF pending\n',
  'only hashes': '#'.repeat(20_000),
  'deep quotes': '>'.repeat(5_000),
  'deep lists': Array.from({ length: 300 }, (_, i) => `${' '.repeat(2 * i)}- x`).join('\n'),
  'one very long line': `### a-1\n- **Dependencies:** ${'b-1, '.repeat(20_000)}\n`,
};

for (const [what, text] of Object.entries(inputs)) {
  test(`a queue that is ${what} breaks nothing`, async () => {
    const server = await startInBand({ files: new MemoryFiles(), folders: [folder] });
    await server.open(queue, text);
    await expectAlive(server, queue);
  });
}

test('a buffer of 50 MB gets a line index, and one information', async () => {
  const server = await startInBand({ files: new MemoryFiles(), folders: [folder] });
  await server.open(queue, '### a-1\n- **Status:** pending\n'.repeat(1_700_000));
  await expectAlive(server, queue);
  await server.untilScanned();
  await server.until('a picture', () => server.snapshots.at(-1)?.queues[0] !== undefined);
  expect(server.snapshots.at(-1)?.queues[0]?.coverage).toBe('too-large');
});

test('a file of 50 MB on disk is not read whole', async () => {
  const path = join(directory, 'PROACTIVE-JOBS.md');
  await writeFile(path, 'x\n'.repeat(25 * 1024 * 1024));
  const uri = URI.file(path).toString();
  const read = await nodeFiles.read(uri, 1024);
  expect(read.kind === 'text' && read.truncated && read.text.length).toBe(3 * 1024 + 4);
  const server = await startInBand({ files: nodeFiles, folders: [URI.file(directory).toString()] });
  const snapshot = await server.untilScanned();
  expect(snapshot.queues).toMatchObject([{ coverage: 'too-large', slots: noSlots }]);
  await expectAlive(server, uri);
});

test('a folder, a dangling link, a ring of links and a pipe with a queue name are no queues', async () => {
  await mkdir(join(directory, 'PROACTIVE-JOBS.md'));
  await symlink('nowhere', join(directory, 'PROACTIVE-JOBS-a.md'));
  await symlink('PROACTIVE-JOBS-b.md', join(directory, 'PROACTIVE-JOBS-b.md'));
  await writeFile(join(directory, 'PROACTIVE-JOBS-c.md'), '### a-1\n- **Status:** pending\n');
  const folderUri = URI.file(directory).toString();
  const server = await startInBand({ files: nodeFiles, folders: [folderUri] });
  const snapshot = await server.untilScanned();
  expect(snapshot.queues.map(({ name }) => name)).toEqual(['PROACTIVE-JOBS-c.md']);
  const uri = URI.file(join(directory, 'PROACTIVE-JOBS.md')).toString();
  expect(await nodeFiles.read(uri, 10)).toEqual({ kind: 'directory' });
  await expectAlive(server, uri);
});

test('an open file that is deleted keeps its buffer', async () => {
  const path = join(directory, 'PROACTIVE-JOBS.md');
  await writeFile(path, '### a-1\n- **Status:** pending\n');
  const uri = URI.file(path).toString();
  const server = await startInBand({ files: nodeFiles, folders: [URI.file(directory).toString()] });
  await server.untilScanned();
  await server.open(uri, await readFile(path, 'utf8'));
  await rm(path);
  await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri, type: 3 }],
  });
  await expectAlive(server, uri);
  const symbols = await server.connection.sendRequest(DocumentSymbolRequest.type, {
    textDocument: { uri },
  });
  expect(symbols).toHaveLength(1);
  await server.close(uri);
  await server.until('its end', () => server.snapshots.at(-1)?.queues.length === 0);
});

test.each([
  ["EACCES: permission denied, open '/w/it, too'", 'there is no permission to open it'],
  ['EPERM: operation not permitted, open', 'there is no permission to open it'],
  ["EMFILE: too many open files, open '/w/a'", 'too many open files'],
  ['EIO: i/o error, read', 'i/o error'],
  ['not a regular file', 'not a regular file'],
])('an unreadable file (%s) is shown as such, and why', async (reason, words) => {
  const path = join(directory, 'PROACTIVE-JOBS.md');
  await writeFile(path, '### a-1\n');
  // Root may read everything, so the refusal comes from the port.
  const refusing: typeof nodeFiles = {
    ...nodeFiles,
    readInside: () => Promise.resolve({ kind: 'unreadable', reason }),
  };
  const server = await startInBand({ files: refusing, folders: [URI.file(directory).toString()] });
  const snapshot = await server.untilScanned();
  expect(snapshot.queues).toMatchObject([
    { coverage: 'unreadable', trouble: words, slots: noSlots },
  ]);
});

test('what is no regular file is unreadable, not awaited for ever', async () => {
  const path = join(directory, 'PROACTIVE-JOBS.md');
  execFileSync('mkfifo', [path]);
  const read = await nodeFiles.read(URI.file(path).toString(), 1_000);
  expect(read).toEqual({ kind: 'unreadable', reason: 'not a regular file' });
});
