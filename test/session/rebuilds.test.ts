// When a new picture is made, and when not.
import { expect, test } from 'vitest';
import { coreEngine } from '../../server/src/session/engine';
import { settle } from '../support/manualClock';
import { other, queue, startSession, task } from '../support/startSession';

test('typing is waited for, but not for ever', async () => {
  const { session, clock, pictures } = await startSession({ [queue]: task('a-1') });
  session.opened(queue, 1, task('a-1'));
  await clock.advance(0);
  const before = pictures.length;
  for (let version = 2; version <= 5; version++) {
    session.edited(queue, version, task(`a-${version}`));
    await clock.advance(80);
  }
  expect(pictures.length).toBe(before);
  session.edited(queue, 6, task('a-6'));
  await clock.advance(80);
  expect(pictures.length).toBe(before + 1);
});

test('a request gets the text as it is now, without waiting for the pause', async () => {
  const { session } = await startSession({ [queue]: task('a-1') });
  session.opened(queue, 1, task('a-1'));
  session.edited(queue, 2, task('a-2'));
  expect(session.document(queue)?.declarations[0]?.id.value).toBe('a-2');
  const picture = await session.current();
  expect(picture?.state.documents.get(queue)?.declarations[0]?.id.value).toBe('a-2');
});

test('work that is overtaken by a change is dropped', async () => {
  const { session, clock, pictures } = await startSession({
    [queue]: task('a-1'),
    [other]: task('b-1'),
  });
  clock.ticking = 20; // Every look at the clock says that the slice is over, so that the session yields.
  session.opened(queue, 1, task('a-2'));
  const first = session.current();
  session.edited(queue, 2, task('a-3'));
  const picture = await first;
  expect(picture?.state.documents.get(queue)?.declarations[0]?.id.value).toBe('a-3');
  const drawn = pictures.slice(-1).map((p) => p.files.get(queue)?.version);
  expect(drawn).toEqual([2]);
  expect(pictures.some((p) => p.files.get(queue)?.version === 1)).toBe(false);
  session.dispose();
});

test('a cancelled request waits for nothing', async () => {
  const { session } = await startSession({ [queue]: task('a-1') });
  session.opened(queue, 1, task('a-2'));
  await expect(session.current(() => true)).resolves.toBeUndefined();
});

test('an unchanged document is not read again', async () => {
  let readings = 0;
  const { session, clock } = await startSession(
    { [queue]: task('a-1'), [other]: task('b-1') },
    {
      ...coreEngine,
      readQueue: (...args) => {
        readings++;
        return coreEngine.readQueue(...args);
      },
    },
  );
  const before = readings;
  session.opened(queue, 1, task('a-1'));
  await clock.advance(0);
  session.edited(queue, 2, task('a-2'));
  await clock.advance(100);
  expect(readings - before).toBe(1);
});

test('time is looked at each minute only where something depends on it', async () => {
  const still = await startSession({ [queue]: task('a-1') });
  expect(still.clock.waiting).toBe(0);
  const moving = await startSession({ [queue]: `${task('a-1')}- **Started:** 2026-01-15 09:00\n` });
  expect(moving.clock.waiting).toBe(1);
  const before = moving.session.picture?.state.now ?? 0;
  await moving.clock.advance(60_000);
  await moving.clock.advance(0);
  expect(moving.session.picture?.state.now).toBe(before + 60_000);
});

test('nothing happens after it is disposed', async () => {
  const { session, clock, pictures } = await startSession({ [queue]: task('a-1') });
  const before = pictures.length;
  session.opened(queue, 1, task('a-2'));
  session.dispose();
  await clock.advance(1_000);
  await settle();
  expect(pictures.length).toBe(before);
  await expect(session.current()).resolves.toBeUndefined();
});
