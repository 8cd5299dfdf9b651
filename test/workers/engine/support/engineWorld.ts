/**
 * A workspace in memory with everything around the engine: several engines may be open on it, each may be dropped at
 * any moment, and a schedule may decide which of them goes on next. Without one, everything goes on at once.
 */
import { createHash } from 'node:crypto';
import { readQueue } from '../../../../server/src/core/dialect/readQueue';
import { applyEdits, type Edits } from '../../../../server/src/core/edits/textEdit';
import { type TaskKey, taskKeyOf } from '../../../../server/src/core/model/taskKey';
import { defaultOptions } from '../../../../server/src/core/options';
import { readRunFile } from '../../../../server/src/core/runs/runFile';
import { deriveState, type QueueState } from '../../../../server/src/core/state';
import type { BackendId, WorkerBackend } from '../../../../server/src/workers/backend';
import { queueBackend } from '../../../../server/src/workers/backends/queue/queueBackend';
import type { EngineOptions } from '../../../../server/src/workers/engineContext';
import { readLedger, type Attempt } from '../../../../server/src/workers/foldLedger';
import { openWorkerEngine } from '../../../../server/src/workers/openWorkerEngine';
import type { WorkerEngine } from '../../../../server/src/workers/workerEngine';
import type { WorkerFiles, WorkerPorts } from '../../../../server/src/workers/workerPorts';
import {
  defaultWorkersConfig,
  type WorkersConfig,
} from '../../../../server/src/workers/workersConfig';
import { RecordingLogger } from '../../../support/recordingLogger';
import { MemoryWorkerFiles } from './memoryWorkerFiles';
import { ScriptedRunner } from './scriptedRunner';

const folder = 'file:///w';
const queueUri = `${folder}/PROACTIVE-JOBS.md`;
const queueFolder = 'scheduler/spawn-queue';
const ledgerPath = `${queueFolder}/.proactive-jobs/ledger.jsonl`;

/** Lets the work of an engine go on; never, once that engine was dropped. */
export type Gate = (pid: number, what: string) => Promise<void>;

export class EngineWorld {
  readonly files = new MemoryWorkerFiles(() => this.time);
  readonly logger = new RecordingLogger();
  readonly alive = new Set<number>();
  readonly runners = new Map<BackendId, ScriptedRunner>();
  readonly timers = new Set<{ readonly at: number; readonly pid: number; fire(): void }>();
  time = Date.UTC(2026, 0, 15, 12);
  isTrusted = true;
  /** Whose engines they are; nobody's have no key. */
  user: string | undefined = 'here';
  /** Where workers start is a folder. */
  hasFolder = true;
  /** The machine that engines are opened on. */
  host = 'here';
  config: WorkersConfig = { ...defaultWorkersConfig, backend: 'process', maxConcurrent: 8 };
  gate: Gate = () => Promise.resolve();
  text: string;
  /** The back end `queue` is the real one, over the files of the world. */
  hasFileQueue = false;
  /** In place of the template of the product. */
  prompt: string | undefined;
  readonly #writePrompt = () => ({ prompt: this.prompt ?? '', files: [], problems: [] });
  /** Runs before edits are applied: somebody types at that moment. */
  beforeApply: (() => void) | undefined;
  /** Called whenever a worker is started. */
  onStart: (attemptId: string) => void = () => undefined;
  #pids = 100;
  /** What the ledger was last found to say: schedules ask after each step. */
  #told: { readonly text: string; readonly attempts: readonly Attempt[] } = {
    text: '',
    attempts: [],
  };

  constructor(text: string) {
    this.text = text;
  }

  key(id: string): TaskKey {
    return taskKeyOf(queueUri, id);
  }

  runner(id: BackendId = 'process'): ScriptedRunner {
    const known = this.runners.get(id);
    if (known) return known;
    const runner = new ScriptedRunner(id, (attemptId) => this.onStart(attemptId));
    this.runners.set(id, runner);
    return runner;
  }

  /** Opens an engine as a process of its own. */
  open(backends: readonly BackendId[] = ['process']): {
    readonly pid: number;
    readonly engine: Promise<WorkerEngine>;
  } {
    const pid = ++this.#pids;
    this.alive.add(pid);
    const ports = this.#ports(pid);
    const all = backends.map((id): WorkerBackend =>
      id === 'queue' && this.hasFileQueue
        ? queueBackend({ ...ports, folder: queueFolder })
        : this.runner(id).backendOf((what) => this.gate(pid, what)),
    );
    return { pid, engine: openWorkerEngine(ports, all, this.#options(pid)) };
  }

  /** Names in a folder of the file queue, such as `requests`. */
  queued(folder: string): Promise<readonly string[]> {
    return this.files.list(`${queueFolder}/${folder}`);
  }

  /** Its process is gone: nothing of it goes on, and everybody can see that. */
  drop(pid: number): void {
    this.alive.delete(pid);
  }

  attempts(): readonly Attempt[] {
    const text = this.files.texts.get(ledgerPath) ?? '';
    if (text !== this.#told.text)
      this.#told = { text, attempts: [...readLedger(text).attempts.values()] };
    return this.#told.attempts;
  }

  state(): QueueState {
    return stateOf(this.text, this.files);
  }

  /** Lets time pass; what waits for it goes on. */
  advance(ms: number): void {
    this.time += ms;
    for (const timer of [...this.timers].sort((a, b) => a.at - b.at))
      if (timer.at <= this.time) {
        this.timers.delete(timer);
        timer.fire();
      }
  }

  #options(pid: number): EngineOptions {
    return {
      folderUri: folder,
      folderPath: '/w',
      config: () => this.config,
      projects: () => ({}),
      ...(this.prompt === undefined ? {} : { writePrompt: this.#writePrompt }),
      isFolder: async () => {
        await this.gate(pid, 'isFolder');
        return this.hasFolder;
      },
    };
  }

  #ports(pid: number): WorkerPorts {
    const { host } = this;
    return {
      files: this.#gated(pid),
      clock: {
        now: () => this.time,
        wait: (ms, signal) => this.#wait(pid, ms, signal),
      },
      processes: {
        isAlive: async (of) => {
          await this.gate(pid, 'isAlive');
          return this.alive.has(of);
        },
        startMark: (of) => Promise.resolve(this.alive.has(of) ? `m${of}` : undefined),
      },
      desk: {
        current: async () => {
          await this.gate(pid, 'current');
          return this.state();
        },
        apply: async (edits) => {
          await this.gate(pid, 'apply');
          return this.#apply(edits);
        },
      },
      logger: this.logger,
      actor: { kind: 'command-line', host, pid, instance: pid.toString(16) },
      random: (bytes) => String(pid).padStart(bytes * 2, '0'),
      seal: (text) => Promise.resolve(this.user && sealBy(this.user, text)),
      isTrusted: () => this.isTrusted,
    };
  }

  #apply({ edits }: Edits): { kind: 'applied' } | { kind: 'refused'; why: string } {
    this.beforeApply?.();
    const result = applyEdits(this.text, edits);
    if (result.kind === 'refused') return result;
    this.text = result.text;
    return { kind: 'applied' };
  }

  #wait(pid: number, ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = { at: this.time + ms, pid, fire: resolve };
      this.timers.add(timer);
      signal?.addEventListener('abort', () => {
        this.timers.delete(timer);
        resolve();
      });
    });
  }

  #gated(pid: number): WorkerFiles {
    const { files } = this;
    const through = async <R>(name: string, path: string, call: () => Promise<R>): Promise<R> => {
      await this.gate(pid, `${name} ${path}`);
      return call();
    };
    return {
      absolute: (path) => files.absolute(path),
      read: (path) => through('read', path, () => files.read(path)),
      create: (path, text) => through('create', path, () => files.create(path, text)),
      replace: (path, text) => through('replace', path, () => files.replace(path, text)),
      append: (path, text) => through('append', path, () => files.append(path, text)),
      claim: (from, to) => through('claim', from, () => files.claim(from, to)),
      remove: (path) => through('remove', path, () => files.remove(path)),
      list: (path) => through('list', path, () => files.list(path)),
      modifiedAt: (path) => through('modifiedAt', path, () => files.modifiedAt(path)),
    };
  }
}

function sealBy(user: string, text: string): string {
  return createHash('sha256').update(`${user}: ${text}`).digest('hex');
}

/** Reading is what costs: the same texts give the same state. The clock of the state stands still for it. */
const known = new Map<string, QueueState>();

function stateOf(text: string, files: MemoryWorkerFiles): QueueState {
  const beside = [...files.texts].filter(([path]) =>
    /^scheduler\/(?!spawn-queue|progress)/.test(path),
  );
  const name = JSON.stringify([text, beside]);
  const before = known.get(name);
  if (before) return before;
  if (known.size > 5000) known.clear();
  const now = Date.UTC(2026, 0, 15, 12);
  const options = { ...defaultOptions, localOffsetMinutes: 0 };
  const runFiles = beside.flatMap(([path, text]) => {
    const modifiedAt = files.times.get(path) ?? 0;
    return readRunFile({ uri: `${folder}/${path}`, folder, path, modifiedAt, text }, 0) ?? [];
  });
  const documents = [readQueue(queueUri, text, options)];
  const state = deriveState({ documents, runFiles, now, options });
  known.set(name, state);
  return state;
}
