/** *Tidy*: the layout engine in a worker of its own, fetched when it is wanted for the first time. */
import ELK, { type ELK as Elk, type ElkNode } from 'elkjs/lib/elk-api.js';
import { comfortableNodes } from '../../../server/src/graphview/defaultFolds';
import { fromElkGraph, toElkGraph } from '../../../server/src/graphview/elkGraph';
import type { VisibleGraph } from '../../../server/src/graphview/visible';
import type { GivenLayout } from './drawing';
import { structureOf } from './structureOf';

/** From when the engine is there; fetching it comes before. */
const deadlineMs = 2_000;

export type TidyResult =
  | { readonly kind: 'done'; readonly given: GivenLayout }
  /** Somebody has cancelled it. */
  | { readonly kind: 'dropped' }
  | { readonly kind: 'failed'; readonly why: string };

export class TidyWorker {
  readonly #address: string;
  #elk: Elk | undefined;
  /** Counts layouts and cancellations; a layout that began under an older number is dropped. */
  #turn = 0;

  /** `address` is where the engine can be fetched. */
  constructor(address: string) {
    this.#address = address;
  }

  /** A tidy layout, or why there is none. Never throws; one at a time. */
  async layout(visible: VisibleGraph): Promise<TidyResult> {
    const count = visible.nodes.length;
    if (count > comfortableNodes) {
      const why = `Tidy lays out ${comfortableNodes} tasks at most, and ${count} are shown. Fold some phases, or focus on a task.`;
      return { kind: 'failed', why };
    }
    const turn = ++this.#turn;
    const isDropped = (): boolean => turn !== this.#turn;
    try {
      const elk = this.#elk ?? (await this.#start());
      if (isDropped()) {
        if (elk !== this.#elk) elk.terminateWorker();
        return { kind: 'dropped' };
      }
      this.#elk = elk;
      const answer = await withinDeadline(elk.layout(elkNodeOf(visible)));
      if (isDropped()) return { kind: 'dropped' };
      if (answer === undefined) {
        this.cancel();
        const why = `Tidying took longer than ${deadlineMs / 1000} s; the lanes stay. Fewer tasks in view help.`;
        return { kind: 'failed', why };
      }
      const layout = fromElkGraph(visible, answer);
      if (layout === undefined) return { kind: 'failed', why: 'Tidying gave no usable picture.' };
      return { kind: 'done', given: { structure: structureOf(visible), layout } };
    } catch (error) {
      if (isDropped()) return { kind: 'dropped' };
      this.cancel();
      return { kind: 'failed', why: `Tidying failed: ${messageOf(error)}` };
    }
  }

  /** Ends what is going on; the next layout starts a new worker. */
  cancel(): void {
    this.#turn++;
    this.#elk?.terminateWorker();
    this.#elk = undefined;
  }

  async #start(): Promise<Elk> {
    const response = await fetch(this.#address);
    if (!response.ok) throw new Error(`the layout engine is not there (${response.status})`);
    const address = URL.createObjectURL(
      new Blob([await response.text()], { type: 'text/javascript' }),
    );
    const elk = new ELK({ workerFactory: () => new Worker(address), algorithms: ['layered'] });
    await elk.knownLayoutAlgorithms();
    URL.revokeObjectURL(address);
    return elk;
  }
}

/** ELK writes its answer into what it is given. */
function elkNodeOf(visible: VisibleGraph): ElkNode {
  const copy: unknown = structuredClone(toElkGraph(visible));
  return copy as ElkNode;
}

function withinDeadline<T>(promise: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = window.setTimeout(() => {
      resolve(undefined);
    }, deadlineMs);
    promise.then(
      (value) => {
        window.clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        window.clearTimeout(timer);
        reject(error instanceof Error ? error : new Error(messageOf(error)));
      },
    );
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
