/** Which tasks one belongs to, and where that is said, as `inspect` prints it. */
import type { OutlineDeclaration } from '../core/index/outlineFacts';
import { parentReferenceOf } from '../core/index/parentReference';
import type { Task } from '../core/index/task';
import type { QueueState } from '../core/state';
import { howOf, targetsOf } from './resolutionView';

interface ParentView {
  /** The Parent field of the task, or a Sub-Tasks list that names it. */
  readonly from: 'field' | 'sub-tasks';
  /** As written there. */
  readonly text: string;
  readonly how: string;
  /** Ids of tasks; of a group with an id that one. */
  readonly to: readonly string[];
}

/** What its Parent field means, then each task whose Sub-Tasks list names it; never the task itself. */
export function parentViews(
  state: QueueState,
  task: Task,
  declaration: OutlineDeclaration | undefined,
): readonly ParentView[] {
  return [...fromField(state, task, declaration), ...fromLists(state, task)];
}

function fromField(
  state: QueueState,
  { uri }: Task,
  declaration: OutlineDeclaration | undefined,
): readonly ParentView[] {
  const found =
    declaration && parentReferenceOf(uri, declaration, (id) => state.index.resolve(uri, id));
  if (!found) return [];
  const { text, resolution } = found;
  // What stands below a group are the task and its siblings.
  const to =
    resolution.kind !== 'group'
      ? targetsOf(state, resolution)
      : resolution.how === 'group'
        ? [text]
        : [];
  return [{ from: 'field', text, how: howOf(resolution), to }];
}

function fromLists({ index }: QueueState, task: Task): readonly ParentView[] {
  return task.parents.flatMap((key) => {
    const parent = index.tasks.get(key);
    const outline = index.outlines.find(({ uri }) => uri === parent?.uri);
    const listed = (parent?.declarations ?? []).flatMap(
      (at) => outline?.declarations[at]?.subTasks ?? [],
    );
    const text = listed.find((id) => {
      const child = parent && index.resolve(parent.uri, id);
      return child?.kind === 'task' && child.target === task.key;
    });
    const how = text?.toLowerCase() === task.id.toLowerCase() ? 'exact' : 'short';
    return text === undefined || !parent ? [] : [{ from: 'sub-tasks', text, how, to: [parent.id] }];
  });
}
