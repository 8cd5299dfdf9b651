// The queues that most tests of the page look at.
import { graphEdge, graphOf, graphTask } from './graphs.mjs';

/** Five tasks in two phases, one of them ready; with waves and a waterfall. */
export const harbour = () =>
  graphOf(
    [
      graphTask('a-1', { status: 'complete', blocks: 2, model: 'haiku' }),
      graphTask('a-2', { status: 'in-progress', blocks: 1, model: 'opus', wave: 0 }),
      graphTask('a-3', { waitsFor: 1, model: 'opus', wave: 1 }),
      graphTask('b-1', { lane: 'lane:2', ready: true, wave: 0 }),
      graphTask('b-2', { lane: 'lane:2', status: 'needs-validation' }),
    ],
    [graphEdge('a-2', 'a-1', { fulfilment: 'met' }), graphEdge('a-3', 'a-2')],
    {
      waves: [['t:a-2', 't:b-1'], ['t:a-3']],
      waterfall: [
        { key: 't:a-2', slot: 0, start: 0, end: 1 },
        { key: 't:b-1', slot: 1, start: 0, end: 1 },
        { key: 't:a-3', slot: 0, start: 1, end: 2 },
      ],
    },
  );

/** Four tasks, of which one waits; nothing more than is needed. */
export const smallGraph = () =>
  graphOf(
    [
      graphTask('a-1', { status: 'complete' }),
      graphTask('a-2', { status: 'in-progress', worker: 'w1', waitsFor: 0, blocks: 1 }),
      graphTask('a-3', { waitsFor: 1, notReady: ['It waits for a-2.'] }),
      graphTask('b-1', { lane: 'lane:2', ready: true }),
    ],
    [graphEdge('a-2', 'a-1', { fulfilment: 'met' }), graphEdge('a-3', 'a-2')],
  );
