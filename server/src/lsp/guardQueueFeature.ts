/** The queue guard on the wire: alarms go out, restore and *Intended* come in. */
import type { Connection } from 'vscode-languageserver/node';
import { alarmWords } from '../core/rules/support/alarmWords';
import type { GuardAlarm } from '../core/guard/guardVerdict';
import {
  acceptChangeRequest,
  guardAlarmNotification,
  lastGoodRequest,
  lostTasksRequest,
  restoreLostRequest,
  type GuardAlarmParams,
  type LostTasksParams,
  type LostTasksResult,
  type QueueParams,
  type RestoreLostParams,
  type RestoreLostResult,
} from '../protocol/guardMessages';
import type { Engine } from '../session/engine';
import { withAlarms } from '../session/lastGoodEngine';
import { LastGoodGuard, type LastGoodPorts } from '../session/lastGoodGuard';
import { earlierTexts, vanishedTasks } from '../session/lastGoodHistory';
import type { QueueSession } from '../session/queueSession';
import type { GitHistory } from '../workspace/gitHistory';
import { memoryLastGoodStore, type LastGoodStore } from '../workspace/lastGoodStore';
import type { Logger } from '../workspace/ports';
import { guard, guardTask } from './guard';
import { restoreLost } from './guardRestore';

/** What the guard needs besides the session's ports; without them it forgets with the process. */
export interface GuardAdapters {
  openStore?(directory: string, logger: Logger): LastGoodStore;
  readonly git?: GitHistory;
}

/** A file is written in pieces, a task moves between files in two writes: so long nothing is said. */
const settling = 1_500;

export class QueueGuard {
  readonly #connection: Connection;
  readonly #ports: LastGoodPorts & { readonly guard: GuardAdapters };
  readonly #guard: LastGoodGuard;
  /** What the client knows, by URI. */
  readonly #told = new Map<string, string>();
  #session: QueueSession | undefined;
  #cancelTelling: (() => void) | undefined;

  constructor(connection: Connection, ports: LastGoodPorts & { readonly guard: GuardAdapters }) {
    this.#connection = connection;
    this.#ports = ports;
    this.#guard = new LastGoodGuard(ports, memoryLastGoodStore(), () => {
      this.#session?.redraw();
      this.#cancelTelling?.();
      this.#cancelTelling = ports.clock.after(settling, () => {
        guardTask('guardAlarm', ports.logger, () => this.#tell());
      });
    });
  }

  /** The core that knows of the open alarms. */
  get engine(): Engine {
    return withAlarms(this.#ports.engine, () => this.#guard.alarms);
  }

  /** The client has a folder for us. */
  useDirectory(directory: string | undefined): void {
    const store =
      directory === undefined
        ? undefined
        : this.#ports.guard.openStore?.(directory, this.#ports.logger);
    if (store !== undefined) this.#guard.useStore(store);
  }

  /** Follows the pictures of the session, and answers requests. */
  follow(session: QueueSession): void {
    this.#session = session;
    const { logger } = this.#ports;
    session.onPicture((picture) => {
      guardTask('guard', logger, () => this.#guard.check(picture));
    });
    this.#connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
      guardTask('didSave', logger, async () => {
        const document = session.document(uri);
        if (document !== undefined) await this.#guard.saved(uri, document.text);
      });
    });
    this.#connection.onRequest(
      lastGoodRequest,
      guard<QueueParams, string>(
        'lastGood',
        logger,
        ({ uri }) => this.#guard.lastGood(uri) ?? null,
      ),
    );
    this.#connection.onRequest(
      acceptChangeRequest,
      guard<QueueParams, boolean>('acceptChange', logger, ({ uri }) => this.#guard.accept(uri)),
    );
    this.#connection.onRequest(
      lostTasksRequest,
      guard<LostTasksParams, LostTasksResult>('lostTasks', logger, (params) =>
        this.#lostTasks(session, params),
      ),
    );
    this.#connection.onRequest(
      restoreLostRequest,
      guard<RestoreLostParams, RestoreLostResult>('restoreLost', logger, (params) =>
        restoreLost(params, {
          ...this.#ports,
          session,
          queueGuard: this.#guard,
          texts: () => this.#texts(params),
          apply: (edit) => this.#connection.workspace.applyEdit(edit),
        }),
      ),
    );
  }

  dispose(): void {
    this.#cancelTelling?.();
  }

  async #texts({ uri, useGit }: LostTasksParams): ReturnType<typeof earlierTexts> {
    const git = useGit ? this.#ports.guard.git : undefined;
    return earlierTexts(uri, await this.#guard.versions(uri), git);
  }

  async #lostTasks(
    session: QueueSession,
    params: LostTasksParams,
  ): Promise<LostTasksResult | null> {
    const picture = await session.current();
    const document = session.document(params.uri);
    if (picture === undefined || document === undefined) return null;
    const { texts, notes } = await this.#texts(params);
    const { options } = picture.state;
    const { tasks, isComplete } = await vanishedTasks(document, texts, { ...this.#ports, options });
    return {
      tasks: tasks.map(({ task: { id, title, status }, from: { name, at, commit } }) => {
        const place = { version: name, at, ...(commit === undefined ? {} : { commit }) };
        return { id, title, status, ...place };
      }),
      notes: isComplete
        ? notes
        : [...notes, 'Reading the history took too long; older contents were left out.'],
    };
  }

  /** Says what is new since the last time. */
  async #tell(): Promise<void> {
    const { alarms } = this.#guard;
    for (const uri of new Set([...this.#told.keys(), ...alarms.keys()])) {
      const name = this.#session?.picture?.files.get(uri)?.name ?? uri;
      const params: GuardAlarmParams = { uri, name, alarm: toView(alarms.get(uri), name) };
      const message = JSON.stringify(params.alarm);
      if (message === (this.#told.get(uri) ?? 'null')) continue;
      if (params.alarm === null) this.#told.delete(uri);
      else this.#told.set(uri, message);
      await this.#connection.sendNotification(guardAlarmNotification, params);
    }
  }
}

function toView(alarm: GuardAlarm | undefined, name: string): GuardAlarmParams['alarm'] {
  if (alarm === undefined) return null;
  const { lost, finished } = alarm;
  return { message: alarmWords(alarm, name), lost, finished };
}
