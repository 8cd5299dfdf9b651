/** What happens when a graph's page asks for something. */
import * as vscode from 'vscode';
import {
  graphHistoryRequest,
  graphPastRequest,
  type FromGraphPage,
  type GraphHistoryParams,
  type GraphHistoryResult,
  type GraphPastParams,
  type GraphPastResult,
  type GraphUiState,
  type ToGraphPage,
} from '../../../server/src/protocol/graphMessages';
import type { GraphTaskView } from '../../../server/src/protocol/graphSnapshot';
import type { QueueClient } from '../languageClient';
import { moveCursors } from './moveCursors';
import { openTaskText } from './openTaskText';
import { saveExport } from './saveExport';
import { spawnFromGraph } from './spawnFromGraph';
import { steerQueue } from './steerQueue';
import { noAnswer } from '../noAnswer';

/** The panel, as far as answers need it. */
export interface AnswerGround {
  readonly queueUri: string;
  readonly client: QueueClient;
  /** Where the view of each queue is kept: folds, zoom and the like. */
  readonly memory: vscode.Memento;
  readonly column: vscode.ViewColumn | undefined;
  /** The page listens: from now on it is sent what there is. */
  pageIsReady(): Promise<void>;
  /** A task of the graph that the page shows, which is what people look at from now on; nothing when it is gone. */
  look(key: string): GraphTaskView | undefined;
  showQueue(uri: string): void;
  post(message: ToGraphPage): void;
  /** Says on the page why something is not done; nothing when it is. */
  refuse(why: string | undefined): void;
}

const silent = `${noAnswer} "Proactive Jobs: Restart Server" may help.`;

/** Does what the page asks for and answers where there is an answer. Rejects with words that the page can show. */
export async function answerPage(panel: AnswerGround, message: FromGraphPage): Promise<void> {
  const { client, memory, queueUri } = panel;
  switch (message.kind) {
    case 'ready': {
      const state = memory.get<GraphUiState>(memoryKey(queueUri));
      panel.post({ kind: 'state', state: { version: 1, ...state, queueUri } });
      return panel.pageIsReady();
    }
    case 'uiState':
      await memory.update(memoryKey(queueUri), message.state);
      return;
    case 'openTask': {
      const task = panel.look(message.key);
      if (task === undefined) return panel.refuse('The queue has no such task any more.');
      return openTaskText(task, panel.column, message.toSide);
    }
    case 'selected': {
      const task = panel.look(message.key);
      if (task !== undefined) moveCursors(task);
      return;
    }
    case 'showQueue':
      return panel.showQueue(message.uri);
    case 'edit': {
      const result = await steerQueue(client, queueUri, message.edit);
      if (result.kind === 'refused') panel.refuse(result.why);
      return;
    }
    case 'spawn':
      return panel.refuse(await spawnFromGraph(message.keys));
    case 'askHistory': {
      const params: GraphHistoryParams = { queueUri, useGit: vscode.workspace.isTrusted };
      const history = await client.request<GraphHistoryResult>(graphHistoryRequest, params);
      if (history === undefined) return panel.refuse(silent);
      return panel.post({ kind: 'history', ...history });
    }
    case 'askPast': {
      const { commit } = message;
      const params: GraphPastParams = { queueUri, useGit: vscode.workspace.isTrusted, commit };
      const past = await client.request<GraphPastResult>(graphPastRequest, params);
      if (past === undefined) return panel.refuse('The queue cannot be read in that commit.');
      return panel.post({ kind: 'past', commit, ...past });
    }
    case 'export':
      return saveExport(queueUri, message.format, message.content);
  }
}

function memoryKey(queueUri: string): string {
  return `graph:${queueUri}`;
}
