/** A gateway in memory, as the real one was measured (workers.md 1.2), on whose lines words get lost as told. */
import type { GatewayReply } from '../../../../server/src/workers/backends/openclaw/gatewayReply';
import type {
  GatewaySocketOptions,
  GatewaySocketOutcome,
} from '../../../../server/src/workers/backends/openclaw/gatewaySocket';

/**
 * What becomes of one exchange. `late`: the request arrives when nobody waits for its answer any more. `refuse`: no
 * connection comes about. `restart`: the gateway dies and comes back.
 */
export type Fate = 'pass' | 'lose-request' | 'lose-reply' | 'late' | 'refuse' | 'restart';

interface Session {
  readonly key: string;
  readonly label: string;
  readonly createdAt: number;
  isArchived: boolean;
  status: string | undefined;
  readonly users: { readonly text: string; readonly idempotencyKey: string }[];
}

type Params = Readonly<Record<string, string | boolean>>;

export class MemoryGateway {
  readonly #sessions = new Map<string, Session>();
  /** Forgotten in a restart, as the real one does. */
  #admitted = new Set<string>();
  /** Requests that are still on their way. */
  #late: (() => void)[] = [];
  /** Asked before each exchange. */
  fateOf: (method: string) => Fate = () => 'pass';
  readonly models = ['haiku'];
  /** How often a model was called for the prompt of that idempotency key. */
  readonly starts = new Map<string, number>();
  readonly methods: string[] = [];
  readonly connections: GatewaySocketOptions[] = [];
  /** The prompts of other connections than this cannot be aborted. */
  readonly #senders = new Map<string, GatewaySocketOptions>();

  /** Takes the place of the library. */
  readonly connect = (options: GatewaySocketOptions): Promise<GatewaySocketOutcome> => {
    this.connections.push(options);
    if (this.fateOf('connect') === 'refuse') {
      return Promise.resolve({ kind: 'lost', why: 'connect ECONNREFUSED' });
    }
    const request = (method: string, params: object) =>
      Promise.resolve(this.#exchange(method, params as Params, options));
    const socket = { version: '2026.9.6', request, close: () => Promise.resolve() };
    return Promise.resolve({ kind: 'open', socket });
  };

  #end(status: string): void {
    for (const session of this.#sessions.values()) {
      if (session.status === 'running') session.status = status;
    }
  }

  #exchange(method: string, params: Params, from: GatewaySocketOptions): GatewayReply {
    const fate = this.fateOf(method);
    if (fate === 'restart') this.#restart();
    if (fate === 'lose-request' || fate === 'restart') {
      return { kind: 'lost', why: `no answer to ${method}`, sent: true };
    }
    if (fate === 'late') {
      this.#late.push(() => this.#answer(method, params, from));
      return { kind: 'lost', why: `no answer to ${method}`, sent: true };
    }
    // One that was late arrives after the one that came next.
    const arriving = this.#late;
    this.#late = [];
    this.methods.push(method);
    const reply = this.#answer(method, params, from);
    for (const arrive of arriving) arrive();
    return fate === 'lose-reply'
      ? { kind: 'lost', why: `no answer to ${method}`, sent: true }
      : reply;
  }

  /** What ran is ended as failed and not resumed, since its key is one of a subagent. */
  #restart(): void {
    this.#admitted = new Set();
    this.#late = [];
    this.#end('failed');
  }

  #answer(method: string, params: Params, from: GatewaySocketOptions): GatewayReply {
    switch (method) {
      case 'models.list':
        return ok({ models: this.models.map((id) => ({ id, provider: 'stub', alias: 'Haiku' })) });
      case 'sessions.create':
        return this.#create(params);
      case 'sessions.resolve': {
        const found = [...this.#sessions.values()].find(({ label }) => label === params['label']);
        return ok(found ? { ok: true, key: found.key } : { ok: false });
      }
      case 'sessions.list':
        return ok({ sessions: [...this.#sessions.values()].map(rowOf), nextOffset: null });
      case 'sessions.patch':
        return this.#archive(params);
      case 'sessions.abort':
        return this.#abort(params, from);
      case 'chat.history':
        return ok(historyOf(String(params['sessionKey']), this.#sessions));
      case 'chat.send':
        return this.#send(params, from);
      default:
        return refuse(`unknown method: ${method}`);
    }
  }

  #create(params: Params): GatewayReply {
    const [key, label, model] = [params['key'], params['label'], params['model']].map(String);
    if (model !== 'undefined' && !this.models.includes(String(model))) {
      return refuse(`model not allowed: stub/${model}`);
    }
    const twin = [...this.#sessions.values()].find((session) => session.label === label);
    if (twin !== undefined && twin.key !== key) return refuse(`label already in use: ${label}`);
    if (twin === undefined && key !== undefined && label !== undefined) {
      const createdAt = this.#sessions.size + 1;
      const fresh = { isArchived: false, status: undefined, users: [] };
      this.#sessions.set(key, { key, label, createdAt, ...fresh });
    }
    return ok({ ok: true, key, runStarted: false });
  }

  #send(params: Params, from: GatewaySocketOptions): GatewayReply {
    const session = this.#sessions.get(String(params['sessionKey']));
    const idempotencyKey = String(params['idempotencyKey']);
    if (session === undefined) return refuse('no such session');
    if (session.isArchived) return refuse(`Session "${session.key}" is archived.`);
    if (this.#admitted.has(idempotencyKey)) return ok({ status: 'in_flight' });
    this.#admitted.add(idempotencyKey);
    this.starts.set(idempotencyKey, (this.starts.get(idempotencyKey) ?? 0) + 1);
    session.status = 'running';
    this.#senders.set(session.key, from);
    session.users.push({ text: String(params['message']), idempotencyKey });
    return ok({ runId: idempotencyKey, status: 'started' });
  }

  #abort(params: Params, from: GatewaySocketOptions): GatewayReply {
    const session = this.#sessions.get(String(params['key']));
    if (session?.status !== 'running') return ok({ ok: true, status: 'no-active-run' });
    if (this.#senders.get(session.key) !== from) return refuse('unauthorized');
    session.status = 'killed';
    return ok({ ok: true, status: 'aborted' });
  }

  #archive(params: Params): GatewayReply {
    const session = this.#sessions.get(String(params['key']));
    if (session === undefined || params['expectedSessionId'] !== `id of ${session.key}`) {
      return refuse('no such session');
    }
    session.isArchived = true;
    if (session.status === 'running') session.status = 'killed';
    return ok({ ok: true });
  }
}

function historyOf(key: string, sessions: ReadonlyMap<string, Session>): object {
  const session = sessions.get(key);
  if (session === undefined) return { messages: [], sessionInfo: { key, hasActiveRun: false } };
  const messages = session.users.map(({ text, idempotencyKey }) => ({
    ...{ role: 'user', content: text, idempotencyKey: `${idempotencyKey}:user` },
  }));
  return { messages, sessionInfo: rowOf(session), hasMore: false, pendingInputs: { total: 0 } };
}

function rowOf({ key, label, createdAt, isArchived, status }: Session): object {
  return {
    ...{ key, label, createdAt, status, archived: isArchived, sessionId: `id of ${key}` },
    hasActiveRun: status === 'running',
  };
}

function ok(payload: unknown): GatewayReply {
  return { kind: 'ok', payload };
}

function refuse(message: string): GatewayReply {
  return { kind: 'refused', code: 'INVALID_REQUEST', detailCode: undefined, message };
}
