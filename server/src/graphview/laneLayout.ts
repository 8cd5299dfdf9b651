/** The layout that is always there at once: lanes as strips, levels as columns, nothing jumps. */
import type { GraphLayout } from './graphLayout';
import type { VisibleGraph } from './visible';

/**
 * Places a visible graph, in the time of a frame or two for a thousand nodes. The same input gives the same output. With the
 * layout before, nodes keep their rows and their order; only what is new looks for a place. Statuses have no say in it.
 */
export declare function laneLayout(visible: VisibleGraph, previous?: GraphLayout): GraphLayout;
