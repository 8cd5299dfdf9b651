/** Invented graphs for the tests of the page's parts: those of the tests in a browser, with types. */
import type { GraphSnapshot, GraphTaskView } from '../../server/src/protocol/graphSnapshot';
// @ts-expect-error -- plain JavaScript, which the tests in a browser share
import * as graphs from '../webview/support/graphs.mjs';

interface Graphs {
  readonly graphTask: (id: string, parts?: Partial<GraphTaskView>) => GraphTaskView;
  readonly graphEdge: (from: string, to: string) => GraphSnapshot['edges'][number];
  readonly graphOf: (
    tasks: readonly GraphTaskView[],
    edges?: GraphSnapshot['edges'],
    parts?: Partial<GraphSnapshot>,
  ) => GraphSnapshot;
}

/** A task that nothing is special about, `from` waits for `to`, and a snapshot of both. */
export const { graphTask, graphEdge, graphOf } = graphs as Graphs;
