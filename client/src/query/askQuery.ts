/** Asks the server what a query finds. */
import {
  queryRequest,
  type QueryParams,
  type QueryResult,
} from '../../../server/src/protocol/queryMessages';
import type { QueueClient } from '../languageClient';

/** The answer, with what can be written at `caret` where that is given; nothing when the server does not answer. */
export async function askQuery(
  client: QueueClient,
  text: string,
  caret?: number,
): Promise<QueryResult | undefined> {
  const params: QueryParams = { text, ...(caret === undefined ? {} : { caret }) };
  return client.request<QueryResult>(queryRequest, params);
}
