/** The page as a whole: takes messages and actions, keeps the state, draws. */
import { nothing, render } from 'lit/html.js';
import type { GraphExportFormat, ToGraphPage } from '../../../server/src/protocol/graphMessages';
import { createActions, type Actions } from './actions';
import { detailsView } from './detailsView';
import { Drawer, type Drawing } from './drawing';
import { historyView, marksOf } from './historyView';
import type { Host } from './host';
import { LiveWords } from './liveWords';
import { Minimap } from './minimap';
import { noticesView } from './noticesView';
import { overlayView } from './overlayView';
import { emptyPage, fromKept, tabs, toKept, type PageState } from './pageState';
import { pageSkeleton, type PageParts } from './pageSkeleton';
import { readKeptState } from './readHostMessage';
import { loadExtras, type Extras } from './loadExtras';
import { revealed } from './revealed';
import { Scene } from './scene';
import { listenToScene } from './sceneEvents';
import { tableView, type TableWindow } from './tableView';
import { setAttribute } from './setAttribute';
import { TidyControl } from './tidyControl';
import { toolbarView } from './toolbarView';
import type { View } from './view';
import { waterfallView } from './waterfallView';

/** Where the page finds what it does not need at first. */
export interface PagePlaces {
  readonly extras: string;
  readonly elkWorker: string;
  readonly nonce: string;
}

export class GraphPage {
  state: PageState = emptyPage;
  readonly act: Actions = createActions(this);
  readonly scene: Scene;
  readonly #host: Host;
  readonly #drawer = new Drawer();
  readonly #pastDrawer = new Drawer();
  readonly #minimap: Minimap;
  readonly #words: LiveWords;
  readonly #places: PagePlaces;
  readonly #parts: PageParts;
  readonly #tidy: TidyControl;
  #zoom: { readonly k: number; readonly x: number; readonly y: number } | undefined;
  #hasPlace = false;
  #isWaiting = false;
  #tableTop: TableWindow = { top: 0, height: 800 };

  /** Fills `root`; the page says that it is ready when it is. */
  constructor(root: HTMLElement, host: Host, places: PagePlaces) {
    this.#host = host;
    this.#places = places;
    this.#parts = pageSkeleton(root);
    this.#words = new LiveWords(this.#parts.live);
    this.#tidy = new TidyControl(this, () => this.#extras(), places.elkWorker);
    this.scene = new Scene(this.#parts.scene, () => {
      this.#moved();
    });
    this.#minimap = new Minimap(this.#parts.minimap, this.scene.camera);
    listenToScene(this);
    new ResizeObserver(() => {
      this.#resized();
    }).observe(this.#parts.stage);
    const kept = readKeptState(host.kept);
    if (kept !== undefined) this.#take(kept);
    this.#draw();
  }

  get drawing(): Drawing | undefined {
    const { snapshot, tab, past } = this.state;
    if (tab === 'history' && past !== undefined)
      return this.#pastDrawer.draw({
        ...this.state,
        snapshot: past.snapshot,
        query: '',
        focus: undefined,
      });
    return snapshot && this.#drawer.draw({ ...this.state, snapshot }, this.#tidy.given);
  }

  get isReadOnly(): boolean {
    return this.state.tab === 'history';
  }

  /** A message that has been found to be one. */
  receive(message: ToGraphPage): void {
    switch (message.kind) {
      case 'snapshot': {
        const { snapshot, isStale, isTrusted } = message;
        const known = this.state.snapshot;
        const isOther = known?.queueUri !== snapshot.queueUri;
        // Another server counts from the beginning: an older revision is dropped only while the old one answers.
        const isOlder = !isOther && snapshot.revision < known.revision && !this.state.isStale;
        if (isOlder) return;
        const folded =
          this.state.folded ?? (known === undefined ? undefined : this.drawing?.folded);
        this.state = { ...this.state, snapshot, isStale, isTrusted, folded };
        performance.mark('graph-data');
        this.#draw();
        return;
      }
      case 'state':
        // What this very page kept is newer than what another one of the same queue left.
        if (readKeptState(this.#host.kept) === undefined) this.#take(message.state);
        return this.#draw();
      case 'reveal':
        return this.goTo(message.key, !message.isWanted);
      case 'queues':
        return this.change({ queues: message.queues });
      case 'refused':
        this.#words.say(message.why);
        return this.change({ notice: message.why });
      case 'history': {
        const { commits, note } = message;
        this.change({ commits, commitsNote: note ?? undefined });
        const last = commits.at(-1);
        if (last !== undefined && this.state.commit === undefined) this.act.goToCommit(last.commit);
        return;
      }
      case 'past': {
        const { commit, snapshot, change } = message;
        if (commit === this.state.commit) this.change({ past: { commit, snapshot, change } });
        return;
      }
    }
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
    const { drawing } = this;
    if (drawing === undefined) return;
    const { patch, shown, words } = revealed(drawing, this.state, key, isQuiet);
    this.state = { ...this.state, ...patch };
    this.#draw();
    const drawn = shown === undefined ? undefined : this.drawing?.nodes.get(shown);
    if (drawn !== undefined) {
      this.scene.camera.include(drawn.box);
      if (!isQuiet) this.#words.say(drawn.node.spoken);
      if (!isQuiet && this.state.selected !== undefined)
        this.post({ kind: 'selected', key: this.state.selected });
    } else if (words !== undefined) this.#words.say(words);
  }

  goToRow(key: string, top: number): void {
    const table = this.#parts.table.querySelector('.table');
    this.act.select(key);
    if (
      table !== null &&
      (top < table.scrollTop || top > table.scrollTop + table.clientHeight - 80)
    )
      table.scrollTop = Math.max(0, top - table.clientHeight / 2);
    this.#readTable();
    this.#draw();
    this.#parts.table.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
  }

  showMenuAt(key: string): void {
    const place = this.#parts.table.querySelector('tr[tabindex="0"]')?.getBoundingClientRect();
    this.act.show({ kind: 'menu', key, x: (place?.left ?? 0) + 40, y: place?.bottom ?? 0 });
  }

  zoom(to: 'in' | 'out' | 'fit' | 'node'): void {
    this.#draw();
    const { camera } = this.scene;
    const { selected } = this.state;
    const drawn = selected === undefined ? undefined : this.drawing?.nodes.get(selected);
    if (to === 'fit') this.scene.fit();
    else if (to === 'node') {
      if (drawn !== undefined) camera.centre(drawn.box);
    } else camera.zoomBy(to === 'in' ? 1.3 : 1 / 1.3);
  }

  tidy(): void {
    if (!this.isReadOnly) void this.#tidy.toggle();
  }

  exportAs(format: GraphExportFormat): void {
    const { drawing } = this;
    if (drawing === undefined) return;
    void this.#extras()
      .then(({ exportContent }) => exportContent(drawing, format))
      .then(
        (content) => {
          this.post({ kind: 'export', format, content });
        },
        (error: unknown) => {
          this.change({ notice: `The graph could not be exported: ${String(error)}` });
        },
      );
  }

  #extras(): Promise<Extras> {
    const { extras, nonce } = this.#places;
    return loadExtras(extras, nonce);
  }

  focusScene(): void {
    this.#draw();
    const table = this.#parts.table.querySelector<HTMLElement>('tr[tabindex="0"]');
    if (this.state.tab === 'table') table?.focus();
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

  #take(kept: Parameters<typeof fromKept>[1]): void {
    this.state = fromKept(this.state, kept);
    this.#zoom = kept.zoom;
  }

  #draw(): void {
    this.#isWaiting = false;
    const { drawing, state, act } = this;
    const { tab } = state;
    for (const name of tabs) {
      const panel = document.getElementById(`panel-${name}`);
      if (panel !== null) panel.hidden = name !== tab && !(name === 'graph' && tab === 'history');
    }
    this.#parts.wait.hidden = drawing !== undefined;
    if (drawing === undefined) {
      render(state.notice === undefined ? 'Reading the queue…' : state.notice, this.#parts.wait);
      return;
    }
    const view: View = { state, drawing, act };
    render(toolbarView(view), this.#parts.head);
    render(noticesView(view), this.#parts.notices);
    render(tab === 'history' ? historyView(view) : nothing, this.#parts.history);
    render(tab === 'history' ? nothing : detailsView(view), this.#parts.side);
    if (tab === 'graph' || tab === 'history') this.#drawScene(drawing);
    if (tab === 'table')
      render(
        tableView(view, this.#tableTop, () => {
          this.#scrolled();
        }),
        this.#parts.table,
      );
    if (tab === 'waterfall') render(waterfallView(view), this.#parts.waterfall);
    render(overlayView(view), this.#parts.over);
    if (state.snapshot !== undefined) this.#host.keep(toKept(state, this.#zoom));
  }

  #drawScene(drawing: Drawing): void {
    const { state } = this;
    const { selected, selectedEdge, showsWaves, showsCriticalPath, past, tab } = state;
    const marks =
      tab === 'history' && past !== undefined ? marksOf(past) : new Map<string, never>();
    this.scene.svg.classList.toggle('shows-critical', showsCriticalPath && tab === 'graph');
    const label = `Dependency graph of ${drawing.visible.queueName}`;
    setAttribute(this.scene.svg, 'aria-label', label);
    if (!this.#hasPlace && this.scene.svg.clientWidth > 0)
      this.#place(drawing, { selected, selectedEdge, showsWaves, marks });
    else this.scene.draw(drawing, { selected, selectedEdge, showsWaves, marks });
    this.#minimap.draw(drawing);
  }

  /** The first picture: where one was before, else from the beginning. */
  #place(drawing: Drawing, look: Parameters<Scene['draw']>[1]): void {
    this.#hasPlace = true;
    this.scene.draw(drawing, look, () => {
      if (this.#zoom === undefined) this.scene.fit({ isReadable: true, glides: false });
      else this.scene.camera.set(this.#zoom);
    });
  }

  #moved(): void {
    const { k, x, y } = this.scene.camera.transform;
    this.#zoom = { k, x, y };
    this.#minimap.frame();
    if (this.#hasPlace && this.state.snapshot !== undefined)
      this.#host.keep(toKept(this.state, this.#zoom));
  }

  #resized(): void {
    if (!this.#hasPlace) this.#draw();
    this.#minimap.frame();
  }

  #readTable(): void {
    const table = this.#parts.table.querySelector('.table');
    if (table !== null)
      this.#tableTop = { top: table.scrollTop, height: table.clientHeight || 800 };
  }

  #scrolled(): void {
    this.#readTable();
    this.change({});
  }
}
