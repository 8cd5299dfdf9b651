/** Changes a queue as graph, tree and palette ask for it: the server computes the edit and has it applied, one undo each. */
import {
  graphEditRequest,
  type GraphEdit,
  type GraphEditParams,
  type GraphEditResult,
} from '../../../server/src/protocol/graphMessages';
import type { QueueClient } from '../languageClient';
import { savingWhatWasClean } from '../savingWhatWasClean';
import { noAnswer } from '../noAnswer';

/** What the server says; a refusal carries the reason. A queue without unsaved changes is saved afterwards. */
export async function steerQueue(
  client: QueueClient,
  queueUri: string,
  edit: GraphEdit,
): Promise<GraphEditResult> {
  const params: GraphEditParams = { queueUri, edit };
  const result = await savingWhatWasClean([queueUri], () =>
    client.request<GraphEditResult>(graphEditRequest, params),
  );
  return result ?? { kind: 'refused', why: noAnswer };
}
