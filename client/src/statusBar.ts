/** The item in the status bar. */
import * as vscode from 'vscode';
import { commandIds } from '../../server/src/protocol/commandIds';
import type { Status } from './toStatus';
import { focusQueueView } from './tree/queueView';

export class StatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem(
    'proactiveJobs.status',
    vscode.StatusBarAlignment.Left,
    10,
  );

  constructor() {
    this.#item.name = 'Proactive Jobs';
  }

  /** Shows a status, or hides the item. */
  show(status: Status | undefined): void {
    if (status === undefined) {
      this.#item.hide();
      return;
    }
    this.#item.text = status.text;
    this.#item.tooltip = status.tooltip;
    this.#item.accessibilityInformation = { label: status.accessibilityLabel };
    this.#item.command = status.tone === 'fault' ? commandIds.showLog : focusQueueView;
    this.#item.backgroundColor = backgroundOf(status);
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}

function backgroundOf({ tone }: Status): vscode.ThemeColor | undefined {
  switch (tone) {
    case 'fault':
      return new vscode.ThemeColor('statusBarItem.errorBackground');
    case 'warning':
      return new vscode.ThemeColor('statusBarItem.warningBackground');
    case 'plain':
      return undefined;
  }
}
