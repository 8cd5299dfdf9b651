/** Has the server do something to an attempt or its task, and says what came of it. */
import * as vscode from 'vscode';
import {
  workerActionRequest,
  type WorkerAction,
  type WorkerActionParams,
  type WorkerActionResult,
} from '../../../server/src/protocol/workerMessages';
import type { CommandContext } from './command';
import { ask, warn } from '../notices';
import { noAnswer } from '../noAnswer';

/** The answer; troubles are said here unless `isQuiet`. */
export async function workerAction(
  { client }: CommandContext,
  key: string,
  action: WorkerAction,
  isQuiet = false,
): Promise<WorkerActionResult> {
  const params: WorkerActionParams = { key, action };
  const result: WorkerActionResult = (await client.request<WorkerActionResult>(
    workerActionRequest,
    params,
  )) ?? {
    kind: 'refused',
    why: noAnswer,
    remedy: 'Look at the log, or restart the server.',
  };
  if (!isQuiet) say(result);
  return result;
}

/** What was done goes to the status bar; what was not needs a person. */
export function say(result: WorkerActionResult): void {
  if (result.kind === 'done') vscode.window.setStatusBarMessage(result.said, 8_000);
  else void warn(`${result.why} ${result.remedy}`);
}

/** A question that must be answered before something is taken away. */
export async function sure(question: string, detail: string, yes: string): Promise<boolean> {
  return (await ask('warning', question, detail, yes)) === yes;
}
