/** Has a task no longer wait for something. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import { chooseGraphTask } from '../graph/chooseGraphTask';
import { dependencyItems } from '../graph/dependencyItems';
import { steerByCommand } from '../graph/steerByCommand';
import type { Command } from './command';
import { inform } from '../notices';

export const removeDependency: Command = {
  id: commandIds.removeDependency,
  async run(context, argument) {
    const chosen = await chooseGraphTask(context, argument, 'Remove Dependency of Task');
    if (chosen === undefined) return;
    const { graph, task, queueUri } = chosen;
    const items = dependencyItems(graph, task.key);
    if (items.length === 0) {
      void inform(`${task.id} waits for nothing.`);
      return;
    }
    const title = `${task.id} no longer waits for`;
    const picked = await vscode.window.showQuickPick([...items], { title });
    if (picked === undefined) return;
    const edit = { kind: 'removeDependency', from: task.key, to: picked.to } as const;
    await steerByCommand(context.client, queueUri, edit);
  },
};
