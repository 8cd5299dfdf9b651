/**
 * Brings lost tasks back: the new content stays as it is, byte by byte, and what is missing is inserted exactly as it
 * stood in the old one. What would not read as before is not inserted.
 */
import { readQueue } from '../dialect/readQueue';
import type { Declaration } from '../model/declaration';
import type { QueueDocument } from '../model/queueDocument';
import type { CoreOptions } from '../options';
import { guardedTasksOf, missingTasks, type GuardedTask } from './guardedTasks';
import { applyInsertions, composeInsertions, type Insertion } from './insertions';
import { lostPieces } from './lostPieces';
import { placePieces, type Placing } from './placement';
import { taskSectionsOf, type TaskSection } from './taskExtents';

export interface Restoration {
  /** For the text of the new content, in its order; empty when nothing could be restored. */
  readonly insertions: readonly Insertion[];
  /** Lower-case ids that are back, with their old status and fields. */
  readonly restored: readonly string[];
  /** Lower-case ids that were asked for, are missing, and could not be brought back. */
  readonly failed: readonly string[];
}

const ways: readonly Placing[] = ['in-place', 'at-end', 'at-start'];

/** Restores the tasks with these ids, in any case, that stand in `before` and not in `after`. */
export function restoreTasks(
  before: QueueDocument,
  after: QueueDocument,
  ids: readonly string[],
  options: CoreOptions,
): Restoration {
  const old = guardedTasksOf(before);
  const asked = new Set(ids.map((id) => id.toLowerCase()));
  const lost = [...missingTasks(before, after)].filter((key) => asked.has(key));
  if (lost.length === 0 || after.coverage !== 'full') return nothingOf(lost);
  // Each try differs from the one before in a few places only: what they share is parsed once.
  let last = after;
  const reread = (text: string): QueueDocument =>
    (last = readQueue(after.uri, text, options, last));
  const context = { before, old, sections: taskSectionsOf(before), reread };
  const all = restoreTogether(context, after, lost);
  return all.failed.length === 0 || lost.length === 1 ? all : restoreOneByOne(context, after, lost);
}

interface RestoreContext {
  readonly before: QueueDocument;
  readonly old: ReadonlyMap<string, GuardedTask>;
  readonly sections: readonly TaskSection[];
  readonly reread: (text: string) => QueueDocument;
}

function nothingOf(lost: readonly string[]): Restoration {
  return { insertions: [], restored: [], failed: lost };
}

/** All of them or none, in the first way in which each reads as before. */
function restoreTogether(
  { before, old, sections, reread }: RestoreContext,
  after: QueueDocument,
  lost: readonly string[],
): Restoration {
  const now = guardedTasksOf(after);
  const isLost = (key: string): boolean => lost.includes(key);
  const pieces = lostPieces(before, sections, isLost, (key) => now.has(key) && !isLost(key));
  for (const way of ways) {
    const insertions = placePieces(before, after, sections, pieces, way);
    const text = applyInsertions(after.text, insertions);
    const read = guardedTasksOf(reread(text));
    const isRestored = lost.every((key) => readsAs(old.get(key), read.get(key)));
    const isUntouched = [...now].every(
      ([key, task]) => isLost(key) || readsAs(task, read.get(key)),
    );
    if (isRestored && isUntouched) return { insertions, restored: lost, failed: [] };
  }
  return nothingOf(lost);
}

/** Some stand in the way of others: each is put into what those before it gave, if it reads as before there. */
function restoreOneByOne(
  context: RestoreContext,
  after: QueueDocument,
  lost: readonly string[],
): Restoration {
  const restored: string[] = [];
  const failed: string[] = [];
  let insertions: readonly Insertion[] = [];
  let now = after;
  for (const key of lost) {
    const isThere = readsAs(context.old.get(key), guardedTasksOf(now).get(key));
    // A line within a section comes with it.
    const one = isThere ? nothingOf([]) : restoreTogether(context, now, [key]);
    if (one.failed.length > 0) {
      failed.push(key);
      continue;
    }
    restored.push(key);
    insertions = composeInsertions(insertions, one.insertions);
    now = context.reread(applyInsertions(after.text, insertions));
  }
  return { insertions, restored, failed };
}

/** True when status, forms and fields are the same. */
function readsAs(was: GuardedTask | undefined, is: GuardedTask | undefined): boolean {
  return readingOf(was) === readingOf(is);
}

function readingOf(task: GuardedTask | undefined): string {
  if (task === undefined) return '';
  return JSON.stringify([task.status, task.declarations.map(fieldsOf)]);
}

function fieldsOf({ form, fields }: Declaration): unknown {
  const own = fields.filter(({ direct }) => direct);
  return [form, own.map(({ key, value, items }) => [key, value.value, items.map((i) => i.value)])];
}
