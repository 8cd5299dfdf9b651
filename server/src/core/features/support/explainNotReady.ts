/** Why a task cannot start, in a sentence a person would say. */
import { gapFact } from '../../graph/gapFact';
import { idOf } from '../../index/idOf';
import type { TaskKey } from '../../model/taskKey';
import type { NotReadyReason } from '../../schedule/scheduleModel';
import type { QueueState } from '../../state';

/** Plain text; nothing for a task that is ready, running, closed or unknown. */
export function explainNotReady(state: QueueState, key: TaskKey): string | undefined {
  const said = reasonsOf(state, key);
  return said.length === 0 ? undefined : asSentence(said.join('; '));
}

/** A sentence for each reason; none for a task that is ready, running, closed or unknown. */
export function sentencesNotReady(state: QueueState, key: TaskKey): readonly string[] {
  return reasonsOf(state, key).map(asSentence);
}

function reasonsOf(state: QueueState, key: TaskKey): readonly string[] {
  const task = state.index.tasks.get(key);
  const reasons = task && state.schedule.byQueue.get(task.uri)?.notReady.get(key);
  if (!task || !reasons) return [];
  return reasons
    .map((reason) => sentence(state, reason, task.status))
    .filter((text) => text !== '');
}

function asSentence(text: string): string {
  return `${text}.`.replace(/^./, (c) => c.toUpperCase());
}

function sentence(state: QueueState, reason: NotReadyReason, status: string): string {
  const id = (key: TaskKey) => idOf(state.index, key);
  const withStatus = (key: TaskKey) =>
    `${id(key)} (${state.index.tasks.get(key)?.status ?? 'unknown'})`;
  switch (reason.kind) {
    case 'status':
      return statusWords(status);
    case 'manager':
      return 'it coordinates other tasks and takes no worker itself';
    case 'waits-for':
      return reason.soft
        ? `it waits for the validation of ${few(reason.tasks, id)}`
        : waitsFor(state, reason.tasks, withStatus);
    case 'waits-for-one': {
      const named = reason.references.join(' or ');
      return reason.soft
        ? `it waits for the validation of ${named}`
        : `it waits for ${named}: one of them is enough`;
    }
    case 'unresolved':
      return `it waits for "${reason.reference}", which no queue declares`;
    case 'ambiguous':
      return `it waits for "${reason.reference}", which fits several tasks`;
    case 'free-text':
      return `it waits for "${reason.text}", which is not a task`;
    case 'gap':
      return `it waits for "${reason.reference}", and nobody can tell whether that is done: ${gapFact(reason.gap)}`;
    case 'cycle':
      return `it stands in a ring: ${[...reason.ring, ...reason.ring.slice(0, 1)].map(id).join(' → ')}`;
  }
}

/** What is dropped never gets done, so the wait ends only when somebody decides about it. */
function waitsFor(
  state: QueueState,
  tasks: readonly TaskKey[],
  say: (key: TaskKey) => string,
): string {
  const isDropped = (key: TaskKey): boolean => state.index.tasks.get(key)?.status === 'cancelled';
  const [dropped, open] = [tasks.filter(isDropped), tasks.filter((key) => !isDropped(key))];
  const [are, them] = dropped.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return [
    ...(open.length > 0 ? [`it waits for ${few(open, say)}`] : []),
    ...(dropped.length > 0
      ? [
          `it waits for ${few(dropped, say)}, which ${are} dropped: reopen ${them}, or take ${them} out of what is waited for`,
        ]
      : []),
  ].join('; ');
}

function statusWords(status: string): string {
  switch (status) {
    case 'unknown':
      return 'its status is not known';
    case 'failed':
      return 'it has failed';
    case 'needs-validation':
      return 'it needs validation';
    default:
      return `it is ${status}`;
  }
}

function few(keys: readonly TaskKey[], say: (key: TaskKey) => string): string {
  const shown = keys.length > 4 ? keys.slice(0, 3).map(say) : keys.map(say);
  if (keys.length > 4) shown.push(`${keys.length - 3} more`);
  return shown.length < 2
    ? (shown[0] ?? '')
    : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
