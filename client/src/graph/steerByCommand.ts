/** Applies what a command asks for and says how it went: a refusal with its reason, a change in passing. */
import * as vscode from 'vscode';
import type { GraphEdit } from '../../../server/src/protocol/graphMessages';
import type { QueueClient } from '../languageClient';
import { steerQueue } from './steerQueue';
import { warn } from '../notices';

const shownMs = 5_000;

/** Resolves once the change is made and said, or refused and said. */
export async function steerByCommand(
  client: QueueClient,
  queueUri: string,
  edit: GraphEdit,
): Promise<void> {
  const result = await steerQueue(client, queueUri, edit);
  if (result.kind === 'refused') void warn(result.why);
  else vscode.window.setStatusBarMessage(result.description, shownMs);
}
