/** Restoring through the running server: tasks that vanished long ago, and restores that come too late. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  lostTasksRequest,
  restoreLostRequest,
  type LostTasksResult,
  type RestoreLostResult,
} from '../../server/src/protocol/guardMessages';
import { destroyed, guardedQueue, restored, task, whole } from '../support/guardedQueue';

const queue = guardedQueue();

test('tasks that vanished long ago are found in git, under the old name of the file too', async () => {
  const { root, path } = queue.at;
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
  const { server, ask } = await queue.start();
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
  const { ask } = await queue.start();
  const answer = await ask<LostTasksResult>(lostTasksRequest, { useGit: false });
  expect(answer.tasks).toEqual([]);
  expect(answer.notes).toEqual(['Git was not asked, because this workspace is not trusted.']);
  const noRepository = await ask<LostTasksResult>(lostTasksRequest, { useGit: true });
  expect(noRepository.notes).toEqual([
    'There is no history from git: the folder is in no git repository.',
  ]);
});

test('a restore that comes too late is refused', async () => {
  const { path, uri } = queue.at;
  const { server, write, ask } = await queue.start();
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
