/** Has a task no longer wait for something. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import { chooseGraphTask } from '../graph/chooseGraphTask';
import { steerByCommand } from '../graph/steerByCommand';
import type { Command } from './command';
import { inform } from '../notices';

export const removeDependency: Command = {
  id: commandIds.removeDependency,
  async run(context, argument) {
    const chosen = await chooseGraphTask(context, argument, 'Remove Dependency of Task');
    if (chosen === undefined) return;
    const { graph, task, queueUri } = chosen;
    const names = new Map([
      ...graph.lanes.map(({ key, title }) => [key, title] as const),
      ...graph.tasks.map(({ key, id }) => [key, id] as const),
    ]);
    const items = graph.edges
      .filter(({ from, kind }) => from === task.key && kind !== 'parent')
      .map(({ to, fulfilment }) => ({ label: names.get(to) ?? to, description: fulfilment, to }));
    if (items.length === 0) {
      void inform(`${task.id} waits for nothing.`);
      return;
    }
    const title = `${task.id} no longer waits for`;
    const picked = await vscode.window.showQuickPick(items, { title });
    if (picked === undefined) return;
    const edit = { kind: 'removeDependency', from: task.key, to: picked.to } as const;
    await steerByCommand(context.client, queueUri, edit);
  },
};
