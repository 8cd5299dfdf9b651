/** Restores tasks that vanished unfinished: picked from the history, or `{ uri, tasks }` for callers that know. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import {
  lostTasksRequest,
  type LostTasksParams,
  type LostTasksResult,
} from '../../../server/src/protocol/guardMessages';
import { chooseQueue } from '../chooseQueue';
import { lostTaskItem, type LostTaskItem } from '../guard/lostTaskWords';
import { restoreTasks } from '../guard/restoreTasks';
import type { QueueClient } from '../languageClient';
import type { Command } from './command';
import { inform } from '../notices';
import { noAnswer } from '../noAnswer';

const title = 'Restore Lost Tasks';

export const restoreLostTasks: Command = {
  id: commandIds.restoreLostTasks,
  async run({ client, store }, argument) {
    if (isOrder(argument)) return restoreTasks(client, argument.uri, argument.tasks);
    const uri = await chooseQueue(store.state.snapshot.queues, argument, title);
    if (uri === undefined) return;
    const picked = await pickTasks(client, uri);
    if (picked === undefined || picked.length === 0) return;
    const tasks = picked.map(({ task: { id, version } }) => ({ id, version }));
    await restoreTasks(client, uri, tasks);
  },
};

interface Order {
  readonly uri: string;
  readonly tasks: 'unfinished' | 'all';
}

function isOrder(value: unknown): value is Order {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, tasks } = value as Partial<Record<keyof Order, unknown>>;
  return typeof uri === 'string' && (tasks === 'unfinished' || tasks === 'all');
}

async function pickTasks(
  client: QueueClient,
  uri: string,
): Promise<readonly LostTaskItem[] | undefined> {
  const params: LostTasksParams = { uri, useGit: vscode.workspace.isTrusted };
  const where = { location: vscode.ProgressLocation.Notification, title: 'Looking for lost tasks' };
  const found = await vscode.window.withProgress(where, () =>
    client.request<LostTasksResult>(lostTasksRequest, params),
  );
  if (found === undefined) throw new Error(noAnswer);
  if (found.tasks.length === 0) {
    const notes = ['No unfinished task has vanished from this queue.', ...found.notes].join(' ');
    void inform(notes);
    return undefined;
  }
  const showTime = (time: string): string =>
    new Date(time).toLocaleString(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
  return vscode.window.showQuickPick(
    found.tasks.map((task) => lostTaskItem(task, showTime)),
    {
      title,
      canPickMany: true,
      matchOnDescription: true,
      matchOnDetail: true,
      placeHolder: ['Tasks that vanished unfinished', ...found.notes].join('. '),
    },
  );
}
