/**
 * What every back end must do, as one suite: each runs it on its own world (docs/how-to/add-a-back-end.md). The suite
 * never counts what a back end says about itself; `starts` asks the world how many workers there really were.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttemptIdentity } from '../../../server/src/workers/attempt';
import type {
  Run,
  RunState,
  SpawnRequest,
  WorkerBackend,
} from '../../../server/src/workers/backend';
import { identityOf, spawnRequest } from '../support/spawnRequests';
import { eventually } from '../support/eventually';

/** A place of its own for one test, in which several instances of the back end can be opened, as after a restart. */
export interface BackendWorld {
  /** Absolute path of an existing folder for the workers. */
  readonly cwd: string;
  readonly model?: string;
  /** Another instance, as a second window or a restarted one would have. The suite disposes of it. */
  open(): Promise<WorkerBackend>;
  /** How many workers were really started for the attempt, by a witness other than the back end. */
  starts(identity: AttemptIdentity): Promise<number>;
  /** Stops what is left and clears away. */
  close(): Promise<void>;
}

/** What differs between back ends; each absence is a promise that the suite then holds it to. */
export interface BackendTraits {
  /**
   * The words that make its workers finish, fail, or run until they are stopped. The suite adds the attempt's id to each,
   * so that the world can tell one attempt from another by what its worker was told.
   */
  readonly prompts: { readonly finish: string; readonly fail: string; readonly hang: string };
  /** False where nobody runs the workers in the test, as in a queue that is not drained: they stay `queued`. */
  readonly runs: boolean;
  /** How a worker whose task went wrong ends; `succeeded` where the protocol does not tell. */
  readonly failsAs?: RunState;
  /** False when the runs end with the instance that started them. */
  readonly survivesRestart: boolean;
  /** What `find` of a fresh instance says of a run that did not survive. */
  readonly afterRestart?: 'absent' | 'cannot-tell' | 'lost';
  /** Makes a request of it that provably starts nothing; absent where there is none. */
  readonly refused?: (request: SpawnRequest) => SpawnRequest;
}

const never = new AbortController().signal;

/** `make` is called for each test. */
export function describeBackend(
  name: string,
  traits: BackendTraits,
  make: () => Promise<BackendWorld>,
): void {
  describe(`${name}, as every back end`, () => {
    let world: BackendWorld;
    let opened: WorkerBackend[];
    beforeEach(async () => {
      opened = [];
      world = await make();
    });
    afterEach(async () => {
      await Promise.all(opened.map((backend) => backend.dispose()));
      await world.close();
    });

    const open = async () => {
      const backend = await world.open();
      opened.push(backend);
      return backend;
    };
    const request = (taskId: string, prompt: keyof BackendTraits['prompts'], number = 1) =>
      spawnRequest(taskId, {
        cwd: world.cwd,
        identity: identityOf(taskId, number),
        prompt: `${traits.prompts[prompt]} This is ${identityOf(taskId, number).attemptId}.`,
        model: world.model,
      });
    /** Waits until the run is in one of these states. */
    const reaches = (backend: WorkerBackend, identity: AttemptIdentity, ...states: RunState[]) =>
      eventually(async () => {
        const outcome = await backend.find(identity, never);
        expect(outcome, JSON.stringify(outcome)).toMatchObject({ kind: 'found' });
        const run = (outcome as { readonly run: Run }).run;
        expect(states, JSON.stringify(run)).toContain(run.state);
        return run;
      });
    /** A process that runs may take a while to reach its witness, so one is waited for; a second never may come. */
    const expectOneStart = (identity: AttemptIdentity) =>
      eventually(async () => expect(await world.starts(identity)).toBe(1));
    const live: readonly RunState[] = ['queued', 'starting', 'running'];

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

    it('lists the runs of ours where it can, once each', async () => {
      const backend = await open();
      const asked = [request('task-1', 'finish'), request('task-2', 'finish')];
      for (const each of asked) await backend.spawn(each, never);
      const names = (await backend.list(never)).map(({ attemptId }) => attemptId).sort();
      const all = asked.map(({ identity }) => identity.attemptId);
      expect(names).toEqual(backend.capabilities.lists ? all : []);
    });

    it('starts nothing when it was stopped before', async () => {
      const backend = await open();
      const asked = request('task-1', 'finish');
      const outcome = await backend.spawn(asked, AbortSignal.abort());
      expect(['failed', 'unknown'], JSON.stringify(outcome)).toContain(outcome.kind);
      expect(await world.starts(asked.identity)).toBe(0);
    });

    it('never says "failed" when it is stopped on the way and a worker was started', async () => {
      const backend = await open();
      const asked = request('task-1', 'finish');
      const controller = new AbortController();
      const spawning = backend.spawn(asked, controller.signal);
      await Promise.resolve();
      controller.abort();
      const outcome = await spawning;
      if (outcome.kind === 'failed') expect(await world.starts(asked.identity)).toBe(0);
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
        expect(await world.starts(asked.identity)).toBe(0);
        // The failure is not held against the attempt once its cause is gone.
        expect((await backend.spawn(asked, never)).kind).toBe('started');
      });

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
      if (!backend.capabilities.hasTranscript) expect(entries).toBeUndefined();
      else expect(entries?.filter(({ role }) => role === 'worker')).not.toEqual([]);
    });
  });
}
