// At most one start for each attempt, no attempt ever lost, no slot overfilled: whatever gets lost, dies or clicks twice.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type * as queueReader from '../../../server/src/core/dialect/readQueue';
import type { QueueDocument } from '../../../server/src/core/model/queueDocument';
import { isHeld } from '../../../server/src/workers/attempt';
import type { BackendId } from '../../../server/src/workers/backend';
import type { WorkerEngine } from '../../../server/src/workers/workerEngine';
import { checkAsyncProperty, longPatience } from '../../support/properties';
import { EngineWorld } from './support/engineWorld';
import { Schedule } from './support/schedule';
import { fates } from './support/scriptedRunner';

// More than half of the time would go into reading the same few texts again and again: the same text is the same document.
vi.mock(import('../../../server/src/core/dialect/readQueue'), async (original) => {
  const real: typeof queueReader = await original();
  const known = new Map<string, QueueDocument>();
  return {
    ...real,
    readQueue(...asked: Parameters<typeof real.readQueue>) {
      const [uri, text, options] = asked;
      const name = JSON.stringify([uri, options, text]);
      const document = known.get(name) ?? real.readQueue(...asked);
      if (known.size > 20_000) known.clear();
      known.set(name, document);
      return document;
    },
  };
});

const slots = 2;
const ids = ['p1-1-a', 'p1-2-b', 'p1-3-c'] as const;
const queue = [
  `**Worker Slots:** 0/${slots} occupied`,
  '',
  ...ids.flatMap((id) => [`### TASK: ${id} - Do it`, '- **Status:** pending', '']),
  '## Notes',
  '',
].join('\n');

/** What people and the world do; `of` chooses the task or the worker, `by` the window. */
const event = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant('spawn' as const) },
    { weight: 2, arbitrary: fc.constant('double-click' as const) },
    { weight: 2, arbitrary: fc.constant('retry' as const) },
    { weight: 3, arbitrary: fc.constant('reconcile' as const) },
    { weight: 2, arbitrary: fc.constant('crash' as const) },
    { weight: 1, arbitrary: fc.constant('cancel' as const) },
    { weight: 1, arbitrary: fc.constant('reset' as const) },
    { weight: 2, arbitrary: fc.constant('worker-ends' as const) },
    { weight: 1, arbitrary: fc.constant('arrives' as const) },
    { weight: 1, arbitrary: fc.constant('typing' as const) },
    { weight: 1, arbitrary: fc.constant('silence' as const) },
    { weight: 1, arbitrary: fc.constant('switch' as const) },
  ),
  by: fc.nat(1),
  of: fc.nat(ids.length - 1),
});
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

const schedule = fc.record({
  events: fc.array(event, { minLength: 2, maxLength: 8 }),
  tape: fc.array(fc.nat(5000), { maxLength: 160 }),
});

class Drama {
  readonly world = new EngineWorld(queue);
  readonly schedule: Schedule;
  readonly #windows: { pid: number; engine: Promise<WorkerEngine> }[];
  readonly #runner = this.world.runner();
  readonly #backends: readonly BackendId[] = ['process'];
  #isSilent = false;
  readonly violations: string[] = [];

  /** `hasQueue`: what cannot be started now waits in the file queue, and moves from there as soon as it can. */
  constructor(tape: readonly number[], hasQueue: boolean) {
    this.schedule = new Schedule(this.world, tape);
    this.world.prompt = 'Do it.';
    this.#runner.nextFate = () => fates[this.schedule.choose(fates.length)] ?? 'started';
    this.#runner.canTell = () => !this.#isSilent;
    this.world.onStart = (attemptId) => this.#onStart(attemptId);
    if (hasQueue) {
      this.world.hasFileQueue = true;
      this.world.config = { ...this.world.config, backend: 'auto' };
      this.#backends = ['process', 'queue'];
      this.#runner.isReady = false;
    }
    this.#windows = [this.world.open(this.#backends), this.world.open(this.#backends)];
  }

  async play(events: readonly Event[]): Promise<void> {
    const left = [...events];
    while (left.length > 0) {
      // A few steps between two events, so that they meet half-done work.
      for (let n = this.schedule.choose(14); n > 0 && (await this.schedule.next()); n--)
        this.#check();
      this.#happens(left.shift() as Event);
    }
    await this.schedule.run();
    this.#check();
  }

  #happens({ kind, by, of }: Event): void {
    this.schedule.trace.push(`-- ${kind} ${by} ${of}`);
    const key = this.world.key(ids[of] as string);
    const act = (what: (engine: WorkerEngine) => Promise<unknown>) => {
      const { pid, engine } = this.#windows[by] as { pid: number; engine: Promise<WorkerEngine> };
      void engine.then(what).catch((error: unknown) => {
        if (!this.schedule.dropped.has(pid)) this.violations.push(`it threw: ${String(error)}`);
      });
    };
    const started = [...this.#runner.runs.keys()];
    switch (kind) {
      case 'spawn':
        return act((engine) => engine.spawn(key));
      case 'double-click':
        act((engine) => engine.spawn(key));
        return act((engine) => engine.spawn(key));
      case 'retry':
        return act((engine) => engine.retry(key));
      case 'reconcile':
        return act((engine) => engine.reconcile());
      case 'cancel':
        return act((engine) => engine.cancel(key));
      case 'reset':
        return act((engine) => engine.reset(key));
      case 'crash':
        this.schedule.drop((this.#windows[by] as { pid: number }).pid);
        this.#windows[by] = this.world.open(this.#backends);
        return;
      case 'worker-ends':
        return this.#runner.end(started[of % Math.max(1, started.length)] ?? '');
      case 'arrives':
        return [...this.#runner.underWay.values()][0]?.();
      case 'typing':
        // Not in a task: what was changed there is not written over, and the queue would rightly stay silent.
        this.world.text = this.world.text.replace(/## Notes.*/, `## Notes ${of}`);
        return;
      case 'silence':
        this.#isSilent = !this.#isSilent;
        return;
      case 'switch':
        if (this.world.hasFileQueue) this.#runner.isReady = !this.#runner.isReady;
    }
  }

  /** Every start is announced, is the only one, and leaves no slot overfilled. */
  #onStart(attemptId: string): void {
    if (this.#runner.starts.get(attemptId) !== 1)
      this.violations.push(`${attemptId} was started twice`);
    const attempt = this.world.attempts().find((a) => a.identity.attemptId === attemptId);
    if (!attempt || !isHeld(attempt.state))
      this.violations.push(`${attemptId} was started while it was ${attempt?.state ?? 'nowhere'}`);
    const live = [...this.#runner.runs.keys()].filter((id) => this.#runner.isLive(id));
    if (live.length > slots) this.violations.push(`${live.length} workers run in ${slots} slots`);
    const tasks = live.map((id) => id.replace(/#\d+$/, ''));
    if (new Set(tasks).size !== tasks.length) this.violations.push('a task has two workers');
  }

  /** What may be alive is held: nobody can start another one. */
  #check(): void {
    for (const attemptId of [...this.#runner.runs.keys(), ...this.#runner.underWay.keys()]) {
      const attempt = this.world.attempts().find((a) => a.identity.attemptId === attemptId);
      if (this.#runner.isLive(attemptId) && !isHeld(attempt?.state ?? 'closed'))
        this.violations.push(`${attemptId} lives and is ${attempt?.state ?? 'nowhere'}`);
    }
  }

  /** When everything works again, a fresh window settles all that was left open. */
  async calm(): Promise<void> {
    this.#isSilent = false;
    this.#runner.isReady = true;
    for (const arrive of [...this.#runner.underWay.values()]) arrive();
    for (const { pid } of this.#windows) this.schedule.drop(pid);
    const { engine } = this.world.open(this.#backends);
    const done = engine.then(async (open) => {
      // What waited in the file queue is told of, given back, and started.
      for (let n = this.world.hasFileQueue ? 4 : 2; n > 0; n--) await open.reconcile();
    });
    await this.schedule.run();
    await done;
    for (const attempt of this.world.attempts()) {
      const { attemptId, taskId } = attempt.identity;
      const isLive = this.#runner.isLive(attemptId);
      if (isLive !== isHeld(attempt.state))
        this.violations.push(`${attemptId} is ${attempt.state} in the end, live: ${isLive}`);
      const task = this.world.state().index.tasks.get(this.world.key(taskId));
      if (isLive && task?.status !== 'in-progress')
        this.violations.push(`${attemptId} lives, and the queue says ${task?.status ?? 'nothing'}`);
    }
    const inUse = this.world.state().schedule.byQueue.values().next().value?.slots.inUse ?? 0;
    expect(this.world.text).toContain(`${inUse}/${slots} occupied`);
  }
}

async function plays(drama: Drama, events: readonly Event[]): Promise<void> {
  await drama.play(events);
  await drama.calm();
  if (drama.violations.length > 0)
    throw new Error(`${drama.violations.join('\n')}\n\n${drama.schedule.trace.join('\n')}`);
}

test(
  '10,000 schedules: one start for each attempt, none lost, no slot overfilled',
  longPatience,
  () =>
    checkAsyncProperty(
      'schedules of the engine',
      10_000,
      fc.asyncProperty(schedule, async ({ events, tape }) => {
        await plays(new Drama(tape, false), events);
      }),
    ),
);

test(
  '3,000 schedules with the file queue: the same, and whoever takes a request may die',
  longPatience,
  () =>
    checkAsyncProperty(
      'schedules of the engine with the file queue',
      3_000,
      fc.asyncProperty(schedule, async ({ events, tape }) => {
        await plays(new Drama(tape, true), events);
      }),
    ),
);
