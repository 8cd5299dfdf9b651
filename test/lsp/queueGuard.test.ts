/** The queue guard through the running server: a temporary workspace, real files, a storage folder and git. */
import { execFileSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ApplyWorkspaceEditRequest,
  DidChangeWatchedFilesNotification,
  DidSaveTextDocumentNotification,
  FileChangeType,
  TextDocumentEdit,
  type ApplyWorkspaceEditParams,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  acceptChangeRequest,
  guardAlarmNotification,
  lastGoodRequest,
  lostTasksRequest,
  restoreLostRequest,
  type GuardAlarmParams,
  type LostTasksResult,
  type RestoreLostResult,
} from '../../server/src/protocol/guardMessages';
import { gitHistoryOfDisk } from '../../server/src/workspace/gitHistoryOfDisk';
import { LastGoodStoreOnDisk } from '../../server/src/workspace/lastGoodStoreOnDisk';
import { nodeFiles } from '../../server/src/workspace/nodeFiles';
import { startInBand, type InBandServer } from '../support/inBandServer';

const task = (id: string, status: string): string =>
  `### ${id}: Do what ${id} says\n- **Status:** ${status}\n- **Priority:** P1\n\n`;
const whole = `# Jobs\n\n## Phase 1\n\n${task('p1-1', 'complete')}${task('p1-2', 'in-progress')}${task('p1-3', 'pending')}## Phase 2\n\n${task('p2-1', 'blocked')}`;
const destroyed = `# Jobs\n\n## Phase 1\n\n${task('p1-2', 'complete')}`;
const restored = `# Jobs\n\n## Phase 1\n\n${task('p1-2', 'complete')}${task('p1-3', 'pending')}## Phase 2\n\n${task('p2-1', 'blocked')}`;

let root: string;
let path: string;
let uri: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'guard-')));
  path = join(root, 'PROACTIVE-JOBS.md');
  uri = pathToFileURL(path).toString();
  writeFileSync(path, whole);
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

interface Guarded {
  readonly server: InBandServer;
  readonly alarms: GuardAlarmParams[];
  /** Something else writes the file. */
  readonly write: (text: string) => Promise<void>;
  readonly ask: <Result>(request: string, params: object) => Promise<Result>;
}

/** A server over the temporary folder, and a client that applies edits as an editor with the file closed does. */
async function start(storageDirectory?: string): Promise<Guarded> {
  const server = await startInBand({
    files: nodeFiles,
    folders: [pathToFileURL(root).toString()],
    guard: {
      openStore: (directory, logger) => new LastGoodStoreOnDisk(directory, logger),
      git: gitHistoryOfDisk(),
    },
    initialize: { initializationOptions: { storageDirectory } },
  });
  const alarms: GuardAlarmParams[] = [];
  server.connection.onNotification(guardAlarmNotification, (params: GuardAlarmParams) => {
    alarms.push(params);
    server.changed();
  });
  server.connection.onRequest(
    ApplyWorkspaceEditRequest.type,
    async ({ edit }: ApplyWorkspaceEditParams) => {
      for (const change of edit.documentChanges ?? []) {
        if (!TextDocumentEdit.is(change)) throw new Error('only texts are edited');
        expect(change.textDocument.version).toBeNull();
        const before = TextDocument.create(uri, 'markdown', 1, readFileSync(path, 'utf8'));
        const after = TextDocument.applyEdits(
          before,
          change.edits.filter((e) => 'newText' in e),
        );
        await server.open(uri, before.getText(), 1);
        await server.change(uri, 2, after);
        writeFileSync(path, after);
        await server.connection.sendNotification(DidSaveTextDocumentNotification.type, {
          textDocument: { uri },
        });
      }
      return { applied: true };
    },
  );
  await server.untilScanned();
  return {
    server,
    alarms,
    async write(text) {
      writeFileSync(path, text);
      await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri, type: FileChangeType.Changed }],
      });
    },
    ask: (request, params) => server.connection.sendRequest(request, { uri, ...params }),
  };
}

test('what a rewrite took is told, and comes back next to its neighbours', async () => {
  const { server, alarms, write, ask } = await start();
  await write(destroyed);
  await server.untilCode(uri, 'queue-shrunk');
  await server.until('the alarm', () => alarms.length > 0);
  expect(alarms[0]).toMatchObject({
    uri,
    name: 'PROACTIVE-JOBS.md',
    alarm: {
      message: expect.stringContaining(
        '2 unfinished tasks vanished from PROACTIVE-JOBS.md: `p1-3` and `p2-1`.',
      ) as string,
      lost: [
        { id: 'p1-3', title: 'Do what p1-3 says', status: 'pending' },
        { id: 'p2-1', status: 'blocked' },
      ],
      finished: [{ id: 'p1-1', status: 'complete' }],
    },
  });
  expect(await ask(lastGoodRequest, {})).toBe(whole);
  expect(
    await ask<RestoreLostResult>(restoreLostRequest, { tasks: 'unfinished', useGit: false }),
  ).toEqual({
    kind: 'restored',
    restored: ['p1-3', 'p2-1'],
    failed: [],
  });
  expect(readFileSync(path, 'utf8')).toBe(restored);
  await server.untilNoCode(uri, 'queue-shrunk');
  await server.until('the end of the alarm', () => alarms.at(-1)?.alarm === null);
  expect(await ask(lastGoodRequest, {})).toBe(restored);
});

test('an intended change becomes the good one', async () => {
  const { server, write, ask } = await start();
  await write(destroyed);
  await server.untilCode(uri, 'queue-shrunk');
  expect(await ask(acceptChangeRequest, {})).toBe(true);
  await server.untilNoCode(uri, 'queue-shrunk');
  expect(await ask(acceptChangeRequest, {})).toBe(false);
  expect(await ask(lastGoodRequest, {})).toBe(destroyed);
});

test('what the person deletes in the editor is meant; what the editor reads again is not', async () => {
  const { server, alarms, write, ask } = await start();
  const less = `# Jobs\n\n## Phase 1\n\n${task('p1-2', 'complete')}${task('p1-3', 'pending')}`;
  await server.open(uri, whole, 1);
  await server.change(uri, 2, less);
  await server.until('the edit', () => server.snapshots.at(-1)?.queues[0]?.total === 2);
  await expect.poll(() => ask(lastGoodRequest, {})).toBe(less);
  expect(server.codes(uri)).not.toContain('queue-shrunk');
  writeFileSync(path, less);
  await server.connection.sendNotification(DidSaveTextDocumentNotification.type, {
    textDocument: { uri },
  });
  await write('# Jobs\n');
  await server.change(uri, 3, '# Jobs\n');
  await server.untilCode(uri, 'queue-shrunk');
  expect(await ask(lastGoodRequest, {})).toBe(less);
  expect(alarms.every(({ alarm }) => alarm?.lost.length === 1 || alarm?.lost.length === 2)).toBe(
    true,
  );
});

test.each([
  ['a byte order mark', (text: string) => `\ufeff${text}`],
  ['two kinds of line breaks', (text: string) => text.replace('\n', '\r\n')],
])('what the editor reads again is not meant, though the file has %s', async (_, onDisk) => {
  const { server, write } = await start();
  await write(onDisk(whole));
  // The editor shows neither.
  await server.open(uri, whole, 1);
  await server.until('the queue', () => server.snapshots.at(-1)?.queues[0]?.total === 4);
  await write(onDisk(destroyed));
  await server.change(uri, 2, destroyed);
  await server.untilCode(uri, 'queue-shrunk');
});

test('good contents outlive the server, and so does the alarm', async () => {
  const storage = join(root, 'storage');
  const first = await start(storage);
  await first.write(destroyed);
  await first.server.untilCode(uri, 'queue-shrunk');
  first.server.connection.dispose();
  expect(readdirSync(join(storage, 'last-good'))).toHaveLength(1);
  const second = await start(storage);
  await second.server.untilCode(uri, 'queue-shrunk');
  expect(await second.ask(lastGoodRequest, {})).toBe(whole);
});

test('tasks that vanished long ago are found in git, under the old name of the file too', async () => {
  const git = (...args: readonly string[]): void => {
    const who = ['-c', 'user.name=t', '-c', 'user.email=t@t.example', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...who, ...args], { cwd: root, stdio: 'pipe' });
  };
  const old = join(root, 'QUEUE.md');
  writeFileSync(old, whole);
  rmSync(path);
  git('init', '-q');
  git('add', 'QUEUE.md');
  git('commit', '-q', '-m', 'one');
  git('mv', 'QUEUE.md', 'PROACTIVE-JOBS.md');
  git('commit', '-q', '-m', 'two');
  writeFileSync(path, whole.replace(task('p1-3', 'pending'), ''));
  git('commit', '-q', '-a', '-m', 'three');
  writeFileSync(path, destroyed);
  git('commit', '-q', '-a', '-m', 'four');
  const { server, ask } = await start();
  const { tasks, notes } = await ask<LostTasksResult>(lostTasksRequest, { useGit: true });
  expect(notes).toEqual([]);
  expect(tasks.map(({ id, status, commit }) => [id, status, commit?.length])).toEqual([
    ['p2-1', 'blocked', 7],
    ['p1-3', 'pending', 7],
  ]);
  const answer = await ask<RestoreLostResult>(restoreLostRequest, { tasks, useGit: true });
  expect(answer).toMatchObject({ kind: 'restored', failed: [] });
  expect(readFileSync(path, 'utf8')).toBe(restored);
  await server.until('the restored tasks', () => server.snapshots.at(-1)?.queues[0]?.total === 3);
});

test('without trust git is not asked, and that is said', async () => {
  const { ask } = await start();
  const answer = await ask<LostTasksResult>(lostTasksRequest, { useGit: false });
  expect(answer.tasks).toEqual([]);
  expect(answer.notes).toEqual(['Git was not asked, because this workspace is not trusted.']);
  const noRepository = await ask<LostTasksResult>(lostTasksRequest, { useGit: true });
  expect(noRepository.notes).toEqual([
    'There is no history from git: the folder is in no git repository.',
  ]);
});

test('a restore that comes too late is refused', async () => {
  const { server, write, ask } = await start();
  await write(destroyed);
  await server.untilCode(uri, 'queue-shrunk');
  writeFileSync(path, `${destroyed}\nNobody has told the server of this line.\n`);
  expect(await ask<RestoreLostResult>(restoreLostRequest, { tasks: 'all', useGit: false })).toEqual(
    {
      kind: 'refused',
      reason: 'The queue has changed meanwhile.',
    },
  );
  await write(whole);
  await server.untilNoCode(uri, 'queue-shrunk');
  const late = await ask<RestoreLostResult>(restoreLostRequest, { tasks: 'all', useGit: false });
  expect(late).toEqual({ kind: 'refused', reason: 'Nothing is missing any more.' });
});
