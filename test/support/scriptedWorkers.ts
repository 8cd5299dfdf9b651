/** Workers for tests of the command line: an engine that answers as it is told and remembers what it was asked. */
import type {
  EngineOrder,
  WorkerEnvironment,
} from '../../server/src/cli/workers/workerEnvironment';
import type { TaskKey } from '../../server/src/core/model/taskKey';
import type { Run } from '../../server/src/workers/backend';
import type {
  SpawnPlan,
  SpawnResult,
  WorkerEngine,
  WorkerView,
} from '../../server/src/workers/workerEngine';

/** Half an hour before the clock of the memory command line. */
const requestedAt = Date.UTC(2026, 0, 15, 11, 30);

/** A worker of the task `id`, started by the queue. */
export function workerOf(id: string, changes: Partial<WorkerView> = {}): WorkerView {
  return {
    identity: { attemptId: `w/${id}#1`, project: 'w', taskId: id, number: 1, uuid: 'u-1' },
    key: `file:///w/PROACTIVE-JOBS.md\n${id}` as TaskKey,
    goneKey: undefined,
    backend: 'queue',
    state: 'started',
    run: undefined,
    requestedAt,
    sessionKey: undefined,
    model: 'sonnet',
    needsYou: undefined,
    ...changes,
  };
}

export function runOf(changes: Partial<Run> = {}): Run {
  return {
    ...{ attemptId: 'w/a-1#1', backend: 'queue', state: 'running', sessionKey: undefined },
    ...{ startedAt: requestedAt, endedAt: undefined, lastSignAt: requestedAt + 60_000 },
    ...{ lastLine: undefined, tokens: undefined, model: undefined },
    ...changes,
  };
}

export function planOf(id: string, changes: Partial<SpawnPlan> = {}): SpawnPlan {
  const { identity, key } = workerOf(id);
  return {
    key: key as TaskKey,
    identity,
    obstacles: [],
    backend: 'queue',
    backendReasons: ['queue is used: file queue scheduler/spawn-queue'],
    model: 'sonnet',
    cwd: '/w',
    prompt: `Do ${id}.`,
    promptNotes: [],
    files: ['src/a.ts'],
    held: undefined,
    ...changes,
  };
}

export class ScriptedWorkers implements WorkerEnvironment {
  variables: Record<string, string | undefined> = {};
  home = '/home/u';
  isTerminal = false;
  /** What the person says to every question; the questions are kept. */
  answer = false;
  readonly questions: string[] = [];
  /** `spawn a-1 {"backend":"auto"}` and the like, in order. */
  readonly asked: string[] = [];
  order: EngineOrder | undefined;
  /** Opening the engine fails with these words. */
  trouble: string | undefined;
  disposed = 0;
  engine: Partial<WorkerEngine> = {};

  ask(question: string): Promise<boolean> {
    this.questions.push(question);
    return Promise.resolve(this.answer);
  }

  applyEdits(): ReturnType<WorkerEnvironment['applyEdits']> {
    return Promise.resolve({ kind: 'refused', why: 'nothing is written in this test' });
  }

  openEngine(order: EngineOrder): Promise<WorkerEngine> {
    this.order = order;
    if (this.trouble !== undefined) return Promise.reject(new Error(this.trouble));
    const { engine } = this;
    const all: WorkerEngine = {
      plan: (key) => Promise.resolve(planOf(idOf(key))),
      spawn: (key) => Promise.resolve(started(idOf(key))),
      retry: (key) => Promise.resolve(started(idOf(key))),
      cancel: () => done('Stopped.'),
      reset: () => done('Put aside.'),
      adopt: () => done('Adopted.'),
      handOff: () => done('Handed off.'),
      claim: () => done('Claimed.'),
      complete: () => done('Complete.'),
      workers: () => Promise.resolve([]),
      transcript: () => Promise.resolve(undefined),
      reconcile: () => {
        this.reconciled++;
        return engine.workers?.() ?? Promise.resolve([]);
      },
      dispose: () => {
        this.disposed++;
        return Promise.resolve();
      },
      ...engine,
    };
    return Promise.resolve(this.#recorded(all));
  }

  /** How often it has looked after what is uncertain. */
  reconciled = 0;

  #recorded(engine: WorkerEngine): WorkerEngine {
    const silent = ['dispose', 'workers', 'reconcile'];
    const entries = Object.entries(engine).map(([name, method]) => {
      const call = method as (...args: unknown[]) => unknown;
      const recorded = (...args: unknown[]): unknown => {
        const words = args.map((arg) =>
          typeof arg === 'string' ? idOf(arg) : JSON.stringify(arg),
        );
        if (!silent.includes(name)) this.asked.push([name, ...words].join(' '));
        return call(...args);
      };
      return [name, recorded] as const;
    });
    return Object.fromEntries(entries) as unknown as WorkerEngine;
  }
}

export function started(id: string): SpawnResult {
  return { kind: 'started', worker: workerOf(id), recorded: { kind: 'recorded' } };
}

function done(said: string): ReturnType<WorkerEngine['cancel']> {
  return Promise.resolve({ kind: 'done', worker: undefined, said });
}

function idOf(text: string): string {
  return text.slice(text.indexOf('\n') + 1);
}
