/** Which task a steering command is about: that of the node or the lens, the one at the cursor, or one to be picked. */
import * as vscode from 'vscode';
import { graphRequest, type GraphParams } from '../../../server/src/protocol/graphMessages';
import type { GraphSnapshot, GraphTaskView } from '../../../server/src/protocol/graphSnapshot';
import type { QueueView } from '../../../server/src/protocol/snapshot';
import type { CommandContext } from '../commands/command';
import { chooseQueue } from '../chooseQueue';
import { plainLabel } from '../plainLabel';
import { isQueueNode } from '../tree/isQueueNode';
import { tasksIn } from '../tree/tasksIn';
import { taskAt } from './taskAt';

export interface ChosenTask {
  readonly queueUri: string;
  readonly graph: GraphSnapshot;
  readonly task: GraphTaskView;
}

/** The task with the graph it stands in; nothing when none was picked. Throws when the server does not answer. */
export async function chooseGraphTask(
  { client, store }: CommandContext,
  argument: unknown,
  title: string,
): Promise<ChosenTask | undefined> {
  const { queues } = store.state.snapshot;
  // CodeLenses hand over the key.
  const named = typeof argument === 'string' ? argument : undefined;
  const queueUri =
    named === undefined ? await chooseQueue(queues, argument, title) : queueOf(queues, named);
  if (queueUri === undefined) return undefined;
  const params: GraphParams = { queueUri };
  const graph = await client.request<GraphSnapshot>(graphRequest, params);
  if (graph === undefined) throw new Error('The language server knows no graph of this queue.');
  const key = named ?? (isQueueNode(argument) ? argument.id : undefined);
  const task =
    key === undefined
      ? await pickGraphTask(graph.tasks, title, atCursor(graph))
      : graph.tasks.find((each) => each.key === key);
  return task && { queueUri, graph, task };
}

/** Lets the user pick a task; the active one comes first. */
export async function pickGraphTask(
  tasks: readonly GraphTaskView[],
  title: string,
  first?: GraphTaskView,
): Promise<GraphTaskView | undefined> {
  const ordered = first === undefined ? tasks : [first, ...tasks.filter((each) => each !== first)];
  const items = ordered.map((task) => ({
    label: plainLabel(task.id),
    description: plainLabel([task.ready ? 'ready' : task.status, task.title].join(' · ')),
    task,
  }));
  const options = { title, placeHolder: 'Id, status or title', matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.task;
}

function queueOf(queues: readonly QueueView[], key: string): string | undefined {
  return queues.find(({ nodes }) => tasksIn(nodes).some((task) => task.key === key))?.uri;
}

function atCursor(graph: GraphSnapshot): GraphTaskView | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  return taskAt(graph, editor.document.uri.toString(), editor.selection.active.line);
}
