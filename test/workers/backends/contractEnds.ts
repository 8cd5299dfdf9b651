/** What every back end must do until the end of a worker and after it: stop it, tell how it ended, know it after a restart. */
import { expect, it } from 'vitest';
import type { BackendTraits } from './backendTraits';
import { type ContractBench, live, never } from './contractBench';

export function describeEnds(traits: BackendTraits, bench: ContractBench): void {
  const { open, request, reaches, expectOneStart } = bench;

  if (traits.runs)
    it('tells a worker that failed from one that succeeded', async () => {
      const backend = await open();
      const asked = request('task-1', 'fail');
      expect((await backend.spawn(asked, never)).kind).toBe('started');
      const run = await reaches(backend, asked.identity, traits.failsAs ?? 'failed');
      expect(run.lastLine ?? '').not.toBe('');
    });

  it('stops a worker, once', async () => {
    const backend = await open();
    const asked = request('task-1', 'hang');
    await backend.spawn(asked, never);
    if (traits.runs) await reaches(backend, asked.identity, 'running');
    const outcome = await backend.cancel(asked.identity, never);
    expect(outcome, JSON.stringify(outcome)).toMatchObject({ kind: 'cancelled' });
    const run = await reaches(backend, asked.identity, 'cancelled');
    const again = await backend.cancel(asked.identity, never);
    expect(again).toMatchObject({ kind: 'nothing-to-cancel', run: { state: run.state } });
  });

  if (traits.runs)
    it('has nothing to stop after the end', async () => {
      const backend = await open();
      const asked = request('task-1', 'finish');
      await backend.spawn(asked, never);
      await reaches(backend, asked.identity, 'succeeded');
      const outcome = await backend.cancel(asked.identity, never);
      expect(outcome).toMatchObject({ kind: 'nothing-to-cancel', run: { state: 'succeeded' } });
    });

  it('tells a restarted host the truth about the runs of the one before', async () => {
    const before = await open();
    const asked = request('task-1', 'hang');
    await before.spawn(asked, never);
    if (traits.runs) await reaches(before, asked.identity, 'running');
    await before.dispose();
    const after = await open();
    if (!traits.survivesRestart) {
      const outcome = await after.find(asked.identity, never);
      const told = outcome.kind === 'found' ? outcome.run.state : outcome.kind;
      expect(told).toBe(traits.afterRestart ?? 'cannot-tell');
      return;
    }
    await reaches(after, asked.identity, ...live);
    await expectOneStart(asked.identity);
    expect((await after.spawn(asked, never)).kind).toBe('started');
    expect(await after.cancel(asked.identity, never)).toMatchObject({ kind: 'cancelled' });
    await reaches(after, asked.identity, 'cancelled');
    await expectOneStart(asked.identity);
  });

  it('keeps the transcript it promises', async () => {
    const backend = await open();
    const asked = request('task-1', 'finish');
    await backend.spawn(asked, never);
    if (traits.runs) await reaches(backend, asked.identity, 'succeeded');
    const entries = await backend.transcript(asked.identity, 10, never);
    if (!traits.keepsTranscript) expect(entries).toBeUndefined();
    else expect(entries?.filter(({ role }) => role === 'worker')).not.toEqual([]);
  });
}
