import { describe, expect, it } from 'vitest';
import { identityOf, spawnRequest } from '../../support/spawnRequests';
import { MemoryGateway } from './memoryGateway';
import { openOnMemory } from './openOnMemory';

const never = new AbortController().signal;
const request = spawnRequest('task-1', { cwd: '/work' });
const { identity } = request;

describe('asking a gateway', () => {
  it('proves absence only when the gateway answered', async () => {
    const gateway = new MemoryGateway();
    const backend = openOnMemory(gateway);
    expect(await backend.find(identity, never)).toEqual({ kind: 'absent' });
    gateway.fateOf = () => 'lose-reply';
    expect(await backend.find(identity, never)).toMatchObject({ kind: 'cannot-tell' });
  });

  it('finds what was claimed and not begun, and puts it away so that it never begins', async () => {
    const gateway = new MemoryGateway();
    const backend = openOnMemory(gateway, { spawnDeadlineMs: 0 });
    gateway.fateOf = (method) => (method === 'chat.send' ? 'lose-request' : 'pass');
    expect((await backend.spawn(request, never)).kind).toBe('unknown');
    gateway.fateOf = () => 'pass';
    expect(await backend.find(identity, never)).toMatchObject({ run: { state: 'starting' } });
    const cancelled = await backend.cancel(identity, never);
    expect(cancelled).toMatchObject({ kind: 'cancelled', run: { state: 'cancelled' } });
    const late = await openOnMemory(gateway).spawn(request, never);
    expect(late).toMatchObject({ kind: 'failed', remedy: 'Start the next attempt.' });
    expect(gateway.starts.size).toBe(0);
  });

  it('cannot tell whether a run was stopped while the gateway is silent', async () => {
    const gateway = new MemoryGateway();
    const backend = openOnMemory(gateway);
    await backend.spawn(request, never);
    gateway.fateOf = () => 'lose-request';
    expect(await backend.cancel(identity, never)).toMatchObject({ kind: 'cannot-tell' });
    gateway.fateOf = () => 'pass';
    expect(await backend.cancel(identity, never)).toMatchObject({ kind: 'cancelled' });
  });

  it('stops a run that another window has started, which the gateway does not let it abort', async () => {
    const gateway = new MemoryGateway();
    await openOnMemory(gateway).spawn(request, never);
    expect(await openOnMemory(gateway).cancel(identity, never)).toMatchObject({
      kind: 'cancelled',
      run: { state: 'cancelled' },
    });
    expect(gateway.methods.slice(-4)).toEqual([
      'sessions.abort',
      'chat.history',
      'sessions.patch',
      'chat.history',
    ]);
  });

  it('stops a run although the answer to that gets lost', async () => {
    const gateway = new MemoryGateway();
    const backend = openOnMemory(gateway);
    await backend.spawn(request, never);
    gateway.fateOf = (method) => (method === 'sessions.abort' ? 'lose-reply' : 'pass');
    expect(await backend.cancel(identity, never)).toMatchObject({ kind: 'cancelled' });
  });

  it('lists the sessions that bear the name of an attempt, newest first', async () => {
    const gateway = new MemoryGateway();
    const backend = openOnMemory(gateway);
    await backend.spawn(request, never);
    await backend.spawn(
      spawnRequest('task-2', { cwd: '/work', identity: identityOf('task-2') }),
      never,
    );
    const somebodysOwn = { ...identityOf('task-3'), attemptId: 'my notes' };
    await backend.spawn(spawnRequest('task-3', { cwd: '/work', identity: somebodysOwn }), never);
    const names = (await backend.list(never)).map(({ attemptId }) => attemptId);
    expect(names).toEqual(['alpha/task-2#1', 'alpha/task-1#1']);
  });

  it('hands on the transcript, and none for a session that is not there', async () => {
    const backend = openOnMemory(new MemoryGateway());
    expect(await backend.transcript(identity, 10, never)).toBeUndefined();
    await backend.spawn(request, never);
    expect(await backend.transcript(identity, 10, never)).toMatchObject([
      { role: 'user', text: request.prompt },
    ]);
  });

  it('names the program, the place and the models in a probe', async () => {
    const backend = openOnMemory(new MemoryGateway());
    expect(await backend.probe(never)).toEqual({
      kind: 'ready',
      detail: 'OpenClaw 2026.9.6 at ws://127.0.0.1:18789, agent main',
      models: ['Haiku', 'haiku', 'stub/haiku'],
    });
  });

  it('keeps the token out of the log and out of every answer', async () => {
    const gateway = new MemoryGateway();
    const backend = openOnMemory(gateway);
    const said = [await backend.probe(never), await backend.spawn(request, never)];
    expect(JSON.stringify([said, backend.logger.entries])).not.toContain('a-secret-token');
    expect(gateway.connections[0]?.token).toBe('a-secret-token');
  });
});
