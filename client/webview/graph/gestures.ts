/** Wheel, mouse and fingers as panning and zooming: the wheel pans, with Ctrl it zooms; two fingers pinch. */

export interface GestureTarget {
  /** Pixels of the window. */
  pan(dx: number, dy: number): void;
  /** About a point of the element. */
  zoom(factor: number, x: number, y: number): void;
}

/** A press that moves less is a click. */
const slack = 3;
const lineHeight = 16;

/** Listens for as long as the element lives. A drag that begins on a `.handle` is somebody else's. */
export function listenToGestures(element: SVGSVGElement, target: GestureTarget): void {
  listenToWheel(element, target);
  const pointers = new Map<number, { readonly x: number; readonly y: number }>();
  let hasMoved = false;
  element.addEventListener('pointerdown', (event) => {
    const isOnHandle = event.target instanceof Element && event.target.closest('.handle') !== null;
    if (event.button > 1 || isOnHandle) return;
    if (pointers.size === 0) hasMoved = false;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  element.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (before === undefined) return;
    const now = { x: event.clientX, y: event.clientY };
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    if (!hasMoved && Math.hypot(dx, dy) < slack) return;
    // Only now: a captured press would make every click one on the element itself.
    if (!hasMoved) element.setPointerCapture(event.pointerId);
    hasMoved = true;
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, now);
    if (other === undefined) {
      target.pan(dx, dy);
      return;
    }
    const { left, top } = element.getBoundingClientRect();
    const spread = (point: typeof now): number =>
      Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
    const middle = { x: (now.x + other.x) / 2 - left, y: (now.y + other.y) / 2 - top };
    target.pan(dx / 2, dy / 2);
    target.zoom(spread(now) / spread(before), middle.x, middle.y);
  });
  const lift = (event: PointerEvent): void => {
    pointers.delete(event.pointerId);
  };
  element.addEventListener('pointerup', lift);
  element.addEventListener('pointercancel', lift);
  // What ends a drag is no click.
  element.addEventListener(
    'click',
    (event) => {
      if (hasMoved) event.stopImmediatePropagation();
      hasMoved = false;
    },
    { capture: true },
  );
}

function listenToWheel(element: SVGSVGElement, target: GestureTarget): void {
  const turn = (event: WheelEvent): void => {
    event.preventDefault();
    const { deltaX, deltaY, deltaMode, shiftKey, ctrlKey, metaKey } = event;
    const step = deltaMode === WheelEvent.DOM_DELTA_LINE ? lineHeight : 1;
    if (ctrlKey || metaKey) {
      const { left, top } = element.getBoundingClientRect();
      // A pinch on a touchpad comes as a wheel with small steps, a mouse wheel with large ones.
      const turned = Math.max(-60, Math.min(60, deltaY * step));
      target.zoom(Math.exp(-turned / 180), event.clientX - left, event.clientY - top);
    } else if (shiftKey && deltaX === 0) target.pan(-deltaY * step, 0);
    else target.pan(-deltaX * step, -deltaY * step);
  };
  element.addEventListener('wheel', turn, { passive: false });
}
