/** Mouse and keys on the scene: selecting, folding, menus, and drawing a dependency from one node to another. */
import { keyAction, type KeyAction } from './keyAction';
import { neighbour } from './neighbour';
import type { Actions } from './actions';
import type { Drawing } from './drawing';
import type { PageState } from './pageState';
import { blocks, taskOf } from './links';
import type { Scene } from './scene';

/** What the handlers need of the page. */
export interface SceneGround {
  readonly state: PageState;
  readonly drawing: Drawing | undefined;
  readonly act: Actions;
  readonly scene: Scene;
  /** A graph of the past cannot be changed. */
  readonly isReadOnly: boolean;
  say(words: string): void;
}

/** Listens to the scene's element for as long as the page lives. */
export function listenToScene(page: SceneGround): void {
  const { svg } = page.scene;
  svg.addEventListener('pointerdown', (event) => {
    svg.focus({ preventScroll: true });
    const handle = event.target instanceof Element ? event.target.closest('.handle') : null;
    const key = keyAt(event);
    if (handle !== null && key !== undefined && event.button === 0 && !page.isReadOnly)
      drawDependency(page, event, key);
  });
  svg.addEventListener('click', (event) => {
    click(page, event);
  });
  svg.addEventListener('dblclick', (event) => {
    const key = keyAt(event);
    if (key === undefined) return;
    if (taskOf(page.drawing?.snapshot ?? none, key) === undefined) page.act.toggleFold(key);
    else page.act.open(key, event.ctrlKey || event.metaKey);
  });
  svg.addEventListener('contextmenu', (event) => {
    const key = keyAt(event);
    event.preventDefault();
    if (key === undefined || page.isReadOnly) return;
    page.act.select(key);
    page.act.show({ kind: 'menu', key, x: event.clientX, y: event.clientY });
  });
  svg.addEventListener('keydown', (event) => {
    const action = keyAction(event);
    if (action === undefined) return;
    event.preventDefault();
    run(page, action);
  });
}

const none = { tasks: [], lanes: [], edges: [] } as unknown as Drawing['snapshot'];

function keyAt(event: Event): string | undefined {
  if (!(event.target instanceof Element)) return undefined;
  return event.target.closest('[data-key]')?.getAttribute('data-key') ?? undefined;
}

function click({ act, scene, isReadOnly }: SceneGround, event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : undefined;
  const lane = target?.closest('[data-lane]')?.getAttribute('data-lane') ?? undefined;
  const key = keyAt(event);
  if (lane !== undefined) act.toggleFold(lane);
  else if (key !== undefined && target?.closest('.chevron') !== null) act.toggleFold(key);
  else if (key !== undefined) act.select(key);
  else if (!isReadOnly) act.selectEdge(scene.edgeAt(event.clientX, event.clientY)?.key);
}

function run(page: SceneGround, action: KeyAction): void {
  const { state, drawing, act, scene, isReadOnly } = page;
  if (drawing === undefined) return;
  const key = state.selected;
  const task = taskOf(drawing.snapshot, key);
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
    case 'open':
    case 'menu':
    case 'focus':
    case 'addDependency':
    case 'setStatus':
    case 'addTask':
    case 'moveToLane':
    case 'spawn':
      break;
  }
  if (key === undefined) return page.say('No task is selected.');
  if (action.kind === 'menu') {
    const box = drawing.nodes.get(key)?.box;
    if (box === undefined || isReadOnly) return;
    const { k, x, y } = scene.camera.transform;
    const { left, top } = scene.svg.getBoundingClientRect();
    return act.show({
      kind: 'menu',
      key,
      x: left + box.x * k + x + 24,
      y: top + (box.y + box.height) * k + y,
    });
  }
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

const nowhere = {
  left: 'It waits for nothing.',
  right: 'Nothing waits for it.',
  up: 'This is the first of its column.',
  down: 'This is the last of its column.',
  first: 'There are no tasks.',
  last: 'There are no tasks.',
} as const;

/** From the handle of a node to another one: that one will wait for it. A ring is seen before it is asked for. */
function drawDependency(page: SceneGround, down: PointerEvent, from: string): void {
  const { scene, act } = page;
  const box = page.drawing?.nodes.get(from)?.box;
  if (box === undefined) return;
  down.preventDefault();
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('class', 'draft');
  line.setAttribute('marker-end', 'url(#arrow)');
  scene.svg.querySelector('.world')?.append(line);
  const [x, y] = [box.x + box.width, box.y + box.height / 2];
  let over: Element | null = null;
  const end = new AbortController();
  const { signal } = end;
  scene.svg.setPointerCapture(down.pointerId);
  scene.svg.addEventListener(
    'pointermove',
    (event) => {
      const to = scene.toWorld(event.clientX, event.clientY);
      const bend = Math.max(30, Math.abs(to.x - x) / 2);
      line.setAttribute('d', `M${x} ${y}C${x + bend} ${y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`);
      const node =
        document.elementFromPoint(event.clientX, event.clientY)?.closest('.node') ?? null;
      if (node !== over) {
        over?.classList.remove('is-target', 'is-refused');
        over = node;
        const key = node?.getAttribute('data-key');
        if (typeof key === 'string' && key !== from)
          node?.classList.add(wouldClose(page, key, from) ? 'is-refused' : 'is-target');
      }
    },
    { signal },
  );
  const finish = (event: PointerEvent): void => {
    end.abort();
    line.remove();
    over?.classList.remove('is-target', 'is-refused');
    const key = over?.getAttribute('data-key');
    if (event.type !== 'pointerup' || typeof key !== 'string' || key === from) return;
    act.edit({ kind: 'addDependency', from: key, to: from });
  };
  scene.svg.addEventListener('pointerup', finish, { signal });
  scene.svg.addEventListener('pointercancel', finish, { signal });
}

/** Whether `to` waits for `from` already, directly or not. */
function wouldClose({ drawing }: SceneGround, from: string, to: string): boolean {
  if (drawing === undefined) return false;
  const seen = new Set([from]);
  for (const key of seen) {
    if (key === to) return true;
    for (const link of blocks(drawing.snapshot, key)) seen.add(link.key);
  }
  return false;
}
