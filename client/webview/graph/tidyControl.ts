/** *Tidy* as a switch: asks for the layout, drops it when the graph has changed meanwhile, goes back to the lanes. */
import type { Drawing, GivenLayout } from './drawing';
import type { Extras } from './loadExtras';
import type { PageState } from './pageState';
import type { Scene } from './scene';
import { structureOf } from './structureOf';
import type { TidyResult } from './tidyWorker';

/** What it needs of the page. */
interface TidyGround {
  readonly state: PageState;
  readonly drawing: Drawing | undefined;
  readonly scene: Scene;
  /** Changes the state and draws it at once. */
  changeNow(patch: Partial<PageState>): void;
}

export class TidyControl {
  readonly #page: TidyGround;
  readonly #extras: () => Promise<Extras>;
  readonly #elkWorker: string;
  #worker: InstanceType<Extras['TidyWorker']> | undefined;
  /** Counts switches; what was asked for before the last one is no longer wanted. */
  #turn = 0;
  /** The tidy layout that is shown while it fits. */
  given: GivenLayout | undefined;

  constructor(page: TidyGround, extras: () => Promise<Extras>, elkWorker: string) {
    this.#page = page;
    this.#extras = extras;
    this.#elkWorker = elkWorker;
  }

  /** Tidies; or ends it, when it is on or under way. */
  async toggle(): Promise<void> {
    const page = this.#page;
    const { drawing } = page;
    if (drawing === undefined) return;
    const turn = ++this.#turn;
    if (drawing.isTidy || page.state.tidy === 'working') {
      this.#worker?.cancel();
      this.given = undefined;
      page.changeNow({ tidy: 'off' });
      return;
    }
    page.changeNow({ tidy: 'working' });
    const result = await this.#layout(drawing, () => turn === this.#turn);
    if (turn !== this.#turn) return;
    if (result.kind === 'failed') page.changeNow({ tidy: 'off', notice: result.why });
    if (result.kind !== 'done') return;
    const now = page.drawing;
    // Newer data has come meanwhile: the tidy picture would show what is no longer so.
    if (now === undefined || structureOf(now.visible) !== result.given.structure) {
      const text = 'The queue has changed meanwhile; tidy again.';
      page.changeNow({ tidy: 'off', notice: text });
      return;
    }
    this.given = result.given;
    page.changeNow({ tidy: 'on' });
    page.scene.fit({ isReadable: true });
  }

  async #layout({ visible }: Drawing, isWanted: () => boolean): Promise<TidyResult> {
    try {
      const { TidyWorker } = await this.#extras();
      if (!isWanted()) return { kind: 'dropped' };
      this.#worker ??= new TidyWorker(this.#elkWorker);
      return await this.#worker.layout(visible);
    } catch (error) {
      return { kind: 'failed', why: `Tidying is not possible: ${String(error)}` };
    }
  }
}
