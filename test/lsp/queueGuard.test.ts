/** The queue guard through the running server: what is an alarm, and what a person meant. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DidSaveTextDocumentNotification } from 'vscode-languageserver/node';
import { expect, test } from 'vitest';
import {
  acceptChangeRequest,
  lastGoodRequest,
  restoreLostRequest,
  type RestoreLostResult,
} from '../../server/src/protocol/guardMessages';
import { destroyed, guardedQueue, restored, task, whole } from '../support/guardedQueue';

const queue = guardedQueue();

test('what a rewrite took is told, and comes back next to its neighbours', async () => {
  const { path, uri } = queue.at;
  const { server, alarms, write, ask } = await queue.start();
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
  const { uri } = queue.at;
  const { server, write, ask } = await queue.start();
  await write(destroyed);
  await server.untilCode(uri, 'queue-shrunk');
  expect(await ask(acceptChangeRequest, {})).toBe(true);
  await server.untilNoCode(uri, 'queue-shrunk');
  expect(await ask(acceptChangeRequest, {})).toBe(false);
  expect(await ask(lastGoodRequest, {})).toBe(destroyed);
});

test('what the person deletes in the editor is meant; what the editor reads again is not', async () => {
  const { path, uri } = queue.at;
  const { server, alarms, write, ask } = await queue.start();
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
  const { uri } = queue.at;
  const { server, write } = await queue.start();
  await write(onDisk(whole));
  // The editor shows neither.
  await server.open(uri, whole, 1);
  await server.until('the queue', () => server.snapshots.at(-1)?.queues[0]?.total === 4);
  await write(onDisk(destroyed));
  await server.change(uri, 2, destroyed);
  await server.untilCode(uri, 'queue-shrunk');
});

test('good contents outlive the server, and so does the alarm', async () => {
  const { root, uri } = queue.at;
  const storage = join(root, 'storage');
  const first = await queue.start(storage);
  await first.write(destroyed);
  await first.server.untilCode(uri, 'queue-shrunk');
  first.server.connection.dispose();
  expect(readdirSync(join(storage, 'last-good'))).toHaveLength(1);
  const second = await queue.start(storage);
  await second.server.untilCode(uri, 'queue-shrunk');
  expect(await second.ask(lastGoodRequest, {})).toBe(whole);
});
