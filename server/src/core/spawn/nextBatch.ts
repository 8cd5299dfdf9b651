/** Which tasks to start next: by priority, then by what waits for them, then as they stand in the file (workflow 2.4). */
import { namedFiles } from '../prompt/namedFiles';
import { idOf } from '../index/idOf';
import type { Task } from '../index/task';
import type { TaskKey } from '../model/taskKey';
import { priorityRank, usualPriority } from '../query/priorityRank';
import type { QueueState } from '../state';
import { fullWords, isFull, slotUse } from './slotUse';
import { fieldWords, taskBlockOf } from './taskBlock';

export interface BatchOptions {
  /** `next` stops at the first one, `all` fills the free slots. */
  readonly how: 'next' | 'all';
  /** Only of this queue. */
  readonly uri?: string;
  /** Only these. */
  readonly keys?: readonly TaskKey[];
  /** Tasks of all attempts that may be alive. */
  readonly held: readonly TaskKey[];
  /** Limit of workers in the workspace. */
  readonly maxWorkers: number;
  /** Absolute path of the workspace's folder: files are named relative to it. */
  readonly cwd: string;
}

export interface Batch {
  /** In the order in which they would be started. */
  readonly chosen: readonly TaskKey[];
  /** The other ready tasks, with a sentence each. */
  readonly skipped: readonly { readonly key: TaskKey; readonly why: string }[];
}

/** A dry run: nothing is started. Tasks that are not ready do not appear at all. */
export function nextBatch(state: QueueState, options: BatchOptions): Batch {
  const { held, cwd } = options;
  const chosen: TaskKey[] = [];
  const skipped: { key: TaskKey; why: string }[] = [];
  const files = fileOwners(state, held, cwd);
  const wanted = options.keys && new Set(options.keys);
  for (const key of readyInOrder(state, options.uri)) {
    const task = state.index.tasks.get(key);
    if (!task || wanted?.has(key) === false) continue;
    const own = filesOf(state, key, cwd);
    const shared = own.find((file) => files.has(file));
    const why =
      whyNot(state, task, options, chosen) ??
      (shared === undefined
        ? undefined
        : `It names ${shared}, which ${files.get(shared) ?? ''} works on.`);
    if (why !== undefined) {
      skipped.push({ key, why });
      continue;
    }
    chosen.push(key);
    for (const file of own) files.set(file, task.id);
  }
  return { chosen, skipped };
}

/** What keeps a ready task from being started now, beside what others work on; nothing where it may be. */
function whyNot(
  state: QueueState,
  { key, uri, declarations }: Task,
  { held, how, maxWorkers }: BatchOptions,
  chosen: readonly TaskKey[],
): string | undefined {
  if (held.includes(key)) return 'An attempt at it is under way.';
  if (declarations.length > 1) return `It is declared ${declarations.length} times.`;
  if (state.goneFiles.has(uri))
    return 'Its queue is not on the disk any more: save it, or close it.';
  if (state.alarms.has(uri)) return 'Its queue has lost content, and nobody has accepted that yet.';
  if (how === 'next' && chosen.length > 0) return 'Another one comes first.';
  return whyFull(state, uri, [...held, ...chosen], maxWorkers);
}

function whyFull(
  state: QueueState,
  uri: string,
  held: readonly TaskKey[],
  maxWorkers: number,
): string | undefined {
  const use = slotUse(state, uri, undefined, held, maxWorkers);
  return isFull(use) ? fullWords(use, false) : undefined;
}

/** Every ready task, the most urgent first. */
function readyInOrder(state: QueueState, uri: string | undefined): readonly TaskKey[] {
  const ready = [...state.schedule.byQueue.values()]
    .filter((schedule) => uri === undefined || schedule.uri === uri)
    .flatMap((schedule) => schedule.ready);
  const rank = new Map(
    ready.map((key) => {
      const block = taskBlockOf(state, key);
      const words = block && fieldWords(block, 'priority');
      const priority = priorityRank(words) ?? usualPriority;
      return [key, { priority, waiting: waitingFor(state, key) }] as const;
    }),
  );
  const of = (key: TaskKey) => rank.get(key) ?? { priority: 0, waiting: 0 };
  // Sorting is stable: what is alike stays in file order.
  return [...ready].sort(
    (a, b) => of(a).priority - of(b).priority || of(b).waiting - of(a).waiting,
  );
}

/** How many tasks wait for it, directly or through others. */
function waitingFor(state: QueueState, key: TaskKey): number {
  const seen = new Set<TaskKey>([key]);
  const queue = [key];
  for (let at = queue.pop(); at !== undefined; at = queue.pop())
    for (const next of state.graph.dependents.get(at) ?? [])
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
  return seen.size - 1;
}

/** Files that somebody works on already, with the id of the task. */
function fileOwners(state: QueueState, held: readonly TaskKey[], cwd: string): Map<string, string> {
  const running = [...state.schedule.byQueue.values()].flatMap((schedule) => schedule.inProgress);
  const owners = new Map<string, string>();
  for (const key of new Set([...running, ...held]))
    for (const file of filesOf(state, key, cwd)) owners.set(file, idOf(state.index, key));
  return owners;
}

/** What a task names as its files: code and texts that change, not what everybody reads. */
function filesOf(state: QueueState, key: TaskKey, cwd: string): readonly string[] {
  const block = taskBlockOf(state, key);
  if (!block) return [];
  return namedFiles('', block.text, cwd).filter(
    (path) =>
      !/^scheduler\/|(?:^|\/)(?:AGENTS|CLAUDE|README)\.md$|(?:^|\/)PROACTIVE-JOBS/i.test(path),
  );
}
