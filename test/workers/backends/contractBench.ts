/** The place in which the suite for back ends tests one: a world for each test, and what is asked of it again and again. */
import { afterEach, beforeEach, expect } from 'vitest';
import type { AttemptIdentity } from '../../../server/src/workers/attempt';
import type {
  Run,
  RunState,
  SpawnRequest,
  WorkerBackend,
} from '../../../server/src/workers/backend';
import { eventually } from '../support/eventually';
import { identityOf, spawnRequest } from '../support/spawnRequests';
import type { BackendTraits, BackendWorld } from './backendTraits';

/** Nobody stops what is asked with it. */
export const never: AbortSignal = new AbortController().signal;

export const live: readonly RunState[] = ['queued', 'starting', 'running'];

export interface ContractBench {
  /** Of the test that runs. */
  readonly world: () => BackendWorld;
  readonly open: () => Promise<WorkerBackend>;
  /** For a task, to a worker that ends as `prompt` says; attempt 1 unless told otherwise. */
  readonly request: (
    taskId: string,
    prompt: keyof BackendTraits['prompts'],
    number?: number,
  ) => SpawnRequest;
  /** Waits until the run is in one of these states. */
  readonly reaches: (
    backend: WorkerBackend,
    of: AttemptIdentity,
    ...states: RunState[]
  ) => Promise<Run>;
  /** A process that runs may take a while to reach its witness, so one is waited for; a second never may come. */
  readonly expectOneStart: (identity: AttemptIdentity) => Promise<void>;
}

/** To be called inside of `describe`: makes a world before each test, and clears it away. */
export function contractBench(
  traits: BackendTraits,
  make: () => Promise<BackendWorld>,
): ContractBench {
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
  return {
    world: () => world,
    async open() {
      const backend = await world.open();
      opened.push(backend);
      return backend;
    },
    request: (taskId, prompt, number = 1) =>
      spawnRequest(taskId, {
        cwd: world.cwd,
        identity: identityOf(taskId, number),
        prompt: `${traits.prompts[prompt]} This is ${identityOf(taskId, number).attemptId}.`,
        model: world.model,
      }),
    reaches: (backend, identity, ...states) =>
      eventually(async () => {
        const outcome = await backend.find(identity, never);
        expect(outcome, JSON.stringify(outcome)).toMatchObject({ kind: 'found' });
        const run = (outcome as { readonly run: Run }).run;
        expect(states, JSON.stringify(run)).toContain(run.state);
        return run;
      }),
    expectOneStart: (identity) =>
      eventually(async () => expect(await world.starts(identity)).toBe(1)),
  };
}
