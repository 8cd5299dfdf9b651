/** What is ready, what runs, and why the rest waits (dialect 3.7 P3, section 6.3). */
import { gapsOf } from '../graph/dependencyGraph';
import type { Dependency, DependencyGraph } from '../graph/graphModel';
import { groupBy } from '../groupBy';
import type { QueueIndex } from '../index/queueIndex';
import type { Task } from '../index/task';
import { isClosed } from '../model/status';
import type { TaskKey } from '../model/taskKey';
import type { NotReadyReason, QueueSchedule, Schedule } from './scheduleModel';

export interface ScheduleOptions {
  readonly defaultSlots: number;
}

/** A schedule for each queue of the index. `defaultSlots` counts for a queue that says nothing of slots. */
export function scheduleOf(
  index: QueueIndex,
  graph: DependencyGraph,
  options: ScheduleOptions,
): Schedule {
  const ringOf = new Map(
    graph.cycles.flatMap((cycle) =>
      cycle.members.map((key): [TaskKey, readonly TaskKey[]] => [key, cycle.ring]),
    ),
  );
  return {
    byQueue: new Map(
      index.outlines.map((o) => [
        o.uri,
        queueSchedule(index, graph, ringOf, o.uri, o.maxSlots, options),
      ]),
    ),
  };
}

function queueSchedule(
  index: QueueIndex,
  graph: DependencyGraph,
  ringOf: ReadonlyMap<TaskKey, readonly TaskKey[]>,
  uri: string,
  declared: number | null,
  options: ScheduleOptions,
): QueueSchedule {
  const tasks = (index.byQueue.get(uri) ?? []).map((key) => index.tasks.get(key) as Task);
  const running = tasks.filter((t) => t.status === 'in-progress');
  const inProgress = running.filter((t) => !t.isManager && t.kind !== 'epic').map((t) => t.key);
  const ready: TaskKey[] = [];
  const notReady = new Map<TaskKey, readonly NotReadyReason[]>();
  for (const task of tasks) {
    if (task.status === 'in-progress' || isClosed(task.status)) continue;
    const reasons = reasonsOf(task, index, graph, ringOf);
    if (reasons.length === 0) ready.push(task.key);
    else notReady.set(task.key, reasons);
  }
  const max = declared ?? options.defaultSlots;
  return {
    uri,
    inProgress,
    managersInProgress: running.filter((t) => t.isManager).map((t) => t.key),
    ready,
    notReady,
    slots: {
      max,
      declared: declared !== null,
      inUse: inProgress.length,
      free: Math.max(0, max - inProgress.length),
    },
  };
}

function reasonsOf(
  task: Task,
  index: QueueIndex,
  graph: DependencyGraph,
  ringOf: ReadonlyMap<TaskKey, readonly TaskKey[]>,
): readonly NotReadyReason[] {
  const reasons: NotReadyReason[] = [];
  if (task.status !== 'pending') reasons.push({ kind: 'status' });
  if (task.isManager || task.kind !== 'task') reasons.push({ kind: 'manager' });
  const ring = ringOf.get(task.key);
  if (ring) reasons.push({ kind: 'cycle', ring });
  const open = (graph.byTask.get(task.key) ?? []).filter((d) => d.fulfilment !== 'met');
  const choices = choicesOf(open);
  const waits = open.filter((d) => !choices.some((choice) => choice.includes(d)));
  for (const soft of [false, true]) {
    const tasks = [
      ...new Set(
        waits.filter((d) => d.fulfilment === (soft ? 'soft' : 'unmet')).flatMap((d) => d.open),
      ),
    ];
    if (tasks.length > 0) reasons.push({ kind: 'waits-for', tasks, soft });
  }
  for (const choice of choices) {
    const references = choice.map((d) => referenceText(index, task, d.declaration, d.reference));
    const soft = choice.every((d) => d.fulfilment === 'soft');
    reasons.push({ kind: 'waits-for-one', references, soft });
  }
  for (const wait of waits) {
    const gaps = gapsOf(wait.resolution);
    if (wait.fulfilment !== 'unknown' && gaps.length === 0) continue;
    const text = referenceText(index, task, wait.declaration, wait.reference);
    for (const gap of gaps) reasons.push({ kind: 'gap', reference: text, gap });
    if (gaps.length > 0) continue;
    if (wait.resolution.kind === 'unresolved')
      reasons.push({ kind: 'unresolved', reference: text });
    else if (wait.resolution.kind === 'ambiguous')
      reasons.push({ kind: 'ambiguous', reference: text });
    else reasons.push({ kind: 'free-text', text });
  }
  return reasons;
}

/** The open alternatives of each choice; one that is left alone is waited for like any other. */
function choicesOf(open: readonly Dependency[]): readonly (readonly Dependency[])[] {
  const known = open.filter((d) => d.choice !== undefined && d.fulfilment !== 'unknown');
  return [...groupBy(known, (d) => `${d.declaration} ${d.choice}`).values()].filter(
    (choice) => choice.length > 1,
  );
}

function referenceText(
  index: QueueIndex,
  task: Task,
  declaration: number,
  reference: number,
): string {
  const outline = index.outlines.find((o) => o.uri === task.uri);
  return outline?.declarations[declaration]?.references[reference]?.text ?? '';
}
