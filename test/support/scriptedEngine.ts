/** A worker engine that answers what the test says and remembers what it was asked. Starts nothing. */
import type { TaskKey } from '../../server/src/core/model/taskKey';
import type { EngineOrder, OpenEngine } from '../../server/src/lsp/workerEngines';
import type { AttemptState } from '../../server/src/workers/attempt';
import type { Run } from '../../server/src/workers/backend';
import type {
  ActionResult,
  Obstacle,
  SpawnPlan,
  SpawnResult,
  WorkerEngine,
  WorkerView,
} from '../../server/src/workers/workerEngine';

/** A worker of the task with that key. */
export function workerOf(
  key: TaskKey,
  state: AttemptState = 'alive',
  run: Partial<Run> = {},
  changes: Partial<WorkerView> = {},
): WorkerView {
  const taskId = key.slice(key.indexOf('\n') + 1);
  const attemptId = `w/${taskId}#1`;
  return {
    identity: { attemptId, project: 'w', taskId, number: 1, uuid: 'uuid' },
    key,
    goneKey: undefined,
    backend: 'queue',
    state,
    run: {
      attemptId,
      backend: 'queue',
      state: 'running',
      sessionKey: undefined,
      startedAt: 5,
      endedAt: undefined,
      lastSignAt: 7,
      lastLine: undefined,
      tokens: undefined,
      model: undefined,
      ...run,
    },
    requestedAt: 1,
    sessionKey: undefined,
    model: 'haiku',
    needsYou: undefined,
    ...changes,
  };
}

export class ScriptedEngine implements WorkerEngine {
  readonly calls: string[] = [];
  list: readonly WorkerView[] = [];
  planned: SpawnPlan | Obstacle = {
    ...{ code: 'not-found', why: 'It has gone.', remedy: 'Look it up.', canOverride: false },
  };
  result: SpawnResult = { kind: 'refused', obstacles: [] };
  isDisposed = false;

  constructor(readonly order: EngineOrder) {}

  plan(key: TaskKey, options?: object): Promise<SpawnPlan | Obstacle> {
    return this.#answer('plan', key, options, this.planned);
  }
  spawn(key: TaskKey, options?: object): Promise<SpawnResult> {
    return this.#answer('spawn', key, options, this.result);
  }
  retry(key: TaskKey, options?: object): Promise<SpawnResult> {
    return this.#answer('retry', key, options, this.result);
  }
  cancel(key: TaskKey): Promise<ActionResult> {
    return this.#answer('cancel', key, {}, done);
  }
  reset(key: TaskKey, person?: object): Promise<ActionResult> {
    return this.#answer('reset', key, person, done);
  }
  adopt(key: TaskKey, sessionKey: string): Promise<ActionResult> {
    return this.#answer('adopt', key, { sessionKey }, done);
  }
  handOff(key: TaskKey, to: string): Promise<ActionResult> {
    return this.#answer('handOff', key, { to }, done);
  }
  claim(key: TaskKey, report: object): Promise<ActionResult> {
    return this.#answer('claim', key, report, done);
  }
  complete(key: TaskKey, override: object): Promise<ActionResult> {
    return this.#answer('complete', key, override, done);
  }
  workers(): Promise<readonly WorkerView[]> {
    this.calls.push('workers');
    return Promise.resolve(this.list);
  }
  transcript(key: TaskKey, limit: number) {
    return this.#answer('transcript', key, { limit }, [
      { role: 'worker' as const, text: 'hello', at: undefined },
    ]);
  }
  reconcile(): Promise<readonly WorkerView[]> {
    this.calls.push('reconcile');
    return Promise.resolve(this.list);
  }
  dispose(): Promise<void> {
    this.isDisposed = true;
    return Promise.resolve();
  }

  #answer<T>(what: string, key: TaskKey, options: object | undefined, answer: T): Promise<T> {
    this.calls.push(`${what} ${key.split('\n')[1] ?? ''} ${JSON.stringify(options ?? {})}`);
    return Promise.resolve(answer);
  }
}

const done: ActionResult = { kind: 'done', worker: undefined, said: 'It is done.' };

/** Opens scripted engines, and keeps them in the order in which they were opened. */
export function scriptedEngines(): {
  readonly engines: ScriptedEngine[];
  readonly openEngine: OpenEngine;
} {
  const engines: ScriptedEngine[] = [];
  const openEngine: OpenEngine = (order) => {
    const engine = new ScriptedEngine(order);
    engines.push(engine);
    return Promise.resolve(engine);
  };
  return { engines, openEngine };
}
