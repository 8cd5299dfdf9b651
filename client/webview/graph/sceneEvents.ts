/** Mouse and keys on the scene: selecting, folding, menus, and what becomes of keys and drags. */
import { drawDependency } from './drawDependency';
import type { Drawing } from './drawing';
import { keyAction } from './keyAction';
import { taskOf } from './links';
import { runKeyAction } from './runKeyAction';
import type { SceneGround } from './sceneGround';

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
    runKeyAction(page, action);
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
