// A ledger that has grown for years: what has ended in it costs nothing when workers are looked after.
import { expect, test } from 'vitest';
import { attemptIdentityOf } from '../../../server/src/workers/attemptIdentity';
import { ledgerLine } from '../../../server/src/workers/ledgerEntry';
import { EngineWorld } from './support/engineWorld';

const ledger = 'scheduler/spawn-queue/.proactive-jobs/ledger.jsonl';
const workspace = { id: '3f0c7f2e-51b0-4a52-9c1d-7d1f0f6a9b11', name: 'w' };
const by = { kind: 'editor', host: 'there', pid: 1, instance: '0', mark: undefined } as const;

/** How often the ledger is read by one look at all workers, with that many attempts that have ended. */
async function readsWith(ended: number): Promise<number> {
  const world = new EngineWorld('### TASK: shop-1-a - One\n- **Status:** pending\n');
  const lines = Array.from({ length: ended }, (_, n) => {
    const identity = attemptIdentityOf(workspace, 'w', 'shop-1-a', n + 1);
    return ledgerLine({ event: 'closed', at: 0, by, identity, queue: 'PROACTIVE-JOBS.md' });
  });
  await world.files.create(ledger, lines.join(''));
  const engine = await world.open().engine;
  let reads = 0;
  world.gate = (_pid, what) => {
    if (what === `read ${ledger}`) reads += 1;
    return Promise.resolve();
  };
  await engine.reconcile();
  expect(world.attempts()).toHaveLength(ended);
  return reads;
}

test('a look reads the ledger as often with a thousand ended attempts as with none', async () => {
  expect(await readsWith(1_000)).toBe(await readsWith(0));
});
