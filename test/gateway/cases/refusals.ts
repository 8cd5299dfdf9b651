/** What the real gateway refuses, and what a person is told. */
import { describe, expect, it } from 'vitest';
import { connectAndBefore } from '../support/connectAndBefore';
import { freshRequest, type GatewayWorld } from '../support/gatewayWorld';

const never = new AbortController().signal;

export function describeRefusals(world: () => GatewayWorld): void {
  describe('a real gateway', () => {
    it.each([
      ['a wrong token', 'not-the-token', 'gateway token'],
      ['no token', undefined, 'gateway token'],
    ])('lets nobody in with %s', async (_, token, remedy) => {
      const backend = world().backend({ token: () => Promise.resolve(token) });
      const request = freshRequest();
      const outcome = await backend.spawn(request, never);
      expect(outcome).toMatchObject({
        kind: 'failed',
        remedy: expect.stringContaining(remedy) as string,
      });
      const probe = await backend.probe(never);
      expect(probe).toMatchObject({
        kind: 'not-ready',
        remedy: expect.stringContaining(remedy) as string,
      });
      expect(JSON.stringify([outcome, probe])).not.toContain('not-the-token');
      expect(await world().backend().find(request.identity, never)).toEqual({ kind: 'absent' });
    });

    it('does not start a worker with a model or an agent that it does not have', async () => {
      const request = freshRequest();
      const backend = world().backend();
      expect(await backend.spawn({ ...request, model: 'no-such-model' }, never)).toMatchObject({
        kind: 'failed',
        why: expect.stringContaining('model not allowed') as string,
        remedy: expect.stringContaining('openclaw models list') as string,
      });
      const nobody = world().backend({ agentId: 'nobody' });
      expect(await nobody.spawn(request, never)).toMatchObject({
        kind: 'failed',
        remedy: expect.stringContaining('openclaw agents list') as string,
      });
      expect(await backend.find(request.identity, never)).toEqual({ kind: 'absent' });
      expect(world().calls(request.identity)).toBe(0);
    });

    it('is not there: nothing was started, and the remedy is named', async () => {
      const backend = world().backend({ url: 'ws://127.0.0.1:1' });
      expect(await backend.spawn(freshRequest(), never)).toMatchObject({
        kind: 'failed',
        remedy: expect.stringContaining('openclaw gateway run') as string,
      });
    });

    it('names its version and its models', async () => {
      expect(await world().backend().probe(never)).toEqual({
        kind: 'ready',
        detail: `OpenClaw 2026.9.6 at ws://127.0.0.1:${world().gateway.port}, agent main`,
        models: ['Haiku', 'haiku', 'stub/haiku'],
      });
    });

    it('takes no prompt for an attempt that was put away before it began', async () => {
      const request = freshRequest();
      const controller = new AbortController();
      const interrupted = world().backend({
        spawnDeadlineMs: 0,
        connect: connectAndBefore('chat.send', () => controller.abort()),
      });
      expect((await interrupted.spawn(request, controller.signal)).kind).toBe('unknown');
      const backend = world().backend();
      expect(await backend.cancel(request.identity, never)).toMatchObject({ kind: 'cancelled' });
      expect(await backend.spawn(request, never)).toMatchObject({
        kind: 'failed',
        remedy: 'Start the next attempt.',
      });
      expect(world().calls(request.identity)).toBe(0);
    });
  });
}
