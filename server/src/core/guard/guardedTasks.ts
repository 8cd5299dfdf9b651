/** The tasks of one queue as the guard sees them: each id once, with everything that declares it. */
import { readHeading } from '../dialect/headingLine';
import { groupBy } from '../groupBy';
import type { Declaration } from '../model/declaration';
import type { QueueDocument } from '../model/queueDocument';
import { isClosed, mostAdvanced, type Status } from '../model/status';

export interface GuardedTask {
  /** Lower case: ids are compared so. */
  readonly key: string;
  /** As first written. */
  readonly id: string;
  readonly title: string;
  /** The most advanced of its declarations (rule S5). */
  readonly status: Status;
  /** In file order, at least one. */
  readonly declarations: readonly Declaration[];
}

/** By lower-case id, in file order. */
export function guardedTasksOf(document: QueueDocument): ReadonlyMap<string, GuardedTask> {
  const found = new Map<string, Declaration[]>();
  for (const declaration of document.declarations) {
    const key = declaration.id.value.toLowerCase();
    const same = found.get(key);
    if (same) same.push(declaration);
    else found.set(key, [declaration]);
  }
  return new Map([...found].map(([key, declarations]) => [key, taskOf(key, declarations)]));
}

/** Losing it loses work: neither done nor cancelled. A status nobody can read counts as unfinished. */
export function isUnfinished(task: GuardedTask): boolean {
  return !isClosed(task.status);
}

/**
 * Lower-case ids of the old tasks that the new content does not declare any more. Where only the row or bullet is left
 * that merely repeated a task, the task is missing, too.
 */
export function missingTasks(before: QueueDocument, after: QueueDocument): ReadonlySet<string> {
  const now = guardedTasksOf(after);
  const headings = headingIds(after);
  const repeatsOf = groupBy(before.mirrors, ({ of }) => of);
  const missing = [...guardedTasksOf(before).values()].filter(({ key, declarations }) => {
    const there = now.get(key);
    if (there === undefined) return !headings.has(key);
    const repeats = repeatsOf.get(key) ?? [];
    const isRepeat = ({ form }: Declaration): boolean => repeats.some((r) => r.form === form);
    return declarations.some(isSection) && there.declarations.every(isRepeat);
  });
  return new Set(missing.map(({ key }) => key));
}

/** Ids of headings that are no tasks: their sections still stand, as groups or without any field. */
function headingIds({ text, groups }: QueueDocument): ReadonlySet<string> {
  return new Set(
    groups.flatMap(({ level, line, title }) => {
      const { id, isDetail } = readHeading(text, level, line, title.span);
      return id && !isDetail ? [id.value.toLowerCase()] : [];
    }),
  );
}

/** A task with a section of its own; the others are single lines, a bullet with what is indented below it. */
export function isSection({ form }: Declaration): boolean {
  return form === 'heading' || form === 'task-heading' || form === 'task-id-field';
}

function taskOf(key: string, declarations: readonly Declaration[]): GuardedTask {
  return {
    key,
    id: declarations[0]?.id.value ?? key,
    title: declarations.find((d) => d.title !== undefined)?.title?.value ?? '',
    status: mostAdvanced(declarations.map((d) => d.status.value)),
    declarations,
  };
}
