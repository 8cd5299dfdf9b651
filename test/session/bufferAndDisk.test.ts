// An open buffer wins over the disk, and what changes outside of the editor is seen.
import { expect, test } from 'vitest';
import type { QueueSession } from '../../server/src/session/queueSession';
import { folder, other, queue, startSession, task } from '../support/startSession';

test('an unsaved buffer wins over the disk, and closing it brings the disk back', async () => {
  const { session, clock, codes, files } = await startSession({ [queue]: task('a-1') });
  session.opened(queue, 1, task('a-1', 'gone-9'));
  await clock.advance(0);
  expect(codes(queue)).toEqual(['unresolved-dependency']);
  expect(session.picture?.files.get(queue)?.version).toBe(1);
  // A change of the disk does not replace the buffer.
  files.write(queue, task('a-2'));
  await session.filesChanged([queue]);
  await clock.advance(0);
  expect(codes(queue)).toEqual(['unresolved-dependency']);
  await session.closed(queue);
  await clock.advance(0);
  expect(codes(queue)).toEqual([]);
  expect(session.picture?.files.get(queue)?.version).toBeUndefined();
  expect(session.document(queue)?.declarations[0]?.id.value).toBe('a-2');
});

test('a file that is deleted while open stays, and goes when it is closed', async () => {
  const { session, clock, files } = await startSession({ [queue]: task('a-1') });
  session.opened(queue, 1, task('a-1'));
  files.delete(queue);
  await session.filesChanged([queue]);
  await clock.advance(0);
  expect(session.picture?.files.has(queue)).toBe(true);
  expect(gone(session)).toEqual([queue]);
  await session.closed(queue);
  await clock.advance(0);
  expect(session.picture?.files.has(queue)).toBe(false);
  expect(gone(session)).toEqual([]);
});

const gone = ({ picture }: QueueSession): readonly string[] => [
  ...(picture?.state.goneFiles ?? ['no picture']),
];

test('an open file counts as gone from its deletion until it is saved', async () => {
  const { session, clock, files } = await startSession({ [queue]: task('a-1') });
  session.opened(queue, 1, task('a-1'));
  await clock.advance(0);
  expect(gone(session)).toEqual([]);
  files.delete(queue);
  await session.filesChanged([queue]);
  session.edited(queue, 2, task('a-2'));
  await session.current();
  expect(gone(session)).toEqual([queue]);
  files.write(queue, task('a-2'));
  await session.filesChanged([queue]);
  await session.current();
  expect(gone(session)).toEqual([]);
});

test('a file that was deleted while nobody looked is gone when an editor shows it again', async () => {
  const { session, clock } = await startSession({});
  session.opened(queue, 1, task('a-1'));
  await clock.advance(0);
  await session.current();
  expect(gone(session)).toEqual([queue]);
});

test('an open file behind a link, a file of no folder and one that was never saved are not gone', async () => {
  const { session, clock, files } = await startSession({});
  files.behindLinks.add(queue);
  files.write(queue, task('a-1'));
  for (const uri of [queue, 'file:///v/PROACTIVE-JOBS.md', 'untitled:PROACTIVE-JOBS.md'])
    session.opened(uri, 1, task('a-1'));
  await session.rescan();
  await clock.advance(0);
  await session.current();
  expect(session.picture?.files.size).toBe(3);
  expect(gone(session)).toEqual([]);
});

test('a deleted folder takes its queues with it', async () => {
  const { session, clock, files, codes } = await startSession({
    [queue]: task('a-1', 'b-1'),
    [other]: task('b-1'),
  });
  expect(codes(queue)).toEqual([]);
  files.delete(other);
  await session.filesChanged([`${folder}/scheduler`]);
  await clock.advance(0);
  expect([...(session.picture?.files.keys() ?? [])]).toEqual([queue]);
  expect(codes(queue)).toEqual(['unresolved-dependency']);
});

test('a file that is seen to be the same as before draws no new picture', async () => {
  const { session, clock, pictures } = await startSession({ [queue]: task('a-1') });
  const before = pictures.length;
  await session.filesChanged([queue]);
  await session.recheck();
  await clock.advance(0);
  expect(pictures.length).toBe(before);
});

test('files created and changed outside of the editor are seen', async () => {
  const { session, files, clock, codes } = await startSession({ [queue]: task('a-1', 'b-1') });
  expect(codes(queue)).toEqual(['unresolved-dependency']);
  files.write(other, task('b-1'));
  await session.filesChanged([other]);
  await clock.advance(0);
  expect(codes(queue)).toEqual([]);
  files.write(other, task('b-2'));
  await session.recheck();
  await clock.advance(0);
  expect(codes(queue)).toEqual(['unresolved-dependency']);
});

test('an older look at a file does not win over a newer one', async () => {
  const { session, files, clock } = await startSession({ [queue]: task('a-1') });
  let open = (): void => undefined;
  files.gate = new Promise((resolve) => (open = resolve));
  files.write(queue, task('a-2'));
  const slow = session.filesChanged([queue]);
  files.gate = undefined;
  files.write(queue, task('a-3'));
  await session.filesChanged([queue]);
  open();
  await slow;
  await clock.advance(0);
  expect(session.document(queue)?.declarations[0]?.id.value).toBe('a-3');
});

test('an unreadable file is told of, and keeps its place', async () => {
  const { session, files, clock, logger } = await startSession({ [queue]: task('a-1') });
  files.entries.set(other, { kind: 'unreadable', reason: 'EACCES' });
  await session.filesChanged([other]);
  await clock.advance(0);
  expect(session.picture?.files.get(other)?.trouble).toBe('EACCES');
  expect(logger.events('warn')).toEqual(['workspace.unreadable']);
});
