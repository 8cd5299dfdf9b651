/**
 * Two engines over one world in which everything may happen to workers and to the queue, one thing after another: for
 * what engines remember of it. Interleavings are the matter of `Schedule`.
 */
import type { BackendId } from '../../../../server/src/workers/backend';
import type { ActionResult, WorkerEngine } from '../../../../server/src/workers/workerEngine';
import { EngineWorld } from './engineWorld';
import { fates } from './scriptedRunner';

const minute = 60_000;
const folder = 'scheduler/spawn-queue';
const backends: readonly BackendId[] = ['process', 'queue'];

/** What people, workers and the world do. */
export const deeds = [
  ...([
    'spawn',
    'spawn',
    'spawn',
    'spawn',
    'spawn',
    'retry',
    'cancel',
    'reset',
    'looked',
    'claim',
  ] as const),
  ...(['complete', 'adopt', 'adopt-own', 'hand-off', 'reconcile', 'workers', 'restart'] as const),
  ...(['worker-ends', 'worker-fails', 'forgotten', 'arrives', 'late', 'silence'] as const),
  ...(['switch', 'taken', 'answered', 'beats', 'time', 'time', 'gone', 'by-hand'] as const),
] as const;

export interface Deed {
  readonly kind: (typeof deeds)[number];
  /** Which engine. */
  readonly by: number;
  /** Which task or worker, or how. */
  readonly of: number;
}

export class ToldWorld {
  readonly world: EngineWorld;
  readonly engines: WorkerEngine[] = [];
  readonly trace: string[] = [];
  readonly #pids: number[] = [];
  readonly #runner;
  readonly #late: (() => void)[] = [];
  #isSilent = false;
  #fate = 0;

  constructor(
    readonly queue: string,
    readonly ids: readonly string[],
  ) {
    this.world = new EngineWorld(queue);
    this.world.prompt = 'Do it.';
    this.world.hasFileQueue = true;
    this.world.config = { ...this.world.config, backend: 'auto' };
    this.#runner = this.world.runner();
    this.#runner.canTell = () => !this.#isSilent;
    this.#runner.nextFate = () => fates[this.#fate] ?? 'started';
    this.world.gate = (_, what) =>
      what === 'send late' ? new Promise((go) => this.#late.push(go)) : Promise.resolve();
  }

  /** Opens the `n`th engine, in place of the one before, whose process is gone then. */
  async open(n: number): Promise<WorkerEngine> {
    const before = this.#pids[n];
    if (before !== undefined) this.world.drop(before);
    const { pid, engine } = this.world.open(backends);
    this.#pids[n] = pid;
    return (this.engines[n] = await engine);
  }

  async happens({ kind, by, of }: Deed): Promise<void> {
    this.trace.push(`${kind} by ${by} of ${of}`);
    const engine = this.engines[by] as WorkerEngine;
    const key = this.world.key(this.ids[of % this.ids.length] as string);
    const runs = [...this.#runner.runs.keys()];
    const attemptId = runs[of % Math.max(1, runs.length)] ?? '';
    switch (kind) {
      case 'spawn':
      case 'retry':
        this.#fate = of;
        return this.#through(engine[kind](key));
      case 'cancel':
      case 'reset':
        return this.#through(engine[kind](key));
      case 'looked':
        return this.#through(engine.reset(key, { hasLooked: true }));
      case 'claim':
        return this.#through(engine.claim(key, {}));
      case 'complete':
        return this.#through(engine.complete(key, { reason: 'I have seen it.' }));
      case 'adopt':
        return this.#through(engine.adopt(key, 'agent:main:subagent:7'));
      case 'adopt-own':
        return this.#through(engine.adopt(key, `session-w-${key.split('\n')[1] ?? ''}-1`));
      case 'hand-off':
        return this.#through(engine.handOff(key, 'chat'));
      case 'reconcile':
      case 'workers':
        return this.#through(engine[kind]());
      case 'restart':
        return this.#through(this.open(by));
      case 'worker-ends':
        return this.#runner.end(attemptId);
      case 'worker-fails':
        return this.#runner.end(attemptId, 'failed');
      case 'forgotten':
        return void this.#runner.runs.delete(attemptId);
      case 'arrives':
        return [...this.#runner.underWay.values()][0]?.();
      case 'late':
        return this.#late.shift()?.();
      case 'silence':
        this.#isSilent = !this.#isSilent;
        return;
      case 'switch':
        this.#runner.isReady = !this.#runner.isReady;
        return;
      case 'taken':
        return this.#take();
      case 'answered':
        return this.#answer(['spawned', 'completed', 'error'][of % 3] as string);
      case 'beats': {
        const taskId = this.ids[of % this.ids.length] as string;
        const beat = JSON.stringify({ taskId, at: this.world.time });
        return this.world.files.replace(`scheduler/heartbeats/${taskId}.json`, beat);
      }
      case 'time':
        return this.world.advance([10_000, 3 * minute, 20 * minute][of % 3] as number);
      case 'gone':
        return this.#takeOut(of);
      case 'by-hand': {
        const status = ['pending', 'in-progress', 'complete', 'failed', 'blocked'][of % 5];
        this.world.text = this.world.text.replace(/(\*\*Status:\*\*) \S+/, `$1 ${status}`);
      }
    }
  }

  /** Everything answers again, and what was on its way has arrived. */
  async calm(): Promise<void> {
    this.#isSilent = false;
    this.#fate = 0;
    for (const arrive of [...this.#runner.underWay.values()]) arrive();
    while (this.#late.length > 0) this.#late.shift()?.();
    await turns();
    this.world.advance(10 * minute);
    await turns();
  }

  /** Whether the worker is there, as whoever runs it knows. */
  isLive(attemptId: string): boolean {
    return this.#runner.isLive(attemptId);
  }

  /** Does what a person is told to do, one thing after another; the words where that leads nowhere. */
  async follow(
    engine: WorkerEngine,
    key: Parameters<WorkerEngine['cancel']>[0],
  ): Promise<readonly string[]> {
    const said: string[] = [];
    let act: (() => Promise<ActionResult>) | undefined = () => engine.cancel(key);
    for (let n = 0; n < 5; n++) {
      const result: ActionResult = await act();
      if (result.kind === 'done') return [];
      said.push(`${result.why} → ${result.remedy}`);
      act = this.#next(engine, key, result) ?? act;
    }
    return said;
  }

  #next(
    engine: WorkerEngine,
    key: Parameters<WorkerEngine['cancel']>[0],
    { remedy, canBeReleased }: Extract<ActionResult, { kind: 'refused' }>,
  ): (() => Promise<ActionResult>) | undefined {
    if (canBeReleased) return () => engine.reset(key, { hasLooked: true });
    if (remedy === 'Stop it first.') return () => engine.cancel(key);
    return /\breset\b/.test(remedy) ? () => engine.reset(key) : undefined;
  }

  /** Lets a call come to its end; what waits for time gets it. */
  async #through(call: Promise<unknown>): Promise<void> {
    let isOver = false;
    void call.finally(() => (isOver = true)).catch(() => undefined);
    for (let n = 0; !isOver; n++) {
      await turns();
      if (n > 2) this.world.advance(70_000);
      if (n > 50) throw new Error(`It does not come to an end:\n${this.trace.join('\n')}`);
    }
    await call;
  }

  /** A processor that is not ours takes the first request that waits. */
  async #take(): Promise<void> {
    const [name] = await this.world.queued('requests');
    if (name)
      await this.world.files.claim(`${folder}/requests/${name}`, `${folder}/processing/${name}`);
  }

  async #answer(status: string): Promise<void> {
    const [name] = await this.world.queued('processing');
    if (!name || name.includes('.by-')) return;
    const requestId = name.replace('.json', '');
    const sessionKey = 'agent:main:subagent:11111111-2222-4333-8444-555555555555';
    const answer = { requestId, processedAt: new Date(this.world.time), status, sessionKey };
    await this.world.files.replace(`${folder}/responses/${name}`, JSON.stringify(answer));
    await this.world.files.claim(`${folder}/processing/${name}`, `${folder}/archive/${name}`);
  }

  /** Takes one task out of the queue, or puts it back there. */
  #takeOut(of: number): void {
    const id = this.ids[of % this.ids.length] as string;
    const block = new RegExp(`### TASK: ${id}[^]*?(?=^##)`, 'm');
    const { text } = this.world;
    this.world.text = block.test(text)
      ? text.replace(block, '')
      : text.replace('## Notes', `${block.exec(this.queue)?.[0] ?? ''}## Notes`);
  }
}

/** Lets all promises go on that can. */
async function turns(): Promise<void> {
  for (let n = 0; n < 2; n++) await new Promise((resolve) => setImmediate(resolve));
}
