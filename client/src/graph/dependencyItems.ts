/** What a task waits for, as items to pick from. Pure: no editor. */
import type { GraphSnapshot } from '../../../server/src/protocol/graphSnapshot';
import { plainLabel } from '../plainLabel';

export interface DependencyItem {
  readonly label: string;
  readonly description: string;
  /** Key of the task, or of the lane, that is waited for. */
  readonly to: string;
}

/** Tasks by their ids, lanes by their titles; none when the task `key` waits for nothing. */
export function dependencyItems(
  { lanes, tasks, edges }: Pick<GraphSnapshot, 'lanes' | 'tasks' | 'edges'>,
  key: string,
): readonly DependencyItem[] {
  const names = new Map([
    ...lanes.map((lane) => [lane.key, lane.title] as const),
    ...tasks.map((task) => [task.key, task.id] as const),
  ]);
  return edges
    .filter(({ from, kind }) => from === key && kind !== 'parent')
    .map(({ to, fulfilment }) => ({
      label: plainLabel(names.get(to) ?? to),
      description: fulfilment,
      to,
    }));
}
