// Requests that came with a repository: ledger, lease and request may all be made up, and nothing of it is run.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { EngineWorld } from './support/engineWorld';

const queue = '### TASK: shop-1-a - One\n- **Status:** pending\n';
const folder = 'scheduler/spawn-queue';
const both = ['process', 'queue'] as const;

/** A world in which `user` has put a request into the file queue, since nothing else answered. */
async function requestedBy(user: string | undefined): Promise<EngineWorld> {
  const world = new EngineWorld(queue);
  world.hasFileQueue = true;
  world.config = { ...world.config, backend: 'auto' };
  world.runner().isReady = false;
  world.user = user;
  const spawned = await (await world.open(both).engine).spawn(world.key('shop-1-a'));
  expect(spawned).toMatchObject({ kind: 'started', worker: { backend: 'queue' } });
  world.runner().isReady = true;
  return world;
}

async function reconciledBy(world: EngineWorld, user: string | undefined): Promise<void> {
  world.user = user;
  await (await world.open(both).engine).reconcile();
}

test('the same files are run for the user who made them, and left where they are for every other', async () => {
  const cases = [
    ['me', 'me', 1],
    ['stranger', 'me', 0],
    [undefined, 'me', 0],
    ['me', undefined, 0],
    [undefined, undefined, 0],
  ] as const;
  for (const [asker, runner, starts] of cases) {
    const world = await requestedBy(asker);
    await reconciledBy(world, runner);
    const what = `asked by ${String(asker)}, found by ${String(runner)}`;
    expect(world.runner().requests, what).toHaveLength(starts);
    expect(await world.queued('requests'), what).toHaveLength(1 - starts);
  }
});

test('seals of lines that were written under the old name count', async () => {
  const world = await requestedBy('me');
  const ledger = `${folder}/.proactive-jobs/ledger.jsonl`;
  const text = world.files.texts.get(ledger) ?? '';
  const old = text.replace('"seal":', '"promptHash":');
  expect(old).not.toBe(text);
  await world.files.replace(ledger, old);
  await reconciledBy(world, 'me');
  expect(world.runner().requests).toHaveLength(1);
});

test('a plain hash of the words is no proof, wherever it stands', async () => {
  const world = await requestedBy('stranger');
  const ledger = `${folder}/.proactive-jobs/ledger.jsonl`;
  const [name = ''] = await world.queued('requests');
  const { spawn } = JSON.parse(world.files.texts.get(`${folder}/requests/${name}`) ?? '') as {
    readonly spawn: { readonly task: string };
  };
  const hash = createHash('sha256').update(spawn.task).digest('hex');
  const text = world.files.texts.get(ledger) ?? '';
  const made = text.replace(/"seal":"[0-9a-f]*"/, `"seal":"${hash}"`);
  expect(made).not.toBe(text);
  await world.files.replace(ledger, made);
  await reconciledBy(world, 'me');
  expect(world.runner().requests).toEqual([]);
});

test.each(['task', 'model', 'cwd'] as const)(
  'a request of mine whose %s was changed stays in the queue',
  async (what) => {
    const world = await requestedBy('me');
    const path = `${folder}/requests/${(await world.queued('requests'))[0] ?? ''}`;
    const request = JSON.parse(world.files.texts.get(path) ?? '') as Record<string, object>;
    const part = what === 'cwd' ? 'attempt' : 'spawn';
    const changed = { ...request, [part]: { ...request[part], [what]: '/elsewhere' } };
    await world.files.replace(path, JSON.stringify(changed));
    await reconciledBy(world, 'me');
    expect(world.runner().requests).toEqual([]);
    expect(await world.queued('requests')).toHaveLength(1);
  },
);
