// Requests that came with a repository: ledger, lease and request may all be made up, and nothing of it is run.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { EngineWorld } from './support/engineWorld';
import { both, waitingWorld } from './support/waitingWorld';

const ledger = 'scheduler/spawn-queue/.proactive-jobs/ledger.jsonl';

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
    const { world } = await waitingWorld({ user: asker });
    await reconciledBy(world, runner);
    const what = `asked by ${String(asker)}, found by ${String(runner)}`;
    expect(world.runner().requests, what).toHaveLength(starts);
    expect(await world.queued('requests'), what).toHaveLength(1 - starts);
  }
});

test('seals of lines that were written under the old name count', async () => {
  const { world } = await waitingWorld({ user: 'me' });
  const text = world.files.texts.get(ledger) ?? '';
  const old = text.replace('"seal":', '"promptHash":');
  expect(old).not.toBe(text);
  await world.files.replace(ledger, old);
  await reconciledBy(world, 'me');
  expect(world.runner().requests).toHaveLength(1);
});

test('a plain hash of the words is no proof, wherever it stands', async () => {
  const { world, path } = await waitingWorld({ user: 'stranger' });
  const { spawn } = JSON.parse(world.files.texts.get(path) ?? '') as {
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
    const { world, path } = await waitingWorld({ user: 'me' });
    const request = JSON.parse(world.files.texts.get(path) ?? '') as Record<string, object>;
    const part = what === 'cwd' ? 'attempt' : 'spawn';
    const changed = { ...request, [part]: { ...request[part], [what]: '/elsewhere' } };
    await world.files.replace(path, JSON.stringify(changed));
    await reconciledBy(world, 'me');
    expect(world.runner().requests).toEqual([]);
    expect(await world.queued('requests')).toHaveLength(1);
  },
);
