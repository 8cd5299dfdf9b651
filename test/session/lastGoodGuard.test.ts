// Who deleted tasks: the person who saves the file a moment later, or somebody outside of the editor.
import { expect, test } from 'vitest';
import { LastGoodGuard } from '../../server/src/session/lastGoodGuard';
import { memoryLastGoodStore } from '../../server/src/workspace/lastGoodStore';
import { queue, startSession } from '../support/startSession';
import { engineWith } from '../support/testEngine';

const text = (...ids: readonly string[]): string =>
  `# Jobs\n\n## Phase 1\n\n${ids.map((id) => `### ${id}: Do it\n- **Status:** pending\n\n`).join('')}`;
const whole = text('a-1', 'a-2', 'a-3', 'a-4');
const less = text('a-1');

/** A queue that is open in the editor and says less by now, and so does its file. */
async function written() {
  const { session, files, clock, logger } = await startSession({ [queue]: whole });
  const ports = { engine: engineWith(), files, clock, logger };
  const guard = new LastGoodGuard(ports, memoryLastGoodStore(), () => undefined);
  const look = async (): Promise<void> => {
    const picture = await session.current();
    if (picture !== undefined) await guard.check(picture);
  };
  session.opened(queue, 1, whole);
  await look();
  session.edited(queue, 2, less);
  files.write(queue, less);
  return { guard, look, clock, alarms: () => [...guard.alarms.keys()] };
}

test('what a person deletes and saves is meant, also when the word of the save comes last', async () => {
  const { guard, look, alarms } = await written();
  await look();
  expect(alarms()).toEqual([queue]);
  await guard.saved(queue, less);
  expect(alarms()).toEqual([]);
  expect(guard.lastGood(queue)).toBe(less);
  await look();
  expect(alarms()).toEqual([]);
});

test('saving what another has made of the file does not make it meant', async () => {
  const { guard, look, clock, alarms } = await written();
  await look();
  await clock.advance(5_000);
  await guard.saved(queue, less);
  await look();
  expect(alarms()).toEqual([queue]);
  expect(guard.lastGood(queue)).toBe(whole);
});
