/** Moves a task to another phase. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import { chooseGraphTask } from '../graph/chooseGraphTask';
import { laneItems } from '../graph/laneItems';
import { steerByCommand } from '../graph/steerByCommand';
import type { Command } from './command';

export const moveToPhase: Command = {
  id: commandIds.moveToPhase,
  async run(context, argument) {
    const chosen = await chooseGraphTask(context, argument, 'Move Task to Phase');
    if (chosen === undefined) return;
    const { graph, task, queueUri } = chosen;
    const items = laneItems(graph.lanes, task.lane);
    const picked = await vscode.window.showQuickPick([...items], { title: `Move ${task.id} to` });
    if (picked === undefined) return;
    const edit = { kind: 'moveToLane', key: task.key, lane: picked.lane } as const;
    await steerByCommand(context.client, queueUri, edit);
  },
};
