/** All graphs that are open, one for each queue; they come back after a reload. */
import * as vscode from 'vscode';
import {
  graphClosedNotification,
  type GraphParams,
} from '../../../server/src/protocol/graphMessages';
import { GraphPanel, type GraphServices } from './graphPanel';
import { readUiState } from './readPageMessage';

const viewType = 'proactiveJobs.graph';

export class GraphPanels implements vscode.Disposable {
  readonly #services: GraphServices;
  readonly #panels = new Map<string, GraphPanel>();
  readonly #disposables: vscode.Disposable[];

  constructor(services: GraphServices) {
    this.#services = services;
    this.#disposables = [
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (panel, state: unknown) => {
          const queueUri = readUiState(state)?.queueUri;
          if (queueUri === undefined || this.#panels.has(queueUri)) panel.dispose();
          else this.#adopt(panel, queueUri);
          return Promise.resolve();
        },
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        // Only what a person does: not what we, or another tool, did to the selection.
        if (kind !== undefined && kind !== vscode.TextEditorSelectionChangeKind.Command)
          this.#follow(textEditor);
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined) this.#follow(editor);
      }),
    ];
  }

  /** Shows the graph of a queue, beside the text when that is what one looks at, and a task in it when one is given. */
  open(queueUri: string, key?: string): void {
    const known = this.#panels.get(queueUri);
    if (known !== undefined) {
      known.show(key);
      return;
    }
    const panel = vscode.window.createWebviewPanel(viewType, 'Graph', this.#column(), {
      enableScripts: true,
      enableFindWidget: false,
      retainContextWhenHidden: false,
    });
    const adopted = this.#adopt(panel, queueUri);
    if (key !== undefined) adopted.show(key);
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
    for (const panel of this.#panels.values()) panel.dispose();
  }

  /** Where another graph is, else beside the text that one looks at. */
  #column(): vscode.ViewColumn {
    for (const { column } of this.#panels.values()) if (column !== undefined) return column;
    const isInText = vscode.window.activeTextEditor !== undefined;
    return isInText ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
  }

  #adopt(panel: vscode.WebviewPanel, queueUri: string): GraphPanel {
    const adopted = new GraphPanel(panel, queueUri, this.#services, (uri) => {
      this.open(uri);
    });
    this.#panels.set(queueUri, adopted);
    panel.onDidDispose(() => {
      this.#panels.delete(queueUri);
      adopted.dispose();
      const params: GraphParams = { queueUri };
      void this.#services.client.notify(graphClosedNotification, params);
    });
    return adopted;
  }

  #follow({ document, selection }: vscode.TextEditor): void {
    const uri = document.uri.toString();
    for (const panel of this.#panels.values()) panel.follow(uri, selection.active.line);
  }
}
