/** Requests to the gateway over one connection, which is opened when it is needed and opened anew when it broke. */
import { checkGatewayUrl } from './gatewayUrl';
import type { GatewayReply } from './gatewayReply';
import type { GatewaySocketOutcome } from './gatewaySocket';
import type { OpenclawSetup } from './openclawSetup';

/** Whatever goes wrong is an answer; nothing of it rejects. Ends with its back end. */
export class GatewayLine {
  readonly #setup: OpenclawSetup;
  #connection: Promise<GatewaySocketOutcome> | undefined;
  readonly #disposal = new AbortController();

  constructor(setup: OpenclawSetup) {
    this.#setup = setup;
  }

  /** The connection, opened within the time (ms) unless it stands already. Never rejects. */
  connect(timeoutMs = this.#setup.requestTimeoutMs): Promise<GatewaySocketOutcome> {
    if (this.#disposal.signal.aborted) {
      return Promise.resolve({ kind: 'lost', why: 'the back end was closed' });
    }
    if (this.#connection !== undefined) return this.#connection;
    const connection = this.#open(timeoutMs, () => this.#forget(connection));
    this.#connection = connection;
    // What failed is not kept: the next request tries again.
    void connection.then((outcome) => outcome.kind !== 'open' && this.#forget(connection));
    return connection;
  }

  /** Never rejects. An aborted signal ends it as lost. */
  async request(method: string, params: object, signal: AbortSignal): Promise<GatewayReply> {
    if (signal.aborted) return { kind: 'lost', why: 'it was called off', sent: false };
    const connection = this.connect();
    const outcome = await orAborted(connection, signal);
    if (outcome === undefined) return { kind: 'lost', why: 'it was called off', sent: false };
    if (outcome.kind === 'lost') return { ...outcome, sent: false };
    if (outcome.kind === 'refused') return outcome;
    const { requestTimeoutMs: timeoutMs, logger } = this.#setup;
    const reply = await outcome.socket.request(method, params, { timeoutMs, signal });
    logger.debug('openclaw.request', { method, reply: reply.kind });
    // A line that lost one reply may be dead without knowing: the next request gets a new one.
    if (reply.kind === 'lost' && !signal.aborted) {
      this.#forget(connection);
      void outcome.socket.close();
    }
    return reply;
  }

  async dispose(): Promise<void> {
    const connection = this.#connection;
    this.#connection = undefined;
    this.#disposal.abort();
    const outcome = await connection;
    if (outcome?.kind === 'open') await outcome.socket.close();
  }

  async #open(timeoutMs: number, onClosed: () => void): Promise<GatewaySocketOutcome> {
    const url = checkGatewayUrl(this.#setup.url);
    if (url.kind === 'refused') {
      return { kind: 'refused', code: 'URL', detailCode: undefined, message: url.why };
    }
    try {
      const token = await this.#setup.token();
      const connect = this.#setup.connect ?? (await import('./gatewaySocket')).openGatewaySocket;
      const { signal } = this.#disposal;
      return await connect({ url: url.url, token, timeoutMs, signal, onClosed });
    } catch (error) {
      return { kind: 'lost', why: error instanceof Error ? error.message : String(error) };
    }
  }

  #forget(connection: Promise<GatewaySocketOutcome>): void {
    if (this.#connection === connection) this.#connection = undefined;
  }
}

/** Nothing when the signal came first. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve) => {
    const give = () => resolve(undefined);
    signal.addEventListener('abort', give, { once: true });
    void promise.then(resolve).finally(() => signal.removeEventListener('abort', give));
  });
}
