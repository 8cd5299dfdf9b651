/** Where the graph is drawn: the scene, the small map, and the place of the camera from page to page. */
import type { GraphUiState } from '../../../server/src/protocol/graphMessages';
import type { Drawing } from './drawing';
import { marksOf } from './historyView';
import { Minimap } from './minimap';
import type { PageParts } from './pageSkeleton';
import type { PageState } from './pageState';
import { Scene } from './scene';
import type { SceneLook } from './paintScene';
import type { Rect } from './rect';
import { setAttribute } from './setAttribute';

/** What the stage tells. */
interface StageListener {
  /** The camera has moved, in a picture that has its place. */
  readonly moved: () => void;
  /** The stage has a size for the first time: nothing could be placed before. */
  readonly resized: () => void;
}

export class Stage {
  readonly scene: Scene;
  readonly #minimap: Minimap;
  #zoom: GraphUiState['zoom'];
  #hasPlace = false;

  constructor(parts: PageParts, { moved, resized }: StageListener) {
    this.scene = new Scene(parts.scene, () => {
      const { k, x, y } = this.scene.camera.transform;
      this.#zoom = { k, x, y };
      this.#minimap.frame();
      if (this.#hasPlace) moved();
    });
    this.#minimap = new Minimap(parts.minimap, this.scene.camera);
    new ResizeObserver(() => {
      if (!this.#hasPlace) resized();
      this.#minimap.frame();
    }).observe(parts.stage);
  }

  /** Where the camera is or will be, to be kept; undefined before anything has been drawn. */
  get zoom(): GraphUiState['zoom'] {
    return this.#zoom;
  }

  /** Where the first picture will be looked at from. */
  restore(zoom: GraphUiState['zoom']): void {
    this.#zoom = zoom;
  }

  /** Moves the camera; to the selected node when there is one. */
  goTo(to: 'in' | 'out' | 'fit' | 'node', selected: Rect | undefined): void {
    const { camera } = this.scene;
    if (to === 'fit') this.scene.fit();
    else if (to !== 'node') camera.zoomBy(to === 'in' ? 1.3 : 1 / 1.3);
    else if (selected !== undefined) camera.centre(selected);
  }

  /** Draws the graph, or that of a commit. */
  draw(drawing: Drawing, state: PageState): void {
    const { selected, selectedEdge, showsWaves, showsCriticalPath, past, tab } = state;
    const { svg } = this.scene;
    const marks =
      tab === 'history' && past !== undefined ? marksOf(past) : new Map<string, never>();
    svg.classList.toggle('shows-critical', showsCriticalPath && tab === 'graph');
    setAttribute(svg, 'aria-label', `Dependency graph of ${drawing.visible.queueName}`);
    const look = { selected, selectedEdge, showsWaves, marks };
    if (!this.#hasPlace && svg.clientWidth > 0) this.#place(drawing, look);
    else this.scene.draw(drawing, look);
    this.#minimap.draw(drawing);
  }

  /** The first picture: where one was before, else where the work is; who has chosen a task is led there besides. */
  #place(drawing: Drawing, look: SceneLook): void {
    this.#hasPlace = true;
    this.scene.draw(drawing, look, () => {
      if (this.#zoom !== undefined) this.scene.camera.set(this.#zoom);
      else if (look.selected === undefined) this.scene.open();
      else this.scene.fit({ isReadable: true, glides: false });
    });
  }
}
