/** Which task a command is about: the one handed over, that of the prompt or the cursor, or one to be picked. */
import * as vscode from 'vscode';
import type { TaskView } from '../../../server/src/protocol/snapshot';
import type { CommandContext } from '../commands/command';
import { plainLabel } from '../plainLabel';
import { findNode } from '../tree/findNode';
import { isQueueNode } from '../tree/isQueueNode';
import { tasksIn } from '../tree/tasksIn';
import { inform } from '../notices';

export interface TaskChoice {
  readonly title: string;
  readonly placeHolder: string;
  /** Those to pick from; the one at the cursor is taken without asking. */
  readonly isUsual: (task: TaskView) => boolean;
}

/** The key of the task; nothing when none was picked. */
export async function chooseTask(
  context: CommandContext,
  argument: unknown,
  choice: TaskChoice,
): Promise<string | undefined> {
  if (typeof argument === 'string') return argument;
  if (isQueueNode(argument)) return argument.key;
  const given = argument instanceof vscode.Uri ? argument : undefined;
  const active = vscode.window.activeTextEditor;
  const uri = given ?? active?.document.uri;
  const ofPrompt = uri && context.workers.prompts.keyOf(uri);
  if (ofPrompt !== undefined) return ofPrompt;
  const tasks = context.store.state.snapshot.queues.flatMap(({ nodes }) => tasksIn(nodes));
  const here = active && taskAt(context, active);
  const atCursor = tasks.find(({ key }) => key === here);
  if (atCursor !== undefined && choice.isUsual(atCursor)) return atCursor.key;
  return pick(tasks, choice);
}

function taskAt({ tree }: CommandContext, editor: vscode.TextEditor): string | undefined {
  const { document, selection } = editor;
  return findNode(tree.allNodes, document.uri.toString(), selection.active.line)?.key;
}

async function pick(
  tasks: readonly TaskView[],
  { title, placeHolder, isUsual }: TaskChoice,
): Promise<string | undefined> {
  const usual = tasks.filter(isUsual);
  const items = usual.map(({ id, title: words, status, ready, key, model }) => ({
    label: plainLabel(id),
    description: [ready ? 'ready' : status, ...(model === undefined ? [] : [model])].join(' · '),
    detail: plainLabel(words),
    key,
  }));
  if (items.length === 0) {
    void inform(`${title}: there is no such task at the moment.`);
    return undefined;
  }
  const options = { title, placeHolder, matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.key;
}
