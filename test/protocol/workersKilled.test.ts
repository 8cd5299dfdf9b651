/** The language server is killed with SIGKILL before each step of a spawn: afterwards the state is right, and nothing was started twice. */
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { spawnRequest, type SpawnResultView } from '../../server/src/protocol/workerMessages';
import { EditingClient } from '../support/editingClient';
import { spawnServer, type SpawnedServer } from '../support/spawnedServer';

const queueText = `# Bakery

**Slots:** 0/2 in use

### rye-1-dough: Mix the dough
- **Status:** pending
- **Model:** haiku

### rye-2-oven: Heat the oven
- **Status:** pending
- **Model:** haiku
`;
const preload = join(import.meta.dirname, '..', 'support', 'dieAtStep.cjs');
const settings = { workers: { backend: 'queue' } };

interface World {
  readonly folder: string;
  readonly log: string;
  readonly client: EditingClient;
  readonly queueUri: string;
  readonly key: string;
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function world(): World {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'workers-killed-')));
  folders.push(base);
  const folder = join(base, 'bakery/');
  const file = join(folder, 'PROACTIVE-JOBS.md');
  // The trailing slash makes the folder's own creation no step.
  rmSync(folder, { recursive: true, force: true });
  writeQueue(folder, file);
  const queueUri = pathToFileURL(file).toString();
  const key = `${queueUri}\nrye-1-dough`;
  return { folder, log: join(base, 'steps'), client: new EditingClient(), queueUri, key };
}

function writeQueue(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, queueText);
}

async function start({ folder, log, client }: World, dieAt: number): Promise<SpawnedServer> {
  const capabilities = { workspace: { configuration: false } };
  const server = await spawnServer(
    [pathToFileURL(folder).toString().replace(/\/$/, '')],
    capabilities,
    (connection) => client.serve(connection),
    {
      nodeArguments: ['--require', preload],
      env: { DIE_IN: folder, DIE_AT: String(dieAt), STEPS_LOG: log },
      initializationOptions: { workers: { isTrusted: true }, settings },
    },
  );
  await client.reopen(server.connection);
  await server.scanned;
  return server;
}

/** Asks for the worker; nothing when the server died meanwhile. */
async function spawnWorker(
  server: SpawnedServer,
  key: string,
): Promise<SpawnResultView | undefined> {
  const died = once(server.process, 'exit').then(() => undefined);
  const answer = server.connection.sendRequest<SpawnResultView>(spawnRequest, { key });
  answer.catch(() => undefined); // A server that dies answers nothing.
  return Promise.race([answer, died]);
}

/** Requests for workers that anybody could take, or has taken. */
function requests({ folder }: World): readonly string[] {
  return ['requests', 'processing', 'responses', 'archive'].flatMap((place) => {
    const path = join(folder, 'scheduler', 'spawn-queue', place);
    return existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.json')) : [];
  });
}

/** After the restart: somebody clicks again, and everything agrees that there is one worker. */
async function expectOneWorker(world: World, when: string): Promise<void> {
  const server = await start(world, 0);
  try {
    await clickUntilRequested(server, world, when);
    expect(requests(world), when).toHaveLength(1);
    const text = await recorded(world);
    const [one, two] = text.split(/(?=### )/).slice(1);
    expect(one, when).toMatch(/\*\*Status:\*\* in-progress/);
    expect(one?.match(/\*\*(?:Worker|Attempt|Started):\*\*/g), when).toHaveLength(3);
    expect(two, when).toBe(queueText.split(/(?=### )/)[2]);
    expect(text, when).toContain('**Slots:** 1/2 in use');
    const held = world.client.workers.filter(({ isHeld }) => isHeld);
    expect(
      held.map(({ taskId }) => taskId),
      when,
    ).toEqual(['rye-1-dough']);
  } finally {
    await server.stop();
  }
}

/**
 * Clicks again and again, as an impatient person does. An attempt that died before its request left is found to have
 * started nothing, and only then a click makes the next one.
 */
async function clickUntilRequested(
  server: SpawnedServer,
  world: World,
  when: string,
): Promise<void> {
  for (let click = 0; click < 400; click++) {
    const result = await spawnWorker(server, world.key);
    expect(['started', 'exists'], `${when}: ${JSON.stringify(result)}`).toContain(result?.kind);
    if (requests(world).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The queue's text once it says what the ledger says: that may be written by what looks after attempts. */
async function recorded({ client, queueUri }: World): Promise<string> {
  // A minute: against hangs only.
  for (let round = 0; round < 2_400; round++) {
    const isThere = client.text(queueUri).includes('in-progress');
    if (isThere && client.workers.some(({ isHeld }) => isHeld)) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return client.text(queueUri);
}

test('killed before each of its steps on disk', { timeout: 300_000 }, async () => {
  const whole = world();
  const server = await start(whole, 0);
  expect((await spawnWorker(server, whole.key))?.kind).toBe('started');
  await server.stop();
  const steps = readFileSync(whole.log, 'utf8').trimEnd().split('\n');
  expect(steps.length).toBeGreaterThan(5);
  expect(steps.join('\n')).toContain('requests');
  let died = 0;
  for (let at = 1; at <= steps.length; at++) {
    const one = world();
    const doomed = await start(one, at).catch(() => undefined);
    const result = doomed && (await spawnWorker(doomed, one.key));
    if (result === undefined) died += 1;
    else await doomed?.stop().catch(() => undefined);
    await expectOneWorker(one, `killed at step ${at} (${steps[at - 1] ?? ''})`);
  }
  expect(died).toBeGreaterThan(5);
});

test.each(['hold', 'apply', 'applied', 'save'])(
  'killed while the editor is asked to %s the queue',
  { timeout: 60_000 },
  async (what) => {
    const one = world();
    const doomed = await start(one, 0);
    one.client.before = (now) => {
      if (now === what) doomed.process.kill('SIGKILL');
    };
    await spawnWorker(doomed, one.key);
    if (doomed.process.exitCode === null && doomed.process.signalCode === null)
      await once(doomed.process, 'exit');
    one.client.before = () => undefined;
    await expectOneWorker(one, `killed at ${what}`);
  },
);
