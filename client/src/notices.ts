/** Everything that is said in a notification or asked in a dialog goes through here: words stay words (`plainMessage`). */
import * as vscode from 'vscode';
import { plainMessage } from './plainMessage';

/** Says it in passing; resolves to the action that was picked, nothing when it was left. */
export function inform<Action extends string>(
  words: string,
  ...actions: readonly Action[]
): Thenable<Action | undefined> {
  return vscode.window.showInformationMessage(plainMessage(words), ...actions);
}

/** Says that something needs a person; resolves as `inform` does. */
export function warn<Action extends string>(
  words: string,
  ...actions: readonly Action[]
): Thenable<Action | undefined> {
  return vscode.window.showWarningMessage(plainMessage(words), ...actions);
}

/** Says that something went wrong. */
export function complain(words: string): void {
  void vscode.window.showErrorMessage(plainMessage(words));
}

/** Asks in a dialog that has to be answered; nothing when it was cancelled. Dialogs make no links. */
export function ask<Action extends string>(
  kind: 'information' | 'warning',
  question: string,
  detail: string,
  ...actions: readonly Action[]
): Thenable<Action | undefined> {
  const options = { modal: true, detail };
  return kind === 'information'
    ? vscode.window.showInformationMessage(question, options, ...actions)
    : vscode.window.showWarningMessage(question, options, ...actions);
}
