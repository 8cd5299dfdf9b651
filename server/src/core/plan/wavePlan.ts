/**
 * The plan against the slots: which tasks run in which step, when each takes one step. List scheduling: in every step
 * the free slots of a queue go to its tasks that have nothing to wait for any more, by `urgencyQueue.ts`. No slot stays free
 * while a task could take it.
 */
import type { PlanGraph, PlanNode } from './planGraph';
import { UrgencyQueue } from './urgencyQueue';

export interface Placement {
  /** From 0, which is now. */
  readonly step: number;
  /** From 0; above the queue's slots only for what runs there already. */
  readonly slot: number;
}

/** The place of each node that takes a slot; nothing for the others, and for what never gets its turn. */
export function wavePlanOf(
  graph: PlanGraph,
  blocks: readonly number[],
): readonly (Placement | undefined)[] {
  return new WavePlan(graph, blocks).run();
}

/** The state of one run through the steps. */
class WavePlan {
  readonly #graph: PlanGraph;
  /** How many targets are not done yet. */
  readonly #waits: number[];
  readonly #places: (Placement | undefined)[];
  readonly #ready: readonly UrgencyQueue[];

  constructor(graph: PlanGraph, blocks: readonly number[]) {
    this.#graph = graph;
    this.#waits = graph.nodes.map(({ targets }) => targets.length);
    this.#places = graph.nodes.map(() => undefined);
    this.#ready = graph.slots.map(() => new UrgencyQueue(graph.nodes, blocks));
  }

  run(): readonly (Placement | undefined)[] {
    const { nodes, slots } = this.#graph;
    const running = slots.map((): number[] => []);
    let ending: number[] = [];
    nodes.forEach((node, at) => {
      if (node.kind === 'running') running[node.queue]?.push(at);
      const isAlone = node.targets.length === 0;
      if (node.kind === 'claimed' || (node.kind === 'manager' && isAlone)) ending.push(at);
      else if (isAlone) this.#freed(at, []);
    });
    for (const list of running) list.forEach((at, slot) => (this.#places[at] = { step: 0, slot }));
    let taken: readonly (readonly number[])[] = running;
    for (let step = 0; ; step++) {
      const started = this.#start(step, taken);
      ending.push(...(step === 0 ? running.flat() : []), ...started);
      if (ending.length === 0) return this.#places;
      for (const at of ending) this.#done(at);
      ending = [];
      taken = [];
    }
  }

  /** Fills the slots that are left beside the ones taken. */
  #start(step: number, taken: readonly (readonly number[])[]): readonly number[] {
    return this.#graph.slots.flatMap((slots, queue) => {
      const free = Math.max(0, slots - (taken[queue]?.length ?? 0));
      const started = this.#ready[queue]?.take(free) ?? [];
      const first = taken[queue]?.length ?? 0;
      this.#seat(started, step, first, slots);
      return started;
    });
  }

  /** Who waited for the task of a slot goes on in that slot, so that chains read as one line. */
  #seat(started: readonly number[], step: number, first: number, slots: number): void {
    const free = new Set(Array.from({ length: Math.max(0, slots - first) }, (_, i) => first + i));
    const wish = (at: number): number | undefined =>
      this.#node(at)
        .targets.map((target) => this.#places[target])
        .find((place) => place?.step === step - 1 && free.has(place.slot))?.slot;
    const left: number[] = [];
    for (const at of started) {
      const slot = wish(at);
      if (slot === undefined) left.push(at);
      else this.#place(at, step, slot, free);
    }
    for (const at of left) {
      const [slot] = free;
      if (slot !== undefined) this.#place(at, step, slot, free);
    }
  }

  #place(at: number, step: number, slot: number, free: Set<number>): void {
    this.#places[at] = { step, slot };
    free.delete(slot);
  }

  /** Everything that this lets go on; gates and managers pass it on at once. */
  #done(first: number): void {
    const over = [first];
    for (let at = over.pop(); at !== undefined; at = over.pop()) {
      for (const source of this.#graph.sources[at] ?? []) {
        const left = (this.#waits[source] ?? 0) - 1;
        this.#waits[source] = left;
        if (left === 0) this.#freed(source, over);
      }
    }
  }

  /** Nothing keeps the node any more. */
  #freed(at: number, over: number[]): void {
    const { kind, queue } = this.#node(at);
    if (kind === 'work') this.#ready[queue]?.add(at);
    else if (kind === 'manager' || kind === 'gate') over.push(at);
  }

  #node(at: number): PlanNode {
    return this.#graph.nodes[at] as PlanNode;
  }
}
