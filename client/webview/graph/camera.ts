/** Where one looks at the scene from: pan, zoom, fit, zoom to a node. Nothing of the graph is known here. */
import { listenToGestures } from './gestures';
import type { Rect } from './rect';

/** A point of the scene stands in the window at its place times `k` plus `x` and `y`. */
export interface Transform {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

const margin = 8;
/** What stays free around a node that is brought into view: for headings above, for the small map below. */
const side = 20;
const aboveNode = 34;
const belowNode = 130;
const closest = 2.5;
const farthest = 0.02;
/** The closest that *fit* goes: a queue of three tasks must not fill the screen. */
const fitLimit = 1.1;
const glideMs = 180;

export class Camera {
  readonly #svg: SVGSVGElement;
  readonly #onMove: () => void;
  #frame = 0;
  #transform: Transform = { k: 1, x: 0, y: 0 };

  /** `onMove` is called for every step of a move. */
  constructor(svg: SVGSVGElement, onMove: () => void) {
    this.#svg = svg;
    this.#onMove = onMove;
    listenToGestures(svg, {
      pan: (dx, dy) => {
        const { k, x, y } = this.#transform;
        this.set({ k, x: x + dx, y: y + dy });
      },
      zoom: (factor, x, y) => {
        this.set(this.#zoomed(factor, x, y));
      },
    });
  }

  get transform(): Transform {
    return this.#transform;
  }

  /** The part of the scene that can be seen. */
  get view(): Rect {
    const { k, x, y } = this.#transform;
    const { width, height } = this.#room;
    return { x: -x / k, y: -y / k, width: width / k, height: height / k };
  }

  /** About the middle of the window. */
  zoomBy(factor: number): void {
    const { width, height } = this.#room;
    this.#glide(this.#zoomed(factor, width / 2, height / 2));
  }

  /** Shows all of `bounds`, or at `least` zoom its beginning. */
  fit(bounds: Rect, { least = farthest, glides = true } = {}): void {
    const { width, height } = this.#room;
    if (width === 0 || height === 0 || bounds.width === 0 || bounds.height === 0) return;
    const whole = Math.min(
      (width - 2 * margin) / bounds.width,
      (height - 2 * margin) / bounds.height,
    );
    const k = within(Math.max(least, Math.min(fitLimit, whole)));
    const place = (from: number, size: number, room: number): number =>
      size * k <= room ? (room - size * k) / 2 - from * k : margin - from * k;
    const x = place(bounds.x, bounds.width, width);
    // A short picture hangs from the top, as text does.
    const y = Math.min(place(bounds.y, bounds.height, height), margin - bounds.y * k);
    if (glides) this.#glide({ k, x, y });
    else this.set({ k, x, y });
  }

  /** Brings a node into the middle, close enough to read it. */
  centre(box: Rect, least = 0.9): void {
    const { width, height } = this.#room;
    const k = Math.max(this.#transform.k, least);
    const x = width / 2 - (box.x + box.width / 2) * k;
    const y = height / 2 - (box.y + box.height / 2) * k;
    this.#glide({ k, x, y });
  }

  /** Moves as little as it takes to have all of a node in view; not at all when it is. */
  include(box: Rect): void {
    const { k, x, y } = this.#transform;
    const { width, height } = this.#room;
    const shift = (from: number, size: number, least: number, most: number): number =>
      from < least ? least - from : Math.min(0, most - from - size);
    const dx = shift(box.x * k + x, box.width * k, side, width - side);
    const foot = Math.min(belowNode, height / 4);
    const dy = shift(box.y * k + y, box.height * k, aboveNode, height - foot);
    if (dx !== 0 || dy !== 0) this.#glide({ k, x: x + dx, y: y + dy });
  }

  /** At once; a glide that is under way ends. */
  set(transform: Transform): void {
    cancelAnimationFrame(this.#frame);
    this.#apply(transform);
  }

  get #room(): { readonly width: number; readonly height: number } {
    return { width: this.#svg.clientWidth, height: this.#svg.clientHeight };
  }

  #zoomed(factor: number, atX: number, atY: number): Transform {
    const { k, x, y } = this.#transform;
    const to = within(k * factor);
    return { k: to, x: atX - ((atX - x) / k) * to, y: atY - ((atY - y) / k) * to };
  }

  #apply(transform: Transform): void {
    this.#transform = transform;
    this.#onMove();
  }

  #glide(to: Transform): void {
    cancelAnimationFrame(this.#frame);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#apply(to);
      return;
    }
    const from = this.#transform;
    const start = performance.now();
    const step = (now: number): void => {
      const t = Math.min(1, Math.max(0, (now - start) / glideMs));
      const eased = 1 - (1 - t) ** 3;
      const between = (a: number, b: number): number => a + (b - a) * eased;
      const [k, x, y] = [between(from.k, to.k), between(from.x, to.x), between(from.y, to.y)];
      this.#apply({ k, x, y });
      if (t < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }
}

function within(k: number): number {
  return Math.min(closest, Math.max(farthest, k));
}
