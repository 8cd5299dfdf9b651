/** The tasks as the files beside the queues may name them. */
import { groupBy } from '../groupBy';
import type { Declaration } from '../model/declaration';
import type { FieldKey } from '../model/field';
import type { QueueDocument } from '../model/queueDocument';
import { statedWords } from '../model/statedField';
import { type TaskKey, taskKeyOf } from '../model/taskKey';
import { idAtStart } from '../dialect/taskId';

/** What the ladder knows of the tasks: one entry for each declaration. */
export interface KnownTask {
  readonly key: TaskKey;
  /** Lower case. */
  readonly id: string;
  /** Slugs of what may stand as a folder above its files: parent, phase, project, enclosing sections. */
  readonly folders: ReadonlySet<string>;
  readonly sections: readonly string[];
  /** The Progress field, as a path. */
  readonly progressPath: string | undefined;
}

/** The same tasks, by what files are asked for. */
export interface KnownTasks {
  /** One for each declaration, in file order. */
  readonly all: readonly KnownTask[];
  /** By lower-case id. */
  readonly byId: ReadonlyMap<string, readonly KnownTask[]>;
  /** Those whose Progress field names a path. */
  readonly withPath: readonly (KnownTask & { readonly progressPath: string })[];
}

/** The tasks of these queues, in file order; one that is declared several times has as many entries. */
export function knownTasksOf(documents: Iterable<QueueDocument>): KnownTasks {
  const all = [...documents].flatMap(tasksOf);
  return {
    all,
    byId: groupBy(all, ({ id }) => id),
    withPath: all.flatMap((task) =>
      task.progressPath === undefined ? [] : [{ ...task, progressPath: task.progressPath }],
    ),
  };
}

/** A queue that did not change has the same tasks as before. */
const known = new WeakMap<QueueDocument, readonly KnownTask[]>();

function tasksOf(document: QueueDocument): readonly KnownTask[] {
  const before = known.get(document);
  if (before !== undefined) return before;
  const titles = document.groups.map(({ title }) => slug(title.value));
  const tasks = document.declarations.map((declaration) => {
    const sections: string[] = [];
    for (let at = declaration.group; at >= 0; at = document.groups[at]?.parent ?? -1)
      sections.push(titles[at] ?? '');
    return knownTask(document.uri, declaration, sections);
  });
  known.set(document, tasks);
  return tasks;
}

function knownTask(uri: string, declaration: Declaration, sections: readonly string[]): KnownTask {
  const value = (key: FieldKey) => statedWords(declaration, key);
  const parent = value('parent');
  const folders = [
    parent === undefined ? undefined : (idAtStart(parent) ?? undefined),
    ...phaseFolders(declaration.phases[0]),
  ].flatMap((f) => (f === undefined ? [] : [slug(f)]));
  const project = value('project');
  return {
    key: taskKeyOf(uri, declaration.id.value),
    id: declaration.id.value.toLowerCase(),
    folders: new Set(folders),
    sections: [...(project === undefined ? [] : [slug(project)]), ...sections],
    progressPath: pathIn(value('progress')),
  };
}

function phaseFolders(phase: string | undefined): readonly string[] {
  const number = phase === undefined ? undefined : /^phase (.+)$/.exec(phase)?.[1];
  return number === undefined ? [] : [`p${number}`, `phase-${number}`, `phase${number}`];
}

/** The path a Progress field names; nothing for a percentage or prose. */
function pathIn(value: string | undefined): string | undefined {
  const path = value === undefined ? undefined : /[\w./~-]+\.md\b/.exec(value)?.[0];
  return path?.replace(/^(?:~\/[^/]+\/|\.\/)/, '').toLowerCase();
}

/** Lower-case letters and digits of the English alphabet, joined by single hyphens; empty where there are none. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
