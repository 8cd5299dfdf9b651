/** Warns of lost tasks, once for each alarm, and does what is chosen. */
import type * as vscode from 'vscode';
import {
  acceptChangeRequest,
  type GuardAlarmParams,
  type GuardAlarmView,
} from '../../../server/src/protocol/guardMessages';
import type { QueueClient } from '../languageClient';
import { compareWithLastGood } from './lastGoodContent';
import { actionsFor, alarmActions, type AlarmAction } from './lostTaskWords';
import { restoreTasks } from './restoreTasks';
import { complain, warn } from '../notices';

export class GuardAlarms {
  readonly #log: vscode.LogOutputChannel;
  /** What is warned of now, by URI. */
  readonly #open = new Map<string, string>();

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** An alarm has opened, changed or closed. */
  receive({ uri, alarm }: GuardAlarmParams, client: QueueClient): void {
    if (alarm === null) this.#open.delete(uri);
    // A server that was restarted says again what was said before.
    else if (this.#open.get(uri) !== alarm.message) {
      this.#open.set(uri, alarm.message);
      this.#log.warn(alarm.message);
      this.#ask(uri, alarm, client).catch((error: unknown) => {
        this.#log.error('What was chosen for lost tasks failed.', error);
        const reason = error instanceof Error ? error.message : String(error);
        complain(`Proactive Jobs: ${reason}`);
      });
    }
  }

  async #ask(uri: string, alarm: GuardAlarmView, client: QueueClient): Promise<void> {
    const picked = await warn(alarm.message, ...actionsFor(alarm));
    if (picked === undefined) return; // The problem on the first line stays.
    await this.#run(picked, uri, client);
    // The question is gone with the click, but comparing answers nothing.
    const isOpen = this.#open.get(uri) === alarm.message;
    if (picked === alarmActions.compare && isOpen) await this.#ask(uri, alarm, client);
  }

  async #run(action: AlarmAction, uri: string, client: QueueClient): Promise<void> {
    switch (action) {
      case alarmActions.restore:
        return restoreTasks(client, uri, 'unfinished');
      case alarmActions.restoreAll:
        return restoreTasks(client, uri, 'all');
      case alarmActions.compare:
        return compareWithLastGood(uri);
      case alarmActions.intended:
        await client.request(acceptChangeRequest, { uri });
    }
  }
}
