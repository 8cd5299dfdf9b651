/** Which queue a command is about. */
import * as vscode from 'vscode';
import type { QueueView } from '../../server/src/protocol/snapshot';
import { plainLabel } from './plainLabel';
import { isQueueNode } from './tree/isQueueNode';

/** URI of the queue: that of the node, the one in the editor, the only one, or one to be picked; nothing when none was. */
export async function chooseQueue(
  queues: readonly QueueView[],
  argument: unknown,
  title: string,
): Promise<string | undefined> {
  if (isQueueNode(argument)) return argument.target.uri;
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  return queues.find(({ uri }) => uri === active)?.uri ?? pickQueue(queues, title);
}

/** URI of the only queue, or of the one that was picked; nothing when there is none or none was picked. */
export async function pickQueue(
  queues: readonly QueueView[],
  title: string,
): Promise<string | undefined> {
  if (queues.length < 2) return queues[0]?.uri;
  const items = queues.map(({ name, uri, done, total }) => ({
    label: plainLabel(name),
    description: `${done}/${total}`,
    uri,
  }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: 'Which queue?' }))?.uri;
}
