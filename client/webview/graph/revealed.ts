/** What it takes to see a task: unfolding, or a word about what hides it. Pure. */
import type { Drawing } from './drawing';
import { taskOf } from './links';
import type { PageState } from './pageState';

export interface Revealed {
  readonly patch: Partial<PageState>;
  /** Key of the node that shows it; nothing when it cannot be seen. */
  readonly shown: string | undefined;
  readonly words: string | undefined;
}

/** For a task or a node. `isQuiet`: nobody asked for it here, so nothing is unfolded and nothing complained about. */
export function revealed(drawing: Drawing, key: string, isQuiet: boolean): Revealed {
  const { visible, snapshot, folded, answer } = drawing;
  if (drawing.nodes.has(key))
    return { patch: { selected: key, selectedEdge: undefined }, shown: key, words: undefined };
  const node = visible.nodeOf.get(key);
  if (node !== undefined && isQuiet)
    return { patch: { selected: node }, shown: node, words: undefined };
  if (node !== undefined) {
    const open = new Set(folded);
    const task = taskOf(snapshot, key);
    open.delete(task?.lane ?? '');
    for (let at = task; at?.parent !== undefined && open.delete(at.parent);)
      at = taskOf(snapshot, at.parent);
    return {
      patch: { folded: open, selected: key, selectedEdge: undefined },
      shown: key,
      words: undefined,
    };
  }
  const task = taskOf(snapshot, key);
  const lane = snapshot.lanes.find((each) => each.key === key);
  if (lane !== undefined) {
    const [first] = snapshot.tasks.filter((each) => each.lane === key);
    if (first !== undefined) return revealed(drawing, first.key, isQuiet);
  }
  if (task === undefined) return { patch: {}, shown: undefined, words: undefined };
  const isFiltered = answer?.matches.has(key) === false;
  const words = `${task.id} is hidden by the ${isFiltered ? 'filter' : 'focus'}.`;
  const remedy = isFiltered
    ? ({ label: 'Clear the filter', does: 'clearQuery' } as const)
    : ({ label: 'Show all', does: 'clearFocus' } as const);
  return { patch: { selected: key, notice: { text: words, remedy } }, shown: undefined, words };
}
