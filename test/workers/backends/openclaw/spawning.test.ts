import { describe, expect, it } from 'vitest';
import { identityOf, spawnRequest } from '../../support/spawnRequests';
import { MemoryGateway, type Fate } from './memoryGateway';
import { openOnMemory } from './openOnMemory';

const never = new AbortController().signal;
const request = spawnRequest('task-1', { cwd: '/work' });
const idempotencyKey = `pj:${request.identity.uuid}`;

/** The fates of the first exchanges of each method; what follows passes. */
function losing(fates: Readonly<Record<string, readonly Fate[]>>): MemoryGateway {
  const gateway = new MemoryGateway();
  const left = new Map(Object.entries(fates).map(([method, list]) => [method, [...list]]));
  gateway.fateOf = (method) => left.get(method)?.shift() ?? 'pass';
  return gateway;
}

describe('spawning at a gateway', () => {
  it('claims the session, looks, and sends the prompt', async () => {
    const gateway = new MemoryGateway();
    const outcome = await openOnMemory(gateway).spawn(request, never);
    expect(outcome).toMatchObject({
      kind: 'started',
      run: { sessionKey: `agent:main:subagent:${request.identity.uuid}`, state: 'running' },
    });
    expect(gateway.methods).toEqual(['sessions.create', 'chat.history', 'chat.send']);
  });

  it.each([
    ['the request of the claim', { 'sessions.create': ['lose-request'] }],
    ['the reply to the claim', { 'sessions.create': ['lose-reply'] }],
    ['the prompt', { 'chat.send': ['lose-request'] }],
    ['the reply to the prompt', { 'chat.send': ['lose-reply'] }],
    ['both replies', { 'sessions.create': ['lose-reply'], 'chat.send': ['lose-reply'] }],
    ['sight of the prompt, which arrives late', { 'chat.send': ['late'] }],
    ['a look', { 'chat.history': ['lose-reply'] }],
    ['the gateway, between claim and prompt', { 'chat.history': ['restart'] }],
    [
      'the gateway, after the prompt',
      { 'chat.send': ['lose-reply'], 'chat.history': ['pass', 'restart'] },
    ],
  ] as const)('starts one worker when it loses %s', async (_, fates) => {
    const gateway = losing(fates);
    const outcome = await openOnMemory(gateway).spawn(request, never);
    expect(outcome.kind).toBe('started');
    expect(gateway.starts.get(idempotencyKey)).toBe(1);
  });

  it('opens a new connection after a lost reply: the old one may be dead without knowing', async () => {
    const gateway = losing({ 'sessions.create': ['lose-reply'] });
    await openOnMemory(gateway).spawn(request, never);
    expect(gateway.connections).toHaveLength(2);
  });

  it('says "unknown" when the gateway falls silent after the claim', async () => {
    let looks = 0;
    const silent = new MemoryGateway();
    silent.fateOf = (method) => {
      if (method === 'chat.history' && looks++ > 0) return 'lose-reply';
      return method === 'chat.send' ? 'lose-request' : 'pass';
    };
    expect(await openOnMemory(silent).spawn(request, never)).toMatchObject({ kind: 'unknown' });
  });

  it('says "unknown" when nobody answers the claim', async () => {
    const gateway = new MemoryGateway();
    gateway.fateOf = (method) => (method === 'connect' ? 'pass' : 'lose-request');
    expect(await openOnMemory(gateway).spawn(request, never)).toMatchObject({ kind: 'unknown' });
  });

  it('says "failed" when there is no gateway: nothing has left', async () => {
    const gateway = new MemoryGateway();
    gateway.fateOf = () => 'refuse';
    const outcome = await openOnMemory(gateway).spawn(request, never);
    expect(outcome).toMatchObject({
      kind: 'failed',
      remedy: expect.stringContaining('openclaw') as string,
    });
  });

  it('takes no refusal for a proof while an earlier prompt may be on its way', async () => {
    const gateway = losing({ 'chat.send': ['lose-request'] });
    const backend = openOnMemory(gateway, { spawnDeadlineMs: 0 });
    expect((await backend.spawn(request, never)).kind).toBe('unknown');
    const outcome = await backend.spawn({ ...request, model: 'nope' }, never);
    expect(outcome.kind).toBe('unknown');
  });

  it('passes the model and the time that the run may take', async () => {
    const gateway = new MemoryGateway();
    const backend = openOnMemory(gateway);
    const refused = await backend.spawn({ ...request, model: 'nope' }, never);
    expect(refused).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('model not allowed: stub/nope') as string,
      remedy: expect.stringContaining('openclaw models list') as string,
    });
    expect((await backend.spawn({ ...request, model: 'haiku' }, never)).kind).toBe('started');
  });

  it('adopts the worker of the same attempt that was started for another agent', async () => {
    const gateway = new MemoryGateway();
    const before = openOnMemory(gateway, { agentId: 'ops' });
    await before.spawn(request, never);
    const backend = openOnMemory(gateway);
    const sessionKey = `agent:ops:subagent:${request.identity.uuid}`;
    expect(await backend.spawn(request, never)).toMatchObject({
      kind: 'started',
      run: { sessionKey },
    });
    expect([...gateway.starts.values()]).toEqual([1]);
    expect(await backend.find(request.identity, never)).toMatchObject({ run: { sessionKey } });
  });

  it('never takes the worker of a copy of the workspace for its own, although the names are the same', async () => {
    const gateway = new MemoryGateway();
    const backend = openOnMemory(gateway);
    await backend.spawn(request, never);
    const twin = { ...request, identity: { ...request.identity, uuid: identityOf('other').uuid } };
    expect(await backend.find(twin.identity, never)).toEqual({ kind: 'absent' });
    expect(await backend.cancel(twin.identity, never)).toEqual({
      kind: 'nothing-to-cancel',
      run: undefined,
    });
    expect(await backend.transcript(twin.identity, 10, never)).toBeUndefined();
    for (let times = 0; times < 2; times++)
      expect(await backend.spawn(twin, never)).toMatchObject({
        kind: 'started',
        run: { sessionKey: backend.keyFor(twin.identity) },
      });
    expect([...gateway.starts.values()]).toEqual([1, 1]);
    expect(await backend.find(request.identity, never)).toMatchObject({
      run: { state: 'running', sessionKey: backend.keyFor(request.identity) },
    });
    const listed = await backend.list(never);
    expect(listed.map(({ attemptId }) => attemptId)).toEqual(['alpha/task-1#1', 'alpha/task-1#1']);
    expect(new Set(listed.map(({ sessionKey }) => sessionKey)).size).toBe(2);
  });

  it('can be called off before anything has left', async () => {
    const gateway = new MemoryGateway();
    const outcome = await openOnMemory(gateway).spawn(request, AbortSignal.abort());
    expect(outcome.kind).toBe('failed');
    expect(gateway.methods).toEqual([]);
  });
});
