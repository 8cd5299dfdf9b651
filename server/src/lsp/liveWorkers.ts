/** The workers of a graph's tasks, put into it: the graph itself is made of files alone. */
import type { TaskKey } from '../core/model/taskKey';
import type { GraphSnapshot, GraphTaskView } from '../protocol/graphSnapshot';
import { lensOptions } from './workerLenses';
import type { WorkerFace } from './workersFeature';

/** The graph with what is known of each task's worker at `now`, ms since the epoch. */
export function withLiveWorkers(
  graph: GraphSnapshot,
  workers: WorkerFace,
  now: number,
): GraphSnapshot {
  const { attemptOf } = lensOptions(workers);
  const tasks = graph.tasks.map((task): GraphTaskView => {
    const key = task.key as TaskKey;
    const attempt = attemptOf(key);
    if (attempt === undefined) return task;
    const { phase, word } = attempt;
    const isHeld = phase === 'under-way' || phase === 'unconfirmed';
    if (!isHeld && task.status !== 'in-progress') return task;
    const worker = workers.latestOf(key);
    const seen = worker?.run?.lastSignAt;
    const signs = [
      ...(task.lastSignMinutes === undefined ? [] : [task.lastSignMinutes]),
      ...(seen === undefined ? [] : [Math.max(0, Math.floor((now - seen) / 60_000))]),
    ];
    return {
      ...task,
      lastSignMinutes: signs.length === 0 ? undefined : Math.min(...signs),
      live: {
        word: phase === 'unconfirmed' ? 'start not confirmed' : word,
        needsYou: worker?.needsYou,
      },
    };
  });
  return { ...graph, tasks };
}
