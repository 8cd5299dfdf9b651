import { describe, expect, it } from 'vitest';
import { checkGatewayUrl } from '../../../../server/src/workers/backends/openclaw/gatewayUrl';
import { spawnRequest } from '../../support/spawnRequests';
import { MemoryGateway } from './memoryGateway';
import { openOnMemory } from './openOnMemory';

const never = new AbortController().signal;

describe('the address of a gateway', () => {
  it.each([
    'ws://127.0.0.1:18789',
    'ws://localhost:1',
    'ws://[::1]:9',
    'wss://jobs.example/gateway',
  ])('may be %s', (url) => expect(checkGatewayUrl(url).kind).toBe('allowed'));

  it.each([
    ['ws://192.168.1.5:18789', 'ssh -N -L 18789:127.0.0.1:18789 192.168.1.5'],
    ['ws://gateway.local:18789', 'wss://'],
    ['ws://127.0.0.1.example:18789', 'wss://'],
    ['ws://user:hunter2@127.0.0.1:18789', 'Leave user, password'],
    ['ws://127.0.0.1:18789?token=hunter2', 'Leave user, password'],
    ['http://127.0.0.1:18789', 'ws://127.0.0.1:18789'],
    ['not an address', 'ws://127.0.0.1:18789'],
  ])('may not be %s', (url, remedy) => {
    const checked = checkGatewayUrl(url);
    expect(checked).toMatchObject({
      kind: 'refused',
      remedy: expect.stringContaining(remedy) as string,
    });
    expect(JSON.stringify(checked)).not.toContain('hunter2');
  });

  it('is refused before the token is asked for and before anything is opened', async () => {
    const gateway = new MemoryGateway();
    let asked = 0;
    const backend = openOnMemory(gateway, {
      url: 'ws://192.168.1.5:18789',
      token: () => Promise.resolve(`${asked++}`),
    });
    expect(await backend.probe(never)).toMatchObject({
      kind: 'not-ready',
      why: '192.168.1.5:18789 is another machine, and ws:// would send the token and the prompt in plain text',
    });
    const outcome = await backend.spawn(spawnRequest('task-1', { cwd: '/work' }), never);
    expect(outcome.kind).toBe('failed');
    expect([asked, gateway.connections.length]).toEqual([0, 0]);
  });
});
