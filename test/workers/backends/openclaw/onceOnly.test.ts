import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAsyncProperty, patience } from '../../../support/properties';
import { spawnRequest } from '../../support/spawnRequests';
import { MemoryGateway, type Fate } from './memoryGateway';
import { openOnMemory } from './openOnMemory';

const never = new AbortController().signal;
const fate = fc.constantFrom<Fate>(
  ...(['pass', 'pass', 'lose-request', 'lose-reply', 'late', 'refuse', 'restart'] as const),
);
const request = spawnRequest('task-1', { cwd: '/work' });

describe('whatever gets lost at a gateway', () => {
  it(
    'an attempt has at most one worker, and what the back end says of it is true',
    async () => {
      const schedule = fc.record({
        fates: fc.array(fate, { maxLength: 60 }),
        callers: fc.integer({ min: 1, max: 4 }),
        rounds: fc.integer({ min: 1, max: 3 }),
      });
      await checkAsyncProperty(
        'one worker for each attempt at a gateway',
        2_000,
        fc.asyncProperty(schedule, async ({ fates, callers, rounds }) => {
          const gateway = new MemoryGateway();
          const left = [...fates];
          gateway.fateOf = () => left.shift() ?? 'pass';
          for (let round = 0; round < rounds; round++) {
            // Each round is a fresh start of every window: nothing is remembered but by the gateway.
            const backends = Array.from({ length: callers }, () =>
              openOnMemory(gateway, { spawnDeadlineMs: 3_000 }),
            );
            const outcomes = await Promise.all(backends.map((one) => one.spawn(request, never)));
            const starts = gateway.starts.get(`pj:${request.identity.uuid}`) ?? 0;
            expect(starts).toBeLessThanOrEqual(1);
            if (outcomes.some(({ kind }) => kind === 'started')) expect(starts).toBe(1);
            if (outcomes.every(({ kind }) => kind === 'failed') && round === 0) {
              expect(starts).toBe(0);
            }
          }
          gateway.fateOf = () => 'pass';
          // Whatever had happened: as soon as the gateway answers, everybody knows, and one call makes it certain.
          expect((await openOnMemory(gateway).spawn(request, never)).kind).toBe('started');
          expect(gateway.starts.get(`pj:${request.identity.uuid}`)).toBe(1);
        }),
      );
    },
    patience.timeout,
  );
});
