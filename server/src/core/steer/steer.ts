/** What a person does on the graph, as small edits of the queue's text; or the reason why it cannot be done. */
import { addDependency } from '../edits/addDependency';
import { addTask } from '../edits/addTask';
import { contextAfter, type EditContext } from '../edits/editContext';
import type { KnownStatus } from '../edits/fileStyle';
import { type EditStep, inSequence } from '../edits/inSequence';
import { moveTask } from '../edits/moveTask';
import { setField } from '../edits/setField';
import { setStatus } from '../edits/setStatus';
import { type EditResult, type Edits, type Refusal, refused } from '../edits/textEdit';
import { idOf } from '../index/idOf';
import type { Task } from '../index/task';
import { idInKey, type TaskKey } from '../model/taskKey';
import { lanesOf } from '../plan/lanes';
import { dropWait } from './dropWait';

/** Lanes by their keys, as `plan/lanes.ts` makes them. */
export type SteerIntent =
  | { readonly kind: 'addDependency'; readonly from: TaskKey; readonly to: TaskKey }
  /** `to` may be the key of a lane: who waits for a whole phase no longer does. */
  | { readonly kind: 'removeDependency'; readonly from: TaskKey; readonly to: string }
  | { readonly kind: 'setStatus'; readonly key: TaskKey; readonly status: KnownStatus }
  /** A new task that waits for this one, right behind it. */
  | {
      readonly kind: 'addTaskAfter';
      readonly key: TaskKey;
      readonly id: string;
      readonly title: string;
    }
  | { readonly kind: 'moveToLane'; readonly key: TaskKey; readonly lane: string };

/** The edits of one change on the graph of the queue `uri`. Only tasks of that queue are changed. */
export function steer(context: EditContext, uri: string, intent: SteerIntent): EditResult {
  const key = 'key' in intent ? intent.key : intent.from;
  const task = ownTask(context, uri, key);
  if (task.kind === 'refused') return task;
  switch (intent.kind) {
    case 'addDependency':
      return addDependency(context, { key, on: intent.to });
    case 'removeDependency':
      return dropWait(context, uri, { from: key, to: intent.to });
    case 'setStatus':
      return setStatus(context, { key, status: intent.status, mirrors: true, slotLine: true });
    case 'addTaskAfter': {
      const id = intent.id.trim();
      const title = intent.title.trim();
      const fields = [{ key: 'dependencies' as const, value: task.task.id }];
      const named = { id, status: 'pending' as const, fields, ...(title === '' ? {} : { title }) };
      return addTask(context, { uri, task: named, place: { kind: 'after', key } });
    }
    case 'moveToLane':
      return moveToLane(context, uri, task.task, intent.lane);
  }
}

function ownTask(
  { state }: EditContext,
  uri: string,
  key: TaskKey,
): { readonly kind: 'found'; readonly task: Task } | Refusal {
  const task = state.index.tasks.get(key);
  if (!state.documents.has(uri)) return refused('The queue is no longer there.');
  if (!task) {
    const id = idInKey(key);
    return refused(`No task \`${id}\` is declared any more. The graph has been drawn again.`);
  }
  return task.uri === uri
    ? { kind: 'found', task }
    : refused(`\`${task.id}\` stands in another queue. Show the graph of that queue to change it.`);
}

/** Its section goes below the heading of the lane, and a Phase field follows. */
function moveToLane(context: EditContext, uri: string, task: Task, key: string): EditResult {
  const lane = lanesOf(context.state, uri).find((each) => each.key === key);
  if (!lane)
    return refused(
      key.startsWith(`${uri}\n`)
        ? 'That lane is no longer there.'
        : `\`${task.id}\` cannot be moved into another queue here. Move it by hand.`,
    );
  const { group } = lane;
  const document = context.state.documents.get(uri);
  const declaration = document?.declarations[task.deciding];
  const saysPhase = declaration?.fields.some((field) => field.key === 'phase') === true;
  if (group === undefined && !saysPhase)
    return refused(`"${lane.title}" has no heading that \`${task.id}\` could be moved below.`);
  const steps: EditStep[] = [];
  if (group !== undefined) steps.push((c) => moveTask(c, { key: task.key, group }));
  if (saysPhase)
    steps.push((c) => setField(c, { key: task.key, field: 'phase', value: lane.title }));
  const result = inSequence(context, `Move ${task.id} to ${lane.title}`, steps);
  return result.kind === 'refused' ? result : (newRing(context, uri, result) ?? result);
}

/** Who waits for a whole phase waits for what is moved into it, too. */
function newRing(context: EditContext, uri: string, { edits }: Edits): Refusal | undefined {
  const after = contextAfter(context, uri, edits);
  if ('kind' in after) return after;
  const known = new Set(context.state.graph.cycles.flatMap(({ members }) => members));
  const cycle = after.state.graph.cycles.find(({ members }) => members.some((m) => !known.has(m)));
  if (!cycle) return undefined;
  const ring = [...cycle.ring, ...cycle.ring.slice(0, 1)];
  const ids = ring.map((key) => idOf(after.state.index, key));
  return refused(
    `There, these would wait for each other and none could start: ${ids.join(' → ')}.`,
  );
}
