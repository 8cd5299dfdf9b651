/** What every back end must do when a worker is asked for: one start, whoever asks, and the truth about it. */
import { expect, it } from 'vitest';
import type { WorkerBackend } from '../../../server/src/workers/backend';
import { identityOf } from '../support/spawnRequests';
import type { BackendTraits } from './backendTraits';
import { type ContractBench, live, never } from './contractBench';

export function describeStarts(traits: BackendTraits, bench: ContractBench): void {
  const { open, request, reaches, expectOneStart } = bench;

  it('is ready, and says in one line what would run', async () => {
    const outcome = await (await open()).probe(never);
    expect(outcome.kind, JSON.stringify(outcome)).toBe('ready');
    expect((outcome as { readonly detail: string }).detail).toMatch(/^[^\n]+$/);
  });

  it('gives the same attempt the same key in every instance, and another attempt another', async () => {
    const [one, other] = [await open(), await open()];
    const key = one.keyFor(identityOf('task-1'));
    expect(other.keyFor(identityOf('task-1'))).toBe(key);
    if (key !== undefined) expect(one.keyFor(identityOf('task-1', 2))).not.toBe(key);
  });

  it('proves an attempt absent that was never started, and lists nothing', async () => {
    const backend = await open();
    expect(await backend.find(identityOf('task-1'), never)).toEqual({ kind: 'absent' });
    expect(await backend.list(never)).toEqual([]);
    const outcome = await backend.cancel(identityOf('task-1'), never);
    expect(outcome).toEqual({ kind: 'nothing-to-cancel', run: undefined });
  });

  it('starts a worker, which is found until it ends', async () => {
    const backend = await open();
    const asked = request('task-1', 'finish');
    const outcome = await backend.spawn(asked, never);
    expect(outcome.kind, JSON.stringify(outcome)).toBe('started');
    const run = await reaches(
      backend,
      asked.identity,
      ...(traits.runs ? ['succeeded' as const] : ['queued' as const]),
    );
    expect(run).toMatchObject({ attemptId: asked.identity.attemptId, backend: backend.id });
    await expectOneStart(asked.identity);
  });

  it('starts one worker when the same attempt is asked for again, even after its end', async () => {
    const backend = await open();
    const asked = request('task-1', 'finish');
    await backend.spawn(asked, never);
    const again = await backend.spawn(asked, never);
    expect(again.kind, JSON.stringify(again)).toBe('started');
    if (traits.runs) await reaches(backend, asked.identity, 'succeeded');
    await backend.spawn(asked, never);
    await expectOneStart(asked.identity);
  });

  it('starts one worker when four instances race for the same attempt', async () => {
    const backends = await Promise.all([open(), open(), open(), open()]);
    const asked = request('task-1', 'finish');
    const outcomes = await Promise.all(backends.map((backend) => backend.spawn(asked, never)));
    const kinds = outcomes.map(({ kind }) => kind);
    expect(kinds).toContain('started');
    expect(kinds, JSON.stringify(outcomes)).not.toContain('failed');
    const winner = backends[kinds.indexOf('started')] as WorkerBackend;
    await reaches(winner, asked.identity, ...(traits.runs ? ['succeeded' as const] : live));
    await expectOneStart(asked.identity);
  });

  it('keeps attempts of one task apart', async () => {
    const backend = await open();
    const [first, second] = [request('task-1', 'finish'), request('task-1', 'finish', 2)];
    await backend.spawn(first, never);
    expect(await backend.find(second.identity, never)).toEqual({ kind: 'absent' });
    await backend.spawn(second, never);
    if (traits.runs) {
      await reaches(backend, first.identity, 'succeeded');
      await reaches(backend, second.identity, 'succeeded');
    }
    await expectOneStart(first.identity);
    await expectOneStart(second.identity);
  });

  it('lists the runs of ours, once each', async () => {
    const backend = await open();
    const asked = [request('task-1', 'finish'), request('task-2', 'finish')];
    for (const each of asked) await backend.spawn(each, never);
    const names = (await backend.list(never)).map(({ attemptId }) => attemptId).sort();
    const all = asked.map(({ identity }) => identity.attemptId);
    expect(names).toEqual(all);
  });

  it('starts nothing when it was stopped before', async () => {
    const backend = await open();
    const asked = request('task-1', 'finish');
    const outcome = await backend.spawn(asked, AbortSignal.abort());
    expect(['failed', 'unknown'], JSON.stringify(outcome)).toContain(outcome.kind);
    expect(await bench.world().starts(asked.identity)).toBe(0);
  });

  it('never says "failed" when it is stopped on the way and a worker was started', async () => {
    const backend = await open();
    const asked = request('task-1', 'finish');
    const controller = new AbortController();
    const spawning = backend.spawn(asked, controller.signal);
    await Promise.resolve();
    controller.abort();
    const outcome = await spawning;
    if (outcome.kind === 'failed') expect(await bench.world().starts(asked.identity)).toBe(0);
    // Whoever asks again gets the same worker, or the first one.
    const again = await backend.spawn(asked, never);
    expect(again.kind, JSON.stringify(again)).toBe('started');
    await reaches(backend, asked.identity, ...(traits.runs ? ['succeeded' as const] : live));
    await expectOneStart(asked.identity);
  });

  const { refused } = traits;
  if (refused !== undefined)
    it('proves a failure that started nothing', async () => {
      const backend = await open();
      const asked = request('task-1', 'finish');
      const outcome = await backend.spawn(refused(asked), never);
      expect(outcome.kind, JSON.stringify(outcome)).toBe('failed');
      expect((outcome as { readonly why: string }).why).not.toBe('');
      expect(await bench.world().starts(asked.identity)).toBe(0);
      // The failure is not held against the attempt once its cause is gone.
      expect((await backend.spawn(asked, never)).kind).toBe('started');
    });
}
