/** The context menu of a node: what tree and palette offer, too. */
import type { GraphTaskView } from '../../../server/src/protocol/graphSnapshot';
import type { MenuEntry } from './listMenu';
import type { View } from './view';

/** Entries for the node of that key; a folded phase has no task. */
export function taskMenu(
  { act, drawing, state }: View,
  key: string,
  task: GraphTaskView | undefined,
): readonly MenuEntry[] {
  const node = drawing.nodes.get(key)?.node;
  const isFold = node !== undefined && node.kind !== 'task';
  const canFold = isFold || (node?.kind === 'task' && node.canFold);
  const fold: MenuEntry = {
    label: isFold ? 'Unfold' : 'Fold',
    detail: 'f',
    run: () => {
      act.show(undefined);
      act.toggleFold(key);
    },
  };
  if (task === undefined) return [fold];
  const foldLane: MenuEntry = {
    label: 'Fold its phase',
    detail: 'f',
    run: () => {
      act.show(undefined);
      act.toggleFold(task.lane);
    },
  };
  const entries: MenuEntry[] = [
    {
      label: 'Open',
      detail: 'o',
      run: () => {
        act.show(undefined);
        act.open(key, false);
      },
    },
    {
      label: 'Open to the Side',
      detail: 'Ctrl+Enter',
      run: () => {
        act.show(undefined);
        act.open(key, true);
      },
    },
    {
      label: 'Focus',
      detail: 'x',
      run: () => {
        act.show(undefined);
        act.focusOn(key);
      },
    },
    canFold ? fold : foldLane,
  ];
  if (task.isForeign) return entries;
  return [
    ...entries,
    {
      label: 'Set Status…',
      detail: 'e',
      run: () => {
        act.show({ kind: 'setStatus', key });
      },
    },
    {
      label: 'Add Dependency…',
      detail: 'd',
      run: () => {
        act.show({ kind: 'addDependency', key, filter: '', at: 0 });
      },
    },
    {
      label: 'Add Task After…',
      detail: 'a',
      run: () => {
        act.show({ kind: 'addTask', key });
      },
    },
    {
      label: 'Move to Phase…',
      detail: 'm',
      run: () => {
        act.show({ kind: 'moveToLane', key });
      },
    },
    {
      label: 'Spawn Worker',
      detail: 's',
      isDisabled: !task.ready || !state.isTrusted,
      run: () => {
        act.spawn([key]);
      },
    },
  ];
}
