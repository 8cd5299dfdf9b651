/** What gets lost on the way to the gateway, and that there is one worker all the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../workers/support/eventually';
import { openFaultyLine, type FaultyLine } from '../support/faultyLine';
import { freshRequest, type GatewayWorld } from '../support/gatewayWorld';
import { lossyConnect, type Losses } from '../support/lossyConnect';

const never = new AbortController().signal;

export function describeLosses(world: () => GatewayWorld): void {
  describe('a worker at a real gateway', () => {
    let line: FaultyLine;
    beforeAll(async () => {
      line = await openFaultyLine(world().gateway.port);
    });
    afterAll(() => line.close());

    const cases: readonly (readonly [string, Losses])[] = [
      ['nothing', {}],
      ['the request of the claim', { 'sessions.create': 'request' }],
      ['the reply to the claim', { 'sessions.create': 'reply' }],
      ['the prompt', { 'chat.send': 'request' }],
      ['the reply to the prompt', { 'chat.send': 'reply' }],
      ['both replies', { 'sessions.create': 'reply', 'chat.send': 'reply' }],
    ];
    it.each(cases)('is started once when the line loses %s', async (name, losses) => {
      const request = freshRequest();
      const { identity } = request;
      const witness = world().backend();
      const hasTakenEffect = (method: string) =>
        eventually(async () => {
          const found = await witness.find(identity, never);
          expect(found).toMatchObject({ kind: 'found' });
          if (method === 'chat.send') {
            expect(found).not.toMatchObject({ run: { state: 'starting' } });
          }
        });
      const backend = world().backend({
        url: `ws://127.0.0.1:${line.port}`,
        spawnDeadlineMs: 240_000,
        connect: lossyConnect(line, losses, hasTakenEffect),
      });
      const outcome = await backend.spawn(request, never);
      expect(outcome, JSON.stringify(outcome)).toMatchObject({
        kind: 'started',
        run: { sessionKey: `agent:main:subagent:${identity.uuid}` },
      });
      await eventually(async () => {
        expect(await witness.find(identity, never)).toMatchObject({ run: { state: 'succeeded' } });
      });
      console.log(`the line lost ${name}: ${world().calls(identity)} model call`);
      expect(world().calls(identity)).toBe(1);
      const turns = await witness.transcript(identity, 20, never);
      expect(turns?.map(({ role }) => role)).toEqual(['user', 'worker']);
    });
  });
}
