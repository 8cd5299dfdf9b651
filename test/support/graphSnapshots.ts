/** Invented graphs of any size, and small ones written as a few words; the same for the same seed. */
import type {
  GraphEdgeView,
  GraphLaneView,
  GraphSnapshot,
  GraphTaskView,
} from '../../server/src/protocol/graphSnapshot';
import type { StatusView } from '../../server/src/protocol/snapshot';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

/** A pending task that nothing is known of. */
export function graphTask(id: string, given: Partial<GraphTaskView> = {}): GraphTaskView {
  return {
    ...{ key: id, id, title: `Work on ${id}`, status: 'pending', lane: 'Phase 1' },
    ...{ parent: undefined, isManager: false, ready: false, notReady: [], model: undefined },
    ...{ priority: undefined, worker: undefined, uri: 'file:///w/PROACTIVE-JOBS.md', range },
    ...{ errors: 0, warnings: 0, drift: undefined, noLifeSign: undefined },
    ...{ lastSignMinutes: undefined, blocks: 0, waitsFor: 0, slack: undefined },
    ...{ isCritical: false, wave: undefined, isForeign: false },
    ...given,
  };
}

/** An unmet dependency of `from` on `to`. */
export function graphEdge(
  from: string,
  to: string,
  given: Partial<GraphEdgeView> = {},
): GraphEdgeView {
  return {
    ...{ from, to, kind: 'dependency', fulfilment: 'unmet', isInCycle: false, isCritical: false },
    ...given,
  };
}

/** A snapshot of these tasks; lanes come from the tasks in their order. Parents get their edges. */
export function graphSnapshot(
  tasks: readonly GraphTaskView[],
  edges: readonly GraphEdgeView[] = [],
  given: Partial<GraphSnapshot> = {},
): GraphSnapshot {
  const parents = tasks.flatMap(({ key, parent }) =>
    parent === undefined ? [] : [graphEdge(key, parent, { kind: 'parent', fulfilment: 'met' })],
  );
  const lanes = [...new Set(tasks.map(({ lane }) => lane))].map((key): GraphLaneView => {
    const inside = tasks.filter(({ lane }) => lane === key);
    const done = inside.filter(({ status }) => status === 'complete').length;
    return { key, title: key, range: undefined, done, total: inside.length };
  });
  return {
    ...{ revision: 1, queueUri: 'file:///w/PROACTIVE-JOBS.md', queueName: 'PROACTIVE-JOBS.md' },
    ...{ slots: { max: 5, declared: true, inUse: 0 }, tasks, lanes, cycles: [], waves: [] },
    ...{ edges: [...edges, ...parents], waterfall: [], criticalPath: [] },
    ...given,
  };
}

const verbs = ['Read', 'Write', 'Check', 'Move', 'Measure', 'Draw', 'Explain', 'Replace'];
const things = [
  'the settings',
  'the parser',
  'a report',
  'old logs',
  'the release notes',
  'the cache',
];

/**
 * A plan of phases that mostly follow each other: 1.4 dependencies a task, most of them within a phase, some on the phase before.
 * What comes early is done, a few tasks run.
 */
export function inventedGraph(count: number, seed = 1): GraphSnapshot {
  const random = randomNumbers(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const phases = Math.min(27, Math.max(1, Math.round(count / 20)));
  const phaseOf = (at: number): number => Math.floor((at * phases) / count);
  const done = Math.floor(count * 0.4);
  const tasks = Array.from({ length: count }, (_, at): GraphTaskView => {
    const phase = phaseOf(at);
    const id = `p${phase + 1}-${at - Math.ceil((phase * count) / phases) + 1}`;
    const title = `${verbs[below(verbs.length)] ?? ''} ${things[below(things.length)] ?? ''} ${'of the first kind'.slice(0, below(18))}`;
    const status: StatusView =
      at < done
        ? 'complete'
        : at < done + 5
          ? 'in-progress'
          : below(40) === 0
            ? 'blocked'
            : 'pending';
    const ready = status === 'pending' && below(12) === 0;
    return graphTask(id, { title: title.trim(), status, ready, lane: `Phase ${phase + 1}` });
  });
  const seen = new Set<string>();
  const edges: GraphEdgeView[] = [];
  for (let tries = 0; edges.length < Math.round(count * 1.4) && tries < 20 * count; tries++) {
    const from = 1 + below(count - 1);
    const reach = below(10) < 7 ? 12 : 45;
    const to = Math.max(0, from - 1 - below(Math.min(from, reach)));
    const [a, b] = [tasks[from], tasks[to]];
    if (a === undefined || b === undefined || a === b || seen.has(`${from} ${to}`)) continue;
    seen.add(`${from} ${to}`);
    edges.push(graphEdge(a.key, b.key, { fulfilment: b.status === 'complete' ? 'met' : 'unmet' }));
  }
  return graphSnapshot(tasks, edges);
}

function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
