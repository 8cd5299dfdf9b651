/** orphan-progress: fresh work on a task that no queue knows. Was it lost in a rewrite? */
import { isClosed } from '../../model/status';
import { defineRule } from '../rule';
import { quote } from '../support/quote';

/** Older files are history: queues are rewritten and archived all the time. */
const fresh = 24 * 3_600_000;

export const orphanProgress = defineRule({
  code: 'orphan-progress',
  severity: 'information',
  *checkFile(state, file) {
    const found = state.runs.progressByUri.get(file.uri);
    if (found?.match.kind !== 'orphan' || found.isArchived || state.documents.size === 0) return;
    const { status, head } = found.progress;
    // A file that claims nothing may be finished as well as begun.
    if (!status || isClosed(status.value) || (head && isClosed(head.value))) return;
    if (state.runs.sameFileTimes || state.now - file.modifiedAt > fresh) return;
    yield {
      span: { start: 0, end: /[\r\n]/.exec(file.text)?.index ?? file.text.length },
      message: `No queue declares ${quote(found.match.id)}, and its file says ${status.value}. Add the task, restore it if it was lost, or move this file to an archive folder.`,
    };
  },
});
