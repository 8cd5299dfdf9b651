/** What stands behind a back end, as the field knows it: it may have started a worker although nobody heard of it. */
import type {
  BackendId,
  FindOutcome,
  Run,
  RunState,
  SpawnOutcome,
  SpawnRequest,
  WorkerBackend,
} from '../../../../server/src/workers/backend';

/** What becomes of one request. */
export type Fate =
  | 'started'
  /** It never arrives; whoever sent it cannot know. */
  | 'request-lost'
  /** It is started, and the answer is lost. */
  | 'reply-lost'
  /** It is started, and no answer comes until whoever waits gives up. */
  | 'no-reply'
  /** Still on its way when the call comes back. */
  | 'delayed'
  /** The call does not listen to its signal; it sends later. */
  | 'sent-late'
  | 'refused';

export const fates: readonly Fate[] = [
  'started',
  'request-lost',
  'reply-lost',
  'no-reply',
  'delayed',
  'sent-late',
  'refused',
];

export class ScriptedRunner {
  /** How often each attempt was started; the runner itself keeps nobody from starting twice. */
  readonly starts = new Map<string, number>();
  readonly runs = new Map<string, Run>();
  readonly requests: SpawnRequest[] = [];
  /** Requests on their way. */
  readonly underWay = new Map<string, () => void>();
  nextFate: () => Fate = () => 'started';
  canTell: () => boolean = () => true;
  isReady = true;
  models: readonly string[] | undefined;

  constructor(
    readonly id: BackendId,
    private readonly onStart: (attemptId: string) => void,
  ) {}

  end(attemptId: string, state: RunState = 'succeeded'): void {
    const run = this.runs.get(attemptId);
    if (run && (run.state === 'running' || run.state === 'queued'))
      this.runs.set(attemptId, { ...run, state });
  }

  isLive(attemptId: string): boolean {
    const state = this.runs.get(attemptId)?.state;
    return state === 'running' || state === 'queued' || this.underWay.has(attemptId);
  }

  /** The back end as one engine has it; `gate` decides when it goes on. */
  backendOf(gate: (what: string) => Promise<void>): WorkerBackend {
    const keyFor: WorkerBackend['keyFor'] = ({ uuid }) => `${this.id}:${uuid}`;
    return {
      id: this.id,
      probe: async () => {
        await gate('probe');
        return this.isReady
          ? { kind: 'ready', detail: 'it answers', models: this.models }
          : { kind: 'not-ready', why: 'it is off', remedy: 'Turn it on.' };
      },
      keyFor,
      spawn: (request, signal) => this.#spawn(request, signal, gate),
      find: async ({ attemptId }) => {
        await gate('find');
        return this.#find(attemptId);
      },
      list: () => Promise.resolve([...this.runs.values()]),
      cancel: async ({ attemptId }) => {
        await gate('cancel');
        if (!this.canTell()) return { kind: 'cannot-tell', why: 'no answer' };
        if (this.underWay.has(attemptId)) return { kind: 'cannot-tell', why: 'on its way' };
        if (!this.isLive(attemptId))
          return { kind: 'nothing-to-cancel', run: this.runs.get(attemptId) };
        this.end(attemptId, 'cancelled');
        return { kind: 'cancelled', run: this.runs.get(attemptId) as Run };
      },
      transcript: () => Promise.resolve(undefined),
      dispose: () => Promise.resolve(),
    };
  }

  async #spawn(
    request: SpawnRequest,
    signal: AbortSignal,
    gate: (what: string) => Promise<void>,
  ): Promise<SpawnOutcome> {
    const { attemptId } = request.identity;
    const fate = this.nextFate();
    await gate(`send ${fate}`);
    this.requests.push(request);
    switch (fate) {
      case 'refused':
        return { kind: 'failed', why: 'it refused', remedy: undefined };
      case 'request-lost':
        return { kind: 'unknown', why: 'the line broke' };
      case 'reply-lost':
        this.#start(attemptId);
        return { kind: 'unknown', why: 'the line broke' };
      case 'no-reply':
        this.#start(attemptId);
        await aborted(signal);
        return { kind: 'unknown', why: 'no answer' };
      case 'delayed':
        this.underWay.set(attemptId, () => {
          this.underWay.delete(attemptId);
          this.#start(attemptId);
        });
        return { kind: 'unknown', why: 'no answer' };
      case 'sent-late':
        await aborted(signal);
        await gate('send late');
        this.#start(attemptId);
        await gate('reply');
        return this.#started(attemptId);
      case 'started':
        this.#start(attemptId);
        await gate('reply');
        return this.#started(attemptId);
    }
  }

  #started(attemptId: string): SpawnOutcome {
    return { kind: 'started', run: this.runs.get(attemptId) as Run };
  }

  #find(attemptId: string): FindOutcome {
    if (!this.canTell()) return { kind: 'cannot-tell', why: 'no answer' };
    const run = this.runs.get(attemptId);
    if (run) return { kind: 'found', run };
    return this.underWay.has(attemptId)
      ? { kind: 'cannot-tell', why: 'a request is on its way' }
      : { kind: 'absent' };
  }

  #start(attemptId: string): void {
    this.starts.set(attemptId, (this.starts.get(attemptId) ?? 0) + 1);
    this.runs.set(attemptId, {
      ...{ attemptId, backend: this.id, state: this.id === 'queue' ? 'queued' : 'running' },
      ...{ sessionKey: `session-${attemptId.replace(/\W/g, '-')}` },
      ...{ startedAt: 0, endedAt: undefined, lastSignAt: undefined, lastLine: undefined },
      ...{ tokens: undefined, model: undefined },
    });
    this.onStart(attemptId);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
}
