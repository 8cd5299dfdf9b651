// Which files a session reads, and which folder each belongs to.
import { expect, test } from 'vitest';
import { toScopeConfig } from '../../server/src/session/toConfig';
import { defaultSettings } from '../../server/src/protocol/settings';
import { folder, other, queue, startSession, task } from '../support/startSession';
import { sessionConfig } from '../support/sessionConfig';

test('all queues of a folder are read and checked, open or not', async () => {
  const { session, codes } = await startSession({
    [queue]: task('a-1', 'gone-9'),
    [other]: task('b-1', 'a-1'),
    [`${folder}/README.md`]: task('c-1', 'gone-9'),
    [`${folder}/PROACTIVE-JOBS-TEMPLATE.md`]: task('d-1', 'gone-9'),
    [`${folder}/node_modules/x/PROACTIVE-JOBS.md`]: task('e-1', 'gone-9'),
  });
  expect([...(session.picture?.files.keys() ?? [])]).toEqual([queue, other]);
  expect(session.picture?.scanning).toBe(false);
  expect(codes(queue)).toEqual(['unresolved-dependency']);
  expect(codes(other)).toEqual([]);
});

test('a queue in two folders belongs to the inner one', async () => {
  const inner = `${folder}/scheduler`;
  const { session } = await startSession(
    { [queue]: task('a-1'), [other]: task('b-1') },
    undefined,
    [folder, inner],
  );
  const files = session.picture?.files;
  expect([...(files?.keys() ?? [])]).toEqual([queue, other]);
  expect(files?.get(other)?.folderUri).toBe(inner);
  expect(files?.get(other)?.name).toBe('scheduler/PROACTIVE-JOBS-two.md');
  expect(files?.get(queue)?.name).toBe('w/PROACTIVE-JOBS.md');
});

test('a lone file outside of every folder is checked while it is open', async () => {
  const lone = 'file:///elsewhere/PROACTIVE-JOBS.md';
  const { session, clock, codes } = await startSession({});
  session.opened(lone, 1, task('a-1', 'gone-9'));
  await clock.advance(0);
  expect(codes(lone)).toEqual(['unresolved-dependency']);
  await session.closed(lone);
  await clock.advance(0);
  expect(session.picture?.files.size).toBe(0);
});

test('each folder has its own severities and globs', async () => {
  const second = 'file:///v';
  const theirs = `${second}/todo.md`;
  const { session, clock } = await startSession({
    [queue]: task('a-1', 'gone-9'),
    [theirs]: task('b-1', 'gone-9'),
  });
  const base = sessionConfig(folder, second);
  const settings = {
    ...defaultSettings,
    queue: { ...defaultSettings.queue, files: ['todo.md'] },
    rules: { 'unresolved-dependency': 'hint' as const },
  };
  await session.configure({
    ...base,
    folders: base.folders.map((f) => (f.uri === second ? { ...f, ...toScopeConfig(settings) } : f)),
  });
  await clock.advance(0);
  const severities = (uri: string) =>
    session.picture?.findings.get(uri)?.map(({ severity }) => severity);
  expect(severities(queue)).toEqual(['error']);
  expect(severities(theirs)).toEqual(['hint']);
});
