/** Writes a new task behind another one, which it waits for. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import { chooseGraphTask } from '../graph/chooseGraphTask';
import { steerByCommand } from '../graph/steerByCommand';
import type { Command } from './command';

export const addTaskAfter: Command = {
  id: commandIds.addTaskAfter,
  async run(context, argument) {
    const chosen = await chooseGraphTask(context, argument, 'Add Task After');
    if (chosen === undefined) return;
    const { graph, task, queueUri } = chosen;
    const taken = new Set(graph.tasks.map(({ id }) => id));
    const id = await vscode.window.showInputBox({
      title: `New Task After ${task.id}`,
      prompt: 'Id of the new task',
      validateInput: (value) => {
        if (value.trim() === '') return 'A task needs an id.';
        return taken.has(value.trim()) ? 'There is a task with this id.' : undefined;
      },
    });
    if (id === undefined) return;
    const title = await vscode.window.showInputBox({ title: `Title of ${id.trim()}` });
    if (title === undefined) return;
    const { key } = task;
    const edit = { kind: 'addTaskAfter', key, id: id.trim(), title: title.trim() } as const;
    await steerByCommand(context.client, queueUri, edit);
  },
};
