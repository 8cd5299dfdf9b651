/** The small picture of everything: drawn with the large one, its frame with every move of the camera. */
import { render } from 'lit/html.js';
import type { Camera } from './camera';
import type { Drawing } from './drawing';
import { minimapFrame, minimapScale, minimapView } from './minimapView';

export class Minimap {
  readonly #svg: SVGSVGElement;
  readonly #camera: Camera;
  readonly #picture: SVGGElement;
  readonly #frame: SVGRectElement;
  #drawing: Drawing | undefined;

  constructor(svg: SVGSVGElement, camera: Camera) {
    this.#svg = svg;
    this.#camera = camera;
    this.#picture = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    this.#frame = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    this.#frame.setAttribute('class', 'frame');
    svg.append(this.#picture, this.#frame);
    const go = (event: PointerEvent): void => {
      this.#goTo(event);
    };
    svg.addEventListener('pointerdown', (event) => {
      svg.setPointerCapture(event.pointerId);
      go(event);
      svg.addEventListener('pointermove', go);
    });
    const stop = (): void => {
      svg.removeEventListener('pointermove', go);
    };
    svg.addEventListener('pointerup', stop);
    svg.addEventListener('pointercancel', stop);
  }

  draw(drawing: Drawing): void {
    if (drawing === this.#drawing) return;
    this.#drawing = drawing;
    render(minimapView(drawing), this.#picture);
    const { width, height } = drawing.layout;
    const scale = minimapScale(drawing.layout);
    this.#svg.setAttribute('width', String(Math.ceil(Math.max(40, width * scale))));
    this.#svg.setAttribute('height', String(Math.ceil(Math.max(24, height * scale))));
    this.frame();
  }

  /** Shows what is looked at; no map where everything is. */
  frame(): void {
    if (this.#drawing === undefined) return;
    const { layout } = this.#drawing;
    const { view } = this.#camera;
    const isAll =
      view.x <= 0 &&
      view.y <= 0 &&
      view.x + view.width >= layout.width &&
      view.y + view.height >= layout.height;
    this.#svg.classList.toggle('is-needless', isAll);
    const { x, y, width, height } = minimapFrame(view, layout);
    for (const [name, value] of Object.entries({ x, y, width, height }))
      this.#frame.setAttribute(name, String(Math.round(value)));
  }

  #goTo(event: PointerEvent): void {
    if (this.#drawing === undefined) return;
    const { left, top } = this.#svg.getBoundingClientRect();
    const scale = minimapScale(this.#drawing.layout);
    const { k } = this.#camera.transform;
    const { width, height } = this.#camera.view;
    const [x, y] = [(event.clientX - left) / scale, (event.clientY - top) / scale];
    this.#camera.set({ k, x: (width / 2 - x) * k, y: (height / 2 - y) * k });
  }
}
