/** The page as a whole: takes messages and actions, keeps the state, has it drawn. */
import type { GraphExportFormat, ToGraphPage } from '../../../server/src/protocol/graphMessages';
import type { Actions } from './actions';
import { createActions } from './createActions';
import type { Drawing } from './drawing';
import { drawPanels, drawWait, showPanel } from './drawPanels';
import { goToTask } from './goToTask';
import type { Host } from './host';
import { LiveWords } from './liveWords';
import type { Extras } from './loadExtras';
import { PageDrawer } from './pageDrawer';
import { pageSkeleton, type PageParts } from './pageSkeleton';
import { emptyPage, fromKept, toKept, type PageState } from './pageState';
import { readKeptState } from './readHostMessage';
import { receiveMessage, type Consequence } from './receiveMessage';
import type { Scene } from './scene';
import { listenToScene } from './sceneEvents';
import { sendExport } from './sendExport';
import { Stage } from './stage';
import { TableScroll } from './tableScroll';
import { TidyControl } from './tidyControl';

/** Where the page finds what it does not need at first. */
export interface PagePlaces {
  readonly extras: () => Promise<Extras>;
  /** Address of the layout engine's worker. */
  readonly elkWorker: string;
}

export class GraphPage {
  state: PageState = emptyPage;
  readonly act: Actions = createActions(this);
  readonly #host: Host;
  readonly #drawer = new PageDrawer();
  readonly #words: LiveWords;
  readonly #places: PagePlaces;
  readonly #parts: PageParts;
  readonly #stage: Stage;
  readonly #table: TableScroll;
  readonly #tidy: TidyControl;
  #isWaiting = false;

  /** Fills `root`; the page says that it is ready when it is. */
  constructor(root: HTMLElement, host: Host, places: PagePlaces) {
    this.#host = host;
    this.#places = places;
    this.#parts = pageSkeleton(root);
    this.#words = new LiveWords(this.#parts.live);
    this.#table = new TableScroll(this.#parts.table);
    this.#tidy = new TidyControl(this, places.extras, places.elkWorker);
    this.#stage = new Stage(this.#parts, {
      moved: () => {
        this.#keep();
      },
      resized: () => {
        this.#draw();
      },
    });
    listenToScene(this);
    const kept = readKeptState(host.kept);
    if (kept !== undefined) {
      this.state = fromKept(this.state, kept);
      this.#stage.restore(kept.zoom);
    }
    this.#draw();
  }

  get scene(): Scene {
    return this.#stage.scene;
  }

  get drawing(): Drawing | undefined {
    return this.#drawer.draw(this.state, this.#tidy.given);
  }

  get isReadOnly(): boolean {
    return this.state.tab === 'history';
  }

  /** A message that has been found to be one. */
  receive(message: ToGraphPage): void {
    if (message.kind === 'snapshot') performance.mark('graph-data');
    const { state, then } = receiveMessage(this.state, message, {
      folded: this.drawing?.folded,
      hasKept: readKeptState(this.#host.kept) !== undefined,
    });
    if (state !== this.state) this.change(state);
    for (const each of then) this.#follow(each);
  }

  /** Changes the state; drawn once for all changes of a moment. */
  change(patch: Partial<PageState>): void {
    this.state = { ...this.state, ...patch };
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    queueMicrotask(() => {
      if (this.#isWaiting) this.#draw();
    });
  }

  /** Changes the state and draws it at once. */
  changeNow(patch: Partial<PageState>): void {
    this.state = { ...this.state, ...patch };
    this.#draw();
  }

  post(message: Parameters<Host['post']>[0]): void {
    this.#host.post(message);
  }

  say(words: string): void {
    this.#words.say(words);
  }

  /** Selects a task and brings it into view, unfolding what hides it; `isQuiet` when the cursor in the text leads. */
  goTo(key: string, isQuiet = false): void {
    goToTask(this, key, isQuiet);
  }

  goToRow(key: string, top: number): void {
    this.act.select(key);
    this.#table.include(top);
    this.#draw();
    this.#table.activeRow?.focus();
  }

  showMenuAt(key: string): void {
    const place = this.#table.activeRow?.getBoundingClientRect();
    this.act.show({ kind: 'menu', key, x: (place?.left ?? 0) + 40, y: place?.bottom ?? 0 });
  }

  zoom(to: 'in' | 'out' | 'fit' | 'node'): void {
    this.#draw();
    const { selected } = this.state;
    const drawn = selected === undefined ? undefined : this.drawing?.nodes.get(selected);
    this.#stage.goTo(to, drawn?.box);
  }

  tidy(): void {
    if (!this.isReadOnly) void this.#tidy.toggle();
  }

  exportAs(format: GraphExportFormat): void {
    void sendExport(this, format, this.#places.extras);
  }

  focusScene(): void {
    this.#draw();
    if (this.state.tab === 'table') this.#table.activeRow?.focus();
    else this.scene.svg.focus({ preventScroll: true });
  }

  focusQuery(): void {
    const field = this.#parts.head.querySelector<HTMLInputElement>('#query');
    field?.focus();
    field?.select();
  }

  /** Colours and fonts are others now; most of it is the style sheet's affair. */
  themeChanged(): void {
    this.#draw();
  }

  #follow(consequence: Consequence): void {
    switch (consequence.kind) {
      case 'drawNow':
        return this.#draw();
      case 'say':
        return this.say(consequence.words);
      case 'goTo':
        return this.goTo(consequence.key, consequence.isQuiet);
      case 'askHistory':
        return this.post({ kind: 'askHistory' });
      case 'askPast':
        return this.post({ kind: 'askPast', commit: consequence.commit });
      case 'restoreZoom':
        return this.#stage.restore(consequence.zoom);
    }
  }

  #draw(): void {
    this.#isWaiting = false;
    const { drawing, state, act } = this;
    const { tab } = state;
    showPanel(tab);
    drawWait(this.#parts, state, drawing === undefined);
    if (drawing === undefined) return;
    drawPanels(this.#parts, { state, drawing, act }, this.#table.window, () => {
      this.#table.read();
      this.change({});
    });
    if (tab === 'graph' || tab === 'history') this.#stage.draw(drawing, state);
    this.#keep();
  }

  #keep(): void {
    if (this.state.snapshot !== undefined) this.#host.keep(toKept(this.state, this.#stage.zoom));
  }
}
