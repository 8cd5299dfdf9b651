/** The lines of any file that we know: a queue, or a file beside the queues. */
import type { QueueState } from '../../state';
import type { LineTable } from '../../text/lineTable';

/** Nothing for a file that was not read. */
export function fileLines(state: QueueState, uri: string): LineTable | undefined {
  return state.documents.get(uri)?.lines ?? state.runs.files.get(uri)?.lines;
}
