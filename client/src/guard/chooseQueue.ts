/** Which queue a command is about: that of the node, the one in the editor, the only one, or one to be picked. */
import * as vscode from 'vscode';
import type { QueueView } from '../../../server/src/protocol/snapshot';
import { plainLabel } from '../plainLabel';
import { isQueueNode } from '../tree/isQueueNode';

/** URI of the queue; nothing when none was picked. */
export async function chooseQueue(
  queues: readonly QueueView[],
  argument: unknown,
  title: string,
): Promise<string | undefined> {
  if (isQueueNode(argument)) return argument.target.uri;
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const known = queues.find(({ uri }) => vscode.Uri.parse(uri).toString() === active);
  if (known !== undefined || queues.length < 2) return (known ?? queues[0])?.uri;
  const items = queues.map(({ name, uri }) => ({ label: plainLabel(name), uri }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: 'Which queue?' }))?.uri;
}
