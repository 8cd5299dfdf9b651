/** Several windows ask for the same attempt at once. */
import { describe, expect, it } from 'vitest';
import { eventually } from '../../workers/support/eventually';
import { freshRequest, type GatewayWorld } from '../support/gatewayWorld';

const never = new AbortController().signal;

export function describeRaces(world: () => GatewayWorld): void {
  describe('windows that race at a real gateway', () => {
    it('four with the same attempt have one worker', async () => {
      const request = freshRequest();
      const backends = Array.from({ length: 4 }, () => world().backend());
      const outcomes = await Promise.all(backends.map((one) => one.spawn(request, never)));
      expect(outcomes.map(({ kind }) => kind)).toEqual(Array(4).fill('started'));
      await eventually(async () =>
        expect(await backends[0]?.find(request.identity, never)).toMatchObject({
          run: { state: 'succeeded' },
        }),
      );
      console.log(`four racing windows: ${world().calls(request.identity)} model call`);
      expect(world().calls(request.identity)).toBe(1);
    });

    it('two copies of one workspace have a worker each, although their attempts have one name', async () => {
      const request = freshRequest();
      const copy = {
        ...request,
        identity: { ...request.identity, uuid: freshRequest().identity.uuid },
      };
      const [one, other] = [world().backend(), world().backend()];
      const outcomes = await Promise.all([one.spawn(request, never), other.spawn(copy, never)]);
      expect(outcomes.map(({ kind }) => kind)).toEqual(['started', 'started']);
      const keys = outcomes.map((outcome) => outcome.kind === 'started' && outcome.run.sessionKey);
      expect(keys).toEqual([one.keyFor(request.identity), other.keyFor(copy.identity)]);
      for (const [backend, { identity }] of [
        [one, request],
        [other, copy],
      ] as const)
        await eventually(async () =>
          expect(await backend.find(identity, never)).toMatchObject({
            run: { state: 'succeeded', sessionKey: backend.keyFor(identity) },
          }),
        );
    });
  });
}
