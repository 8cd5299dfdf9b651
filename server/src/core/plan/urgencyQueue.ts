/** Who gets the next free slot: by priority, then by how many tasks wait, then in file order. A binary heap. */
import type { PlanNode } from './planGraph';

export class UrgencyQueue {
  readonly #nodes: readonly PlanNode[];
  readonly #blocks: readonly number[];
  readonly #heap: number[] = [];

  constructor(nodes: readonly PlanNode[], blocks: readonly number[]) {
    this.#nodes = nodes;
    this.#blocks = blocks;
  }

  /** Takes a node by its number; one that is added twice comes out twice. */
  add(node: number): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(node);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(node, heap[parent] as number)) break;
      heap[at] = heap[parent] as number;
      at = parent;
    }
    heap[at] = node;
  }

  /** The most urgent ones, so many at most, the first first. */
  take(most: number): readonly number[] {
    const taken: number[] = [];
    while (taken.length < most) {
      const node = this.#takeOne();
      if (node === undefined) break;
      taken.push(node);
    }
    return taken;
  }

  #takeOne(): number | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= heap.length) break;
      const right = left + 1;
      const isRight =
        right < heap.length && this.#isBefore(heap[right] as number, heap[left] as number);
      const child = isRight ? right : left;
      if (!this.#isBefore(heap[child] as number, last)) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = last;
    return first;
  }

  #isBefore(a: number, b: number): boolean {
    const priority = (this.#nodes[a]?.priority ?? 0) - (this.#nodes[b]?.priority ?? 0);
    const blocks = (this.#blocks[b] ?? 0) - (this.#blocks[a] ?? 0);
    return (priority || blocks || a - b) < 0;
  }
}
