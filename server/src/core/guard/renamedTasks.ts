/**
 * Which tasks are gone by name only: the same text or title stands under another id, a project was renamed, or another
 * queue has the task now. Guesses are never made from numbers: `p2-1` is not the new name of `p1-1`.
 */
import type { Declaration } from '../model/declaration';
import type { FieldKey } from '../model/field';
import type { QueueDocument } from '../model/queueDocument';
import type { GuardedTask } from './guardedTasks';

/** So many ids must change their project in the same way to count as a rename of the project. */
const leastRenames = 3;
const shortestTitle = 8;
const shortestBody = 24;

/** Fields whose values are words about one task. */
const telling: ReadonlySet<FieldKey> = new Set(['description', 'summary', 'title', 'result']);

interface TaskText {
  readonly task: GuardedTask;
  readonly document: QueueDocument;
}

/** Lower-case ids of those `gone` that one of the `fresh` tasks continues. */
export function renamedTasks(
  gone: readonly TaskText[],
  fresh: readonly TaskText[],
): ReadonlySet<string> {
  const isTitle = (title: string): boolean => title.length >= shortestTitle;
  const isBody = (body: string): boolean => body.length >= shortestBody;
  return new Set([
    ...sameBy(gone, fresh, titleOf, isTitle),
    ...sameBy(gone, fresh, bodyOf, isBody),
    ...projectRenames(gone, fresh),
  ]);
}

/** Those whose text of that kind stands once among the gone and once among the fresh. */
function sameBy(
  gone: readonly TaskText[],
  fresh: readonly TaskText[],
  textOf: (task: TaskText) => string,
  isTelling: (text: string) => boolean,
): readonly string[] {
  const before = countBy(gone, textOf);
  const now = countBy(fresh, textOf);
  return gone
    .filter((task) => isTelling(textOf(task)))
    .filter((task) => before.get(textOf(task)) === 1 && now.get(textOf(task)) === 1)
    .map(({ task }) => task.key);
}

/** Lower-case ids of those `gone` that another queue declares under the same title, or with the same text. */
export function tasksElsewhere(
  gone: readonly TaskText[],
  others: readonly TaskText[],
): ReadonlySet<string> {
  const there = new Map<string, TaskText[]>();
  for (const other of others) {
    there.set(other.task.key, [...(there.get(other.task.key) ?? []), other]);
  }
  const moved = gone.filter((old) =>
    there
      .get(old.task.key)
      ?.some((other) => titleOf(other) === titleOf(old) || bodyOf(other) === bodyOf(old)),
  );
  return new Set(moved.map(({ task }) => task.key));
}

/** `haos-p1-1` became `melo-p1-1`, and so did others. */
function projectRenames(gone: readonly TaskText[], fresh: readonly TaskText[]): readonly string[] {
  const freshBySuffix = new Map<string, string[]>();
  for (const { task } of fresh) {
    const { project, suffix } = splitProject(task.key);
    freshBySuffix.set(suffix, [...(freshBySuffix.get(suffix) ?? []), project]);
  }
  const renames = new Map<string, string[]>();
  for (const { task } of gone) {
    const { project, suffix } = splitProject(task.key);
    for (const other of freshBySuffix.get(suffix) ?? []) {
      const rename = `${project}>${other}`;
      renames.set(rename, [...(renames.get(rename) ?? []), task.key]);
    }
  }
  return [...renames.values()].filter((keys) => keys.length >= leastRenames).flat();
}

/** The words before the first part that holds a digit; `haos` and `p1-1`. */
function splitProject(key: string): { readonly project: string; readonly suffix: string } {
  const project = /^(?:[a-z]+-)*(?=[^-]*\d)/.exec(key)?.[0] ?? '';
  return { project, suffix: key.slice(project.length) };
}

/** What the first declaration says in its own words: without its id, and without fields that many tasks share. */
function bodyOf({ task, document }: TaskText): string {
  const [first] = task.declarations;
  if (first === undefined) return '';
  const { start, end } = first.block;
  const shared = first.fields.filter(({ key, line }) => !telling.has(key) && line.end <= end);
  let words = '';
  let from = start;
  for (const { line } of shared) {
    if (line.start < from || isLineTask(first)) continue;
    words += document.text.slice(from, line.start);
    from = line.end;
  }
  words += document.text.slice(from, end);
  return wordsOf(words.toLowerCase().replaceAll(task.key, ' '));
}

function isLineTask({ form }: Declaration): boolean {
  return form === 'table-row' || form === 'pipe-record';
}

function titleOf({ task }: TaskText): string {
  return wordsOf(task.title.toLowerCase());
}

function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
