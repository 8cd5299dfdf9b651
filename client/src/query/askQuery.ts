/** Asks the server what a query finds. */
import {
  queryRequest,
  type QueryParams,
  type QueryResult,
} from '../../../server/src/protocol/queryMessages';
import type { QueueClient } from '../languageClient';

/** The answer, with what can be written at `caret` and `why` a task is not found; nothing when the server does not answer. */
export async function askQuery(
  client: QueueClient,
  text: string,
  more: Omit<QueryParams, 'text'> = {},
): Promise<QueryResult | undefined> {
  const params: QueryParams = { text, ...more };
  return client.request<QueryResult>(queryRequest, params);
}
