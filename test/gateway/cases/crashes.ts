/** The gateway is killed at the worst moments, and comes back. */
import { describe, expect, it } from 'vitest';
import { eventually } from '../../workers/support/eventually';
import { connectAndBefore } from '../support/connectAndBefore';
import { freshRequest, type GatewayWorld } from '../support/gatewayWorld';
import { slowly } from '../support/stubModel';

const never = new AbortController().signal;

export function describeCrashes(world: () => GatewayWorld): void {
  describe('a real gateway that is killed', () => {
    it('ends the run as failed, and does not begin it again, whoever asks for it', async () => {
      const request = freshRequest(slowly.words);
      const { identity } = request;
      const backend = world().backend();
      expect((await backend.spawn(request, never)).kind).toBe('started');
      await eventually(() => Promise.resolve(expect(world().calls(identity)).toBe(1)));
      await world().gateway.kill();
      expect(await backend.find(identity, never)).toMatchObject({ kind: 'cannot-tell' });
      await world().gateway.start();
      await eventually(async () =>
        expect(await backend.find(identity, never)).toMatchObject({
          kind: 'found',
          run: { state: 'failed', lastLine: expect.stringContaining('interrupted') as string },
        }),
      );
      // The gateway has forgotten the idempotency key: a prompt sent again would begin a second run.
      expect((await world().backend().spawn(request, never)).kind).toBe('started');
      console.log(`killed while it ran: ${world().calls(identity)} model call`);
      expect(world().calls(identity)).toBe(1);
    });

    it('between claim and prompt: the prompt is sent once when it is back', async () => {
      const request = freshRequest();
      const { identity } = request;
      let back = Promise.resolve();
      const backend = world().backend({
        spawnDeadlineMs: 240_000,
        connect: connectAndBefore('chat.send', async () => {
          await world().gateway.kill();
          back = world().gateway.start();
        }),
      });
      const outcome = await backend.spawn(request, never);
      await back;
      expect(outcome, JSON.stringify(outcome)).toMatchObject({ kind: 'started' });
      await eventually(async () =>
        expect(await backend.find(identity, never)).toMatchObject({ run: { state: 'succeeded' } }),
      );
      console.log(`killed between claim and prompt: ${world().calls(identity)} model call`);
      expect(world().calls(identity)).toBe(1);
    });
  });
}
