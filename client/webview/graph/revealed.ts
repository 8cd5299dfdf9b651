/** What it takes to see a task: unfolding, or words about what hides it. Pure. */
import type { Drawing } from './drawing';
import { taskOf } from './links';
import { obstaclesTo, type Obstacle } from './obstacles';
import type { PageState } from './pageState';

export interface Revealed {
  readonly patch: Partial<PageState>;
  /** Key of the node that shows it; nothing when it cannot be seen. */
  readonly shown: string | undefined;
  readonly words: string | undefined;
}

/** For a task or a node. `isQuiet`: nobody asked for it here, so nothing is unfolded and nothing complained about. */
export function revealed(
  drawing: Drawing,
  state: Pick<PageState, 'tab' | 'focus'>,
  key: string,
  isQuiet: boolean,
): Revealed {
  const { visible, snapshot, folded } = drawing;
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
    if (first !== undefined) return revealed(drawing, state, first.key, isQuiet);
  }
  if (task === undefined) {
    const words = isQuiet ? undefined : 'There is no such task here.';
    return { patch: {}, shown: undefined, words };
  }
  const [obstacle] = obstaclesTo(key, drawing, state).filter(isHiding);
  const words = isQuiet || obstacle === undefined ? undefined : hiddenWords(task.id, obstacle);
  return { patch: { selected: key, selectedEdge: undefined }, shown: undefined, words };
}

/** What is dimmed or folded can be reached. */
function isHiding(obstacle: Obstacle): boolean {
  return obstacle.kind === 'filter' ? obstacle.isHidden : obstacle.kind === 'focus';
}

function hiddenWords(id: string, obstacle: Obstacle): string {
  return obstacle.kind === 'filter'
    ? obstacle.missed.sentence
    : `${id} is outside of the focus: ${obstacle.words}.`;
}
