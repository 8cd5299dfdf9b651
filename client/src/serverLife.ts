/**
 * The life of the language server: started once, stopped, and started again after a crash with growing pauses. Of several
 * at most one counts, and none lives on that does not. No editor: how a server is made and ended comes from outside.
 */
import { restartDelay } from './restartDelay';
import type { ServerState } from './serverState';

export interface Server {
  /** Resolves when it answers; rejects when it does not come up. */
  start(): Promise<void>;
  /** Ends it. Rejects while it starts: then it cannot be ended. */
  dispose(): Promise<void>;
}

export interface ServerLifePorts<Kind extends Server> {
  /** Makes a server; it calls `crashed` when it has gone by itself. */
  create(crashed: () => void): Kind;
  stateChanged(state: ServerState): void;
  /** Ms since the epoch. */
  now(): number;
  /** Calls `task` later; the result takes that back. */
  after(milliseconds: number, task: () => void): () => void;
  readonly log: {
    error(words: string, error?: unknown): void;
    warn(words: string): void;
    debug(words: string, error: unknown): void;
  };
}

export class ServerLife<Kind extends Server> {
  readonly #ports: ServerLifePorts<Kind>;
  #server: Kind | undefined;
  #state: ServerState = 'idle';
  #crashes: number[] = [];
  #callOff: (() => void) | undefined;

  constructor(ports: ServerLifePorts<Kind>) {
    this.#ports = ports;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** The one that counts: it runs or is about to; nothing while none does. */
  get server(): Kind | undefined {
    return this.#server;
  }

  /** Starts a server, unless one was started before. Troubles are logged and tried again. */
  async start(): Promise<void> {
    if (this.#server !== undefined) return;
    this.#setState(this.#crashes.length > 0 ? 'restarting' : 'starting');
    const server = this.#ports.create(() => {
      this.#crashed(server);
    });
    this.#server = server;
    try {
      await server.start();
    } catch (error) {
      this.#ports.log.error('The language server did not start.', error);
      this.#crashed(server);
      return;
    }
    if (this.#server === server) this.#setState('running');
    // It was stopped while it was starting: only now can it be ended.
    else await this.#end(server);
  }

  /** Stops the server and starts a new one, however often it has crashed. */
  async restart(): Promise<void> {
    this.#crashes = [];
    await this.stop();
    await this.start();
  }

  /** Stops the server and calls off a restart that is due; `start` and `restart` bring one back. */
  async stop(): Promise<void> {
    this.#callOff?.();
    this.#callOff = undefined;
    const server = this.#server;
    this.#server = undefined;
    this.#setState('stopped');
    await this.#end(server);
  }

  /** Each server crashes once, whichever way the news comes. */
  #crashed(server: Kind): void {
    if (this.#server !== server) return;
    this.#server = undefined;
    const { log } = this.#ports;
    const at = this.#ports.now();
    this.#crashes.push(at);
    const delay = restartDelay(this.#crashes, at);
    if (delay === undefined) {
      log.error('The language server crashed too often. Use "Restart Server" to try again.');
      this.#setState('failed');
      return;
    }
    log.warn(`The language server is gone. It is started again in ${delay} ms.`);
    this.#setState('restarting');
    const callOff = this.#ports.after(delay, () => {
      void this.#end(server).then(() => {
        // Somebody may have stopped everything while the old one ended.
        if (this.#callOff === callOff) void this.start();
      });
    });
    this.#callOff = callOff;
  }

  async #end(server: Kind | undefined): Promise<void> {
    try {
      await server?.dispose();
    } catch (error) {
      this.#ports.log.debug('The language client did not end as it should.', error);
    }
  }

  #setState(state: ServerState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#ports.stateChanged(state);
  }
}
