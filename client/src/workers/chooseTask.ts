/** Which task a command is about: the one handed over, that of the prompt or the cursor, or one to be picked. */
import * as vscode from 'vscode';
import type { TaskView } from '../../../server/src/protocol/snapshot';
import type { CommandContext } from '../commands/command';
import { plainLabel } from '../plainLabel';
import { findNode } from '../tree/findNode';
import { isQueueNode } from '../tree/isQueueNode';
import { allTasks } from '../tree/tasksIn';
import { inform } from '../notices';

export interface TaskChoice {
  readonly title: string;
  readonly placeHolder: string;
  /** What is said when there is none to pick from. */
  readonly none: string;
  /** Those to pick from; the one at the cursor is taken without asking. */
  readonly isUsual: (task: TaskView) => boolean;
  /** Tasks that no queue has any more are to be picked from, too, as long as an attempt at them holds a slot. */
  readonly offersGone?: true;
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
  const tasks = allTasks(context.store.state.snapshot);
  const here = active && taskAt(context, active);
  const atCursor = tasks.find(({ key }) => key === here);
  if (atCursor !== undefined && choice.isUsual(atCursor)) return atCursor.key;
  return pick(context, tasks, choice);
}

function taskAt({ tree }: CommandContext, editor: vscode.TextEditor): string | undefined {
  const { document, selection } = editor;
  return findNode(tree.allNodes, document.uri.toString(), selection.active.line)?.key;
}

async function pick(
  { workers }: CommandContext,
  tasks: readonly TaskView[],
  { title, placeHolder, none, isUsual, offersGone }: TaskChoice,
): Promise<string | undefined> {
  const gone = offersGone === true ? workers.store.gone : [];
  const usual = tasks.filter(isUsual).map(({ id, title: words, status, ready, key, model }) => ({
    label: plainLabel(id),
    description: [ready ? 'ready' : status, ...(model === undefined ? [] : [model])].join(' · '),
    detail: plainLabel(words),
    key,
  }));
  const items = [
    ...usual,
    ...gone.map(({ taskId, goneKey, attemptId }) => ({
      label: plainLabel(taskId),
      description: 'no queue has the task any more',
      detail: plainLabel(attemptId),
      key: goneKey,
    })),
  ];
  if (items.length === 0) {
    void inform(none);
    return undefined;
  }
  const options = { title, placeHolder, matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.key;
}
