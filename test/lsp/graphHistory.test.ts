/** The graph as it was in each commit, through the running server and a real git. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  graphHistoryRequest,
  graphPastRequest,
  type GraphHistoryResult,
  type GraphPastResult,
} from '../../server/src/protocol/graphMessages';
import { gitHistoryOfDisk } from '../../server/src/workspace/gitHistoryOfDisk';
import { nodeFiles } from '../../server/src/workspace/nodeFiles';
import { startInBand } from '../support/inBandServer';

const task = (id: string, status: string): string => `### ${id}\n- **Status:** ${status}\n\n`;

let root: string;
let path: string;
let uri: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'graph-')));
  path = join(root, 'PROACTIVE-JOBS.md');
  uri = pathToFileURL(path).toString();
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function git(...command: readonly string[]): string {
  return execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...command], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

function commit(subject: string, tasks: string): string {
  writeFileSync(path, `# Jobs\n\n## Phase 1\n\n${tasks}`);
  git('add', '.');
  git('commit', '-m', subject);
  return git('rev-parse', 'HEAD');
}

async function start(): Promise<{
  readonly history: (queueUri?: string, useGit?: boolean) => Promise<GraphHistoryResult | null>;
  readonly past: (commit: string, useGit?: boolean) => Promise<GraphPastResult | null>;
}> {
  const server = await startInBand({
    files: nodeFiles,
    folders: [pathToFileURL(root).toString()],
    guard: { git: gitHistoryOfDisk() },
  });
  await server.untilScanned();
  return {
    history: (queueUri = uri, useGit = true) =>
      server.connection.sendRequest(graphHistoryRequest, { queueUri, useGit }),
    past: (wanted, useGit = true) =>
      server.connection.sendRequest(graphPastRequest, { queueUri: uri, useGit, commit: wanted }),
  };
}

const key = (id: string): string => `${uri}\n${id}`;

test('commits oldest first, and what each of them did to the queue', async () => {
  git('init', '-b', 'main');
  const first = commit('Plan\tthe work', task('a-1', 'pending') + task('a-2', 'complete'));
  const second = commit(
    'Go on',
    task('a-1', 'complete') + task('a-2', 'pending') + task('a-3', 'pending'),
  );
  const third = commit('Forget', task('A-1', 'complete'));
  const { history, past } = await start();
  const listed = await history();
  expect(listed?.commits.map(({ commit: hash, subject }) => [hash, subject])).toEqual([
    [first, 'Plan\tthe work'],
    [second, 'Go on'],
    [third, 'Forget'],
  ]);
  expect(listed?.note).toBeUndefined();
  for (const { at } of listed?.commits ?? []) expect(at).toBeGreaterThan(Date.UTC(2020, 0));
  expect((await past(first))?.change).toEqual({
    added: [key('a-1'), key('a-2')],
    done: [key('a-2')],
    lost: [],
    reopened: [],
  });
  const changed = await past(second);
  expect(changed?.change).toEqual({
    added: [key('a-3')],
    done: [key('a-1')],
    lost: [],
    reopened: [key('a-2')],
  });
  expect(changed?.snapshot.tasks.map(({ id, status }) => [id, status])).toEqual([
    ['a-1', 'complete'],
    ['a-2', 'pending'],
    ['a-3', 'pending'],
  ]);
  expect((await past(third))?.change).toEqual({
    added: [],
    done: [],
    lost: ['a-2', 'a-3'],
    reopened: [],
  });
  expect(await past('0'.repeat(40))).toBeNull();
});

test('a new commit is known after the list has been asked for again', async () => {
  git('init', '-b', 'main');
  commit('One', task('a-1', 'pending'));
  const { history, past } = await start();
  await history();
  const second = commit('Two', task('a-1', 'complete'));
  await history();
  expect((await past(second))?.change.done).toEqual([key('a-1')]);
});

test('without git, without trust, and for files that are no queues', async () => {
  writeFileSync(path, task('a-1', 'pending'));
  const { history, past } = await start();
  const nothing = await history();
  expect(nothing?.commits).toEqual([]);
  expect(nothing?.note).toBe('There is no history from git: the folder is in no git repository.');
  expect(await history(uri, false)).toEqual({
    commits: [],
    note: 'Git was not asked, because this workspace is not trusted.',
  });
  expect(await past('0'.repeat(40), false)).toBeNull();
  expect(await history('file:///etc/passwd')).toBeNull();
});
