/** Settling a disagreement in one of the two directions, as small edits. A worker's claim never becomes more than a claim. */
import type { EditContext } from '../edits/editContext';
import { setStatus } from '../edits/setStatus';
import { type EditResult, refused } from '../edits/textEdit';
import type { KnownStatus } from '../edits/fileStyle';
import { bucketOf, type Status } from '../model/status';
import type { TaskKey } from '../model/taskKey';
import { type Disagreement, disagreementsOf } from './disagreements';

/** `record`: the queue takes over the claim. `close`: the head of the progress file says what the queue says. */
export type Direction = 'record' | 'close';

/** What the queue would say after recording a claim: needs-validation at most, whatever the worker wrote. */
export function recordedStatus(claimed: Status): KnownStatus {
  if (bucketOf(claimed) === 'finished') return 'needs-validation';
  return claimed === 'unknown' ? 'in-progress' : claimed;
}

/** The edits of one choice; a refusal when the two agree by now, or when the text cannot say it. */
export function reconcile(context: EditContext, key: TaskKey, direction: Direction): EditResult {
  const { state } = context;
  const task = state.index.tasks.get(key);
  const document = task && state.documents.get(task.uri);
  const found = document && disagreementsOf(state, document).find((d) => d.key === key);
  if (!task || !found) return refused('The queue and the progress file agree by now.');
  if (direction === 'close') return closeFile(found);
  const status = recordedStatus(found.claim.value);
  return setStatus(context, { key, declaration: found.at, status, mirrors: true, slotLine: true });
}

/** Changes the words of the claim that is behind, and nothing else of the file. */
function closeFile({ declaration, file, claim, queue }: Disagreement): EditResult {
  const expected = file.file.text.slice(claim.span.start, claim.span.end);
  if (queue === 'unknown')
    return refused(`\`${declaration.id.value}\` has no status that the file could take over.`);
  return {
    kind: 'edits',
    description: `Let the progress file of ${declaration.id.value} say ${queue}`,
    edits: [{ uri: file.file.uri, span: claim.span, expected, newText: queue }],
  };
}
