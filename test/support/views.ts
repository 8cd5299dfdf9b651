/** Small snapshots for tests of the client. */
import type {
  GroupView,
  NodeView,
  QueueSnapshot,
  QueueView,
  RangeView,
  TaskView,
} from '../../server/src/protocol/snapshot';
import type { WorkerView } from '../../server/src/protocol/workerMessages';

const lineRange = (line: number): RangeView => ({
  start: { line, character: 0 },
  end: { line, character: 10 },
});

/** A pending task at a line. */
export function task(id: string, changes: Partial<TaskView> = {}, line = 0): TaskView {
  return {
    kind: 'task',
    key: `key of ${id}`,
    id,
    title: '',
    status: 'pending',
    ready: false,
    isManager: false,
    range: lineRange(line),
    errors: 0,
    warnings: 0,
    children: [],
    ...changes,
  };
}

/** A group that holds nodes. */
export function group(
  title: string,
  children: readonly NodeView[],
  changes: Partial<GroupView> = {},
  line = 0,
): GroupView {
  return {
    kind: 'group',
    key: `group ${title}`,
    title,
    range: lineRange(line),
    done: 0,
    total: children.length,
    children,
    ...changes,
  };
}

/** A queue with two assumed slots. */
export function queue(changes: Partial<QueueView> = {}): QueueView {
  return {
    uri: 'file:///w/PROACTIVE-JOBS.md',
    name: 'PROACTIVE-JOBS.md',
    coverage: 'full',
    slots: { max: 2, declared: false, inUse: 0 },
    done: 0,
    total: 1,
    ready: 0,
    nodes: [],
    ...changes,
  };
}

/** A snapshot of these queues. */
export function snapshot(...queues: readonly QueueView[]): QueueSnapshot {
  return { revision: 1, scanning: false, reading: false, queues };
}

/** A worker that is alive, at its first attempt. */
export function worker(taskId: string, changes: Partial<WorkerView> = {}): WorkerView {
  return {
    attemptId: `w/${taskId}#1`,
    taskId,
    key: `key of ${taskId}`,
    number: 1,
    backend: 'queue',
    state: 'alive',
    isHeld: true,
    requestedAt: 0,
    ...changes,
  };
}

/** The same for a task that no queue has any more. */
export function goneWorker(taskId: string, changes: Partial<WorkerView> = {}): WorkerView {
  const { key: goneKey, ...rest } = worker(taskId, changes);
  return goneKey === undefined ? rest : { ...rest, goneKey };
}
