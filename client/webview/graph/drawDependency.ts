/** Drawing a dependency by hand, from one node to another. */
import { blocks } from './links';
import type { SceneGround } from './sceneGround';

/** From the handle of a node to another one: that one will wait for it. A ring is seen before it is asked for. */
export function drawDependency(page: SceneGround, down: PointerEvent, from: string): void {
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
