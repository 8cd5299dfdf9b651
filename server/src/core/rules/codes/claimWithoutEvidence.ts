/** claim-without-evidence: work is said to be finished, and nothing shows it: no file, no commit, no output. */
import { idOf } from '../../index/idOf';
import { bucketOf, isDone } from '../../model/status';
import { defineRule } from '../rule';
import { quote } from '../support/quote';

export const claimWithoutEvidence = defineRule({
  code: 'claim-without-evidence',
  severity: 'warning',
  *checkFile(state, file) {
    const found = state.runs.progressByUri.get(file.uri);
    if (found?.match.kind !== 'task' || !found.match.trusted || found.isArchived) return;
    const { evidence, status } = found.progress;
    const task = state.index.tasks.get(found.match.key);
    if (!task || evidence.hasOutput || evidence.claims.length > 0) return;
    // An accepted task is past asking; a manager's file tells of others.
    if (isDone(task.status) || task.isManager || bucketOf(task.status) === 'dropped') return;
    // Of several files of a task the first counts; another may hold the evidence.
    if (state.runs.progressOf.get(task.key)?.[0]?.file.uri !== file.uri) return;
    const claims = status !== undefined && bucketOf(status.value) === 'finished';
    if (!claims && task.status !== 'needs-validation') return;
    const firstLine = /[\r\n]/.exec(file.text)?.index ?? file.text.length;
    yield {
      span: claims ? status.span : { start: 0, end: firstLine },
      message: `${quote(idOf(state.index, task.key))} is said to be finished, but nothing here shows it: no file, no commit, no output of a command. Add what was made and how it was checked.`,
    };
  },
});
