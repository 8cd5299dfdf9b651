/**
 * The graph for other programs. `version` is 1; fields may be added, none is renamed or removed without a new version. Absent
 * facts are absent fields. `tasks` and `lanes` are in file order, `edges` name tasks by key, in `from` who waits.
 */
import type { GraphSnapshot } from '../protocol/graphSnapshot';
import type { VisibleGraph } from './visible';

/** One JSON document of the tasks that are drawn or folded into what is drawn, with everything that the graph knows of them. */
export function toJson(snapshot: GraphSnapshot, visible: VisibleGraph): string {
  const { queueName, queueUri, slots, criticalPath, cycles, waves } = snapshot;
  const isShown = (key: string): boolean => visible.nodeOf.has(key);
  const lanes = new Set(visible.lanes.map(({ key }) => key));
  const isEnd = (key: string): boolean => isShown(key) || lanes.has(key);
  const document = {
    version: 1,
    kind: 'proactive-jobs-graph',
    queue: { name: queueName, uri: queueUri },
    slots,
    lanes: snapshot.lanes.filter(({ key }) => lanes.has(key)),
    tasks: snapshot.tasks.filter(({ key }) => isShown(key)),
    edges: snapshot.edges.filter(({ from, to }) => isShown(from) && isEnd(to)),
    criticalPath: criticalPath.filter(isShown),
    cycles: cycles.filter(({ ring }) => ring.every(isShown)),
    waves: waves.map((wave) => wave.filter(isShown)),
    hidden: visible.counts.remarks,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
