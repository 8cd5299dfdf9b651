/** Changes on the graph: computed in the core for the texts as they are now, applied by the editor, one undo each. */
import type { Connection } from 'vscode-languageserver/node';
import { editContextOf } from '../core/edits/editContext';
import type { TaskKey } from '../core/model/taskKey';
import { statuses } from '../core/model/status';
import { steer, type SteerIntent } from '../core/steer/steer';
import type { GraphEditParams, GraphEditResult } from '../protocol/graphMessages';
import type { QueueSession } from '../session/queueSession';
import { normalUri } from '../workspace/uris';
import { toWorkspaceEdit } from './toWorkspaceEdit';

/** What was done, in a sentence; else why nothing was. */
export async function applyGraphEdit(
  connection: Connection,
  session: QueueSession,
  { queueUri, edit }: GraphEditParams,
): Promise<GraphEditResult> {
  const intent = toIntent(edit);
  if (intent === undefined)
    return refusal('That is no change this server knows. Reload the window.');
  const picture = await session.current();
  if (picture === undefined) return refusal('The queues could not be read.');
  const result = steer(editContextOf(picture.state), normalUri(queueUri), intent);
  if (result.kind === 'refused') return result;
  const { description, edits } = result;
  if (edits.length === 0)
    return { kind: 'applied', description: `${description}: it already is so.` };
  const changes = toWorkspaceEdit(picture, edits);
  if (changes === undefined) return refusal('The queue has gone meanwhile.');
  const { applied, failureReason } = await connection.workspace.applyEdit({
    label: description,
    edit: changes,
  });
  return applied
    ? { kind: 'applied', description: `${description}.` }
    : refusal(failureReason ?? 'The editor did not apply the change. Try again.');
}

function refusal(why: string): GraphEditResult {
  return { kind: 'refused', why };
}

/** The page is not to be trusted with the shape of what it sends. */
function toIntent(edit: unknown): SteerIntent | undefined {
  if (typeof edit !== 'object' || edit === null) return undefined;
  const given = edit as Readonly<Record<string, unknown>>;
  const text = (name: string): string => (typeof given[name] === 'string' ? given[name] : '');
  const key = (name: string): TaskKey => text(name) as TaskKey;
  switch (given.kind) {
    case 'addDependency':
      return { kind: given.kind, from: key('from'), to: key('to') };
    case 'removeDependency':
      return { kind: given.kind, from: key('from'), to: text('to') };
    case 'setStatus': {
      const status = statuses.find((known) => known === given.status);
      return status && { kind: given.kind, key: key('key'), status };
    }
    case 'addTaskAfter':
      return { kind: given.kind, key: key('key'), id: text('id'), title: text('title') };
    case 'moveToLane':
      return { kind: given.kind, key: key('key'), lane: text('lane') };
    default:
      return undefined;
  }
}
