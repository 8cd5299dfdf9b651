/** Does what a key on the scene asks for, or says why it cannot be done. */
import type { Drawing } from './drawing';
import type { KeyAction, TaskKeyAction } from './keyAction';
import { taskOf } from './links';
import { neighbour } from './neighbour';
import type { SceneGround } from './sceneGround';

/** Nothing happens before there is a drawing; what cannot be done is announced, never thrown. */
export function runKeyAction(page: SceneGround, action: KeyAction): void {
  const { state, drawing, act, isReadOnly } = page;
  if (drawing === undefined) return;
  const key = state.selected;
  switch (action.kind) {
    case 'move': {
      const next = neighbour(drawing.visible, drawing.layout, key, action.to);
      if (next === undefined) page.say(nowhere[action.to]);
      else act.goTo(next);
      return;
    }
    case 'find':
      return act.find();
    case 'criticalPath':
      return act.toggleCriticalPath();
    case 'waves':
      return act.toggleWaves();
    case 'help':
      return act.show({ kind: 'help' });
    case 'back':
      return act.back();
    case 'nextNeedingYou':
      return act.nextNeedingYou();
    case 'tidy':
      return act.tidy();
    case 'zoom':
      return act.zoom(action.to);
    case 'fold': {
      const node = key === undefined ? undefined : drawing.nodes.get(key)?.node;
      if (node === undefined) return;
      const canFold = node.kind !== 'task' || node.canFold;
      return act.toggleFold(canFold ? node.key : node.lane);
    }
    case 'delete': {
      const edge = drawing.visible.edges.find((each) => each.key === state.selectedEdge);
      if (edge === undefined || isReadOnly)
        return page.say('No line is selected. Click one, or use the list beside the picture.');
      if (edge.kind !== 'dependency') return page.say('This line stands for no single dependency.');
      return act.edit({ kind: 'removeDependency', from: edge.from, to: edge.to });
    }
    case 'menu':
      return key === undefined ? page.say(noTask) : showMenu(page, drawing, key);
    case 'open':
    case 'focus':
    case 'addDependency':
    case 'setStatus':
    case 'addTask':
    case 'moveToLane':
    case 'spawn':
      return key === undefined ? page.say(noTask) : runTaskAction(page, drawing, key, action);
  }
}

function showMenu({ act, scene, isReadOnly }: SceneGround, drawing: Drawing, key: string): void {
  const box = drawing.nodes.get(key)?.box;
  if (box === undefined || isReadOnly) return;
  const { k, x, y } = scene.camera.transform;
  const { left, top } = scene.svg.getBoundingClientRect();
  act.show({
    kind: 'menu',
    key,
    x: left + box.x * k + x + 24,
    y: top + (box.y + box.height) * k + y,
  });
}

/** What a key does to the task that is selected; a group is opened, and of a task elsewhere or in the past nothing is changed. */
function runTaskAction(
  page: SceneGround,
  drawing: Drawing,
  key: string,
  action: TaskKeyAction,
): void {
  const { state, act, isReadOnly } = page;
  const task = taskOf(drawing.snapshot, key);
  if (task === undefined) {
    if (action.kind === 'open') act.toggleFold(key);
    return;
  }
  if (action.kind === 'open') return act.open(key, action.toSide);
  if (action.kind === 'focus')
    return state.focus?.key === key ? act.clearFocus() : act.focusOn(key);
  if (isReadOnly) return page.say('This is the past: it cannot be changed.');
  if (task.isForeign) return page.say('This task stands in another queue.');
  if (action.kind === 'spawn')
    return task.ready
      ? act.spawn([key])
      : page.say(`${task.id} cannot start: ${task.notReady.join(' ') || 'it is not pending.'}`);
  if (action.kind === 'addDependency')
    return act.show({ kind: 'addDependency', key, filter: '', at: 0 });
  act.show({ kind: action.kind, key });
}

const noTask = 'No task is selected.';

const nowhere = {
  left: 'It waits for nothing.',
  right: 'Nothing waits for it.',
  up: 'This is the first of its column.',
  down: 'This is the last of its column.',
  first: 'There are no tasks.',
  last: 'There are no tasks.',
} as const;
