/** Writes another status to a task, in the words of its file. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import type { StatusView } from '../../../server/src/protocol/snapshot';
import { chooseGraphTask } from '../graph/chooseGraphTask';
import { steerByCommand } from '../graph/steerByCommand';
import { statusIcons } from '../tree/statusIcons';
import type { Command } from './command';

export const setTaskStatus: Command = {
  id: commandIds.setTaskStatus,
  async run(context, argument) {
    const chosen = await chooseGraphTask(context, argument, 'Set Status of Task');
    if (chosen === undefined) return;
    const { task, queueUri } = chosen;
    const items = Object.entries(statusIcons)
      .filter(([status]) => status !== 'unknown')
      .map(([status, icon]) => ({
        label: `$(${icon.id}) ${status}`,
        ...(status === task.status ? { description: 'now' } : {}),
        status: status as StatusView,
      }));
    const picked = await vscode.window.showQuickPick(items, { title: `Status of ${task.id}` });
    if (picked === undefined) return;
    const edit = { kind: 'setStatus', key: task.key, status: picked.status } as const;
    await steerByCommand(context.client, queueUri, edit);
  },
};
