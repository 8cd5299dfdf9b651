// A bug of ours is logged, and the rest goes on.
import { expect, test } from 'vitest';
import { coreEngine } from '../../server/src/session/engine';
import { brokenRule, engineWith, unresolvedRule } from '../support/testEngine';
import { other, queue, startSession, task } from '../support/startSession';

test('a rule that breaks is logged, and the others are heard', async () => {
  const { codes, logger } = await startSession(
    { [queue]: task('a-1', 'gone-9') },
    engineWith(brokenRule, unresolvedRule),
  );
  expect(codes(queue)).toEqual(['unresolved-dependency']);
  expect(logger.events('error')).toContain('rule.crashed');
});

test('a reader that breaks on one file leaves the others standing', async () => {
  const { session, codes, logger } = await startSession(
    { [queue]: task('a-1', 'gone-9'), [other]: 'break me' },
    {
      ...engineWith(unresolvedRule),
      readQueue: (uri, text, ...rest) => {
        if (text === 'break me') throw new Error('a bug of ours');
        return coreEngine.readQueue(uri, text, ...rest);
      },
    },
  );
  expect(codes(queue)).toEqual(['unresolved-dependency']);
  expect(session.picture?.files.get(other)?.trouble).toBeDefined();
  expect(logger.events('error')).toContain('reader.crashed');
});

test('when deriving breaks, the last picture stays and the session lives on', async () => {
  let isBroken = false;
  const { session, clock, logger, pictures } = await startSession(
    { [queue]: task('a-1') },
    {
      ...coreEngine,
      deriveState: (input, previous) => {
        if (isBroken) throw new Error('a bug of ours');
        return coreEngine.deriveState(input, previous);
      },
    },
  );
  const last = pictures.at(-1);
  isBroken = true;
  session.opened(queue, 1, task('a-2'));
  await clock.advance(0);
  expect(session.picture).toBe(last);
  expect(logger.events('error')).toContain('session.crashed');
  isBroken = false;
  session.edited(queue, 2, task('a-3'));
  await clock.advance(100);
  expect(session.picture).not.toBe(last);
});
