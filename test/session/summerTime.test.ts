// A window that stays open while the clocks are changed.
import { expect, test } from 'vitest';
import { sessionConfig } from '../support/sessionConfig';
import { folder, queue, startSession, task } from '../support/startSession';

const day = 24 * 60 * 60_000;

test('times without a zone are read anew when summer time begins, and by the same options until then', async () => {
  const started = '- **Started:** 2026-01-15 06:30\n';
  const { session, clock } = await startSession({ [queue]: task('a-1') + started });
  const options = () => session.picture?.state.options;
  // Somewhere else than where the test runs, with a winter and a summer.
  await session.configure({ ...sessionConfig(folder), zone: 'America/New_York' });
  await clock.advance(0);
  const inWinter = options();
  expect(inWinter?.localOffsetMinutes).toBe(-300);
  await clock.advance(day);
  await clock.advance(0);
  expect(session.picture?.state.now).toBe(clock.now());
  expect(options()).toBe(inWinter);
  await clock.advance(60 * day);
  await clock.advance(0);
  expect(session.picture?.state.now).toBe(clock.now());
  expect(options()).toEqual({ ...inWinter, localOffsetMinutes: -240 });
});
