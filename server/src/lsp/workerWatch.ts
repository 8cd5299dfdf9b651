/** The newest list of all workers: looked at after every change, and reconciled as long as an attempt is held. */
import type { TaskKey } from '../core/model/taskKey';
import { isHeld } from '../workers/attempt';
import type { WorkerEngine, WorkerView } from '../workers/workerEngine';
import type { Clock, Logger } from '../workspace/ports';

/** Soon after a start much happens; later twice a minute is enough. */
const soonMs = [1_000, 2_000, 4_000, 8_000, 15_000] as const;
const laterMs = 30_000;

type Question = 'look' | 'reconcile';

export interface WatchPorts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly engines: () => Promise<readonly WorkerEngine[]>;
  /** Back ends may be asked. */
  readonly mayAsk: () => boolean;
}

export class WorkerWatch {
  readonly #ports: WatchPorts;
  readonly #listeners: ((workers: readonly WorkerView[]) => void)[] = [];
  #workers: readonly WorkerView[] = [];
  #byTask: ReadonlyMap<TaskKey, WorkerView> = new Map();
  #shown = '[]';
  /** A look never waits for a back end that does not answer: each has its own turn. */
  readonly #lanes = { look: new Turn(), reconcile: new Turn() };
  #cancelTimer: (() => void) | undefined;
  #round = 0;
  #asked = 0;
  #answered = 0;
  #isDisposed = false;

  constructor(ports: WatchPorts) {
    this.#ports = ports;
  }

  /** Tasks that an attempt holds, also those that no queue has any more: they take a slot, too. */
  get held(): readonly TaskKey[] {
    return this.#workers.flatMap(({ key, goneKey = key, state }) =>
      goneKey !== undefined && isHeld(state) ? [goneKey] : [],
    );
  }

  /** The attempt that holds a task; where none does, the last one. */
  latestOf(key: TaskKey): WorkerView | undefined {
    return this.#byTask.get(key);
  }

  /** Calls `listener` whenever the list has changed. */
  onChange(listener: (workers: readonly WorkerView[]) => void): void {
    this.#listeners.push(listener);
  }

  /** Reads what is known, without asking a back end. */
  look(): Promise<void> {
    return this.#do('look');
  }

  /** Asks the back ends, and again soon: something has just been started, stopped or found. */
  reconcile(): Promise<void> {
    this.#round = 0;
    return this.#do('reconcile');
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#cancelTimer?.();
  }

  async #do(what: Question): Promise<void> {
    const question = this.#ports.mayAsk() ? what : 'look';
    await this.#lanes[question].take(() => this.#once(question));
    this.#plan();
  }

  async #once(question: Question): Promise<void> {
    if (this.#isDisposed) return;
    const turn = ++this.#asked;
    try {
      const engines = await this.#ports.engines();
      const lists = await Promise.all(
        engines.map((engine) => (question === 'reconcile' ? engine.reconcile() : engine.workers())),
      );
      // An answer that was asked for earlier and comes later is old.
      if (turn < this.#answered) return;
      this.#answered = turn;
      this.#show(lists.flat().sort((a, b) => b.requestedAt - a.requestedAt));
    } catch (error) {
      this.#ports.logger.error('workers.look.crashed', { error });
    }
  }

  #show(workers: readonly WorkerView[]): void {
    const text = JSON.stringify(workers);
    if (text === this.#shown || this.#isDisposed) return;
    this.#shown = text;
    this.#workers = workers;
    // Later entries win: old ones first, and those that are held at the end.
    const oldFirst = [...workers].reverse();
    const inOrder = [...oldFirst, ...oldFirst.filter(({ state }) => isHeld(state))];
    this.#byTask = new Map(
      inOrder.flatMap((worker) => (worker.key === undefined ? [] : [[worker.key, worker]])),
    );
    for (const listener of this.#listeners) {
      try {
        listener(workers);
      } catch (error) {
        this.#ports.logger.error('workers.listener.crashed', { error });
      }
    }
  }

  /** The next question, as long as something is held; otherwise nothing happens by itself. */
  #plan(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    const isNeeded = this.#workers.some(({ state }) => isHeld(state)) && this.#ports.mayAsk();
    if (!isNeeded || this.#isDisposed) return;
    const pause = soonMs[this.#round] ?? laterMs;
    this.#cancelTimer = this.#ports.clock.after(pause, () => {
      this.#round += 1;
      void this.#do('reconcile');
    });
  }
}

/** One at a time; who asks meanwhile gets one more turn, which all of them share. */
class Turn {
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  take(work: () => Promise<void>): Promise<void> {
    if (this.#running === undefined) {
      this.#running = work().finally(() => {
        this.#running = undefined;
      });
      return this.#running;
    }
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return this.take(work);
    });
    return this.#next;
  }
}
