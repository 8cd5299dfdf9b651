/**
 * Which task a progress file belongs to: the ladder of workflow 1.1, first step that hits. Ids are reused between
 * projects, so a bare id such as `p3-2` counts only where its folder speaks for the task. Several hits are no hit.
 */
import { fieldOf, type Declaration } from '../model/declaration';
import type { QueueDocument } from '../model/queueDocument';
import { type TaskKey, taskKeyOf } from '../model/taskKey';
import { idAtStart } from '../dialect/taskId';

export type MatchStep =
  'field' | 'name' | 'manager' | 'report' | 'longer' | 'short' | 'project-prefix' | 'title';

export type FileMatch =
  | {
      readonly kind: 'task';
      readonly key: TaskKey;
      readonly step: MatchStep;
      /** Sure enough to call a difference a mistake: its own field or its whole name says so. */
      readonly trusted: boolean;
    }
  /** The name fits several tasks, or a bare id nobody vouches for. */
  | { readonly kind: 'ambiguous'; readonly keys: readonly TaskKey[] }
  /** Speaks of a task that no queue has; `id` is the name it goes by. */
  | { readonly kind: 'orphan'; readonly id: string }
  /** No task file at all. */
  | { readonly kind: 'none' };

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

/** In file order; a task that is declared several times has as many entries. */
export function knownTasksOf(documents: Iterable<QueueDocument>): readonly KnownTask[] {
  return [...documents].flatMap((document) =>
    document.declarations.map((declaration) => knownTask(document, declaration)),
  );
}

function knownTask(document: QueueDocument, declaration: Declaration): KnownTask {
  const value = (key: Parameters<typeof fieldOf>[1]) => fieldOf(declaration, key)?.value.value;
  const sections: string[] = [];
  for (let at = declaration.group; at >= 0; at = document.groups[at]?.parent ?? -1)
    sections.push(slug(document.groups[at]?.title.value ?? ''));
  const parent = value('parent');
  const folders = [
    parent === undefined ? undefined : (idAtStart(parent) ?? undefined),
    ...phaseFolders(declaration.phase),
  ].flatMap((f) => (f === undefined ? [] : [slug(f)]));
  const project = value('project');
  return {
    key: taskKeyOf(document.uri, declaration.id.value),
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

const bareId = /^p\d+-\d+(?:-[a-z0-9])?$/;

/** An id that says nothing of its project, such as `p3-2`. */
export function isBareId(id: string): boolean {
  return bareId.test(id.toLowerCase());
}

const report =
  /-(?:(?:layer-?\d|l\d)-)?(?:validation-report|validation|audit|analysis|fix|v\d+|real|status|status-report|completion-report|completion|report|progress|retry)$/;

/** `path` relative to the folder; `namedIds` are those in the file's title and fields, in order. */
export function matchProgress(
  known: readonly KnownTask[],
  path: string,
  namedIds: readonly string[],
): FileMatch {
  const whole = path.toLowerCase();
  const byField = known.filter(
    (t) =>
      t.progressPath !== undefined &&
      (whole === t.progressPath || whole.endsWith(`/${t.progressPath}`)),
  );
  if (byField.length > 0) return settle(byField, 'field', true);
  const segments = whole.split('/');
  const name = (segments.pop() ?? '').replace(/\.md$/, '');
  const folders = segments.slice(segments.lastIndexOf('progress') + 1);
  const attempt = (id: string, step: MatchStep, trusted: boolean): FileMatch | undefined => {
    const same = known.filter((t) => t.id === id);
    if (same.length === 0) return undefined;
    const vouched = same.filter((t) => speaksFor(t, folders));
    if (vouched.length > 0) return settle(vouched, step, trusted);
    return isBareId(id)
      ? { kind: 'ambiguous', keys: distinctKeys(same) }
      : settle(same, step, trusted);
  };
  if (name.startsWith('_')) {
    const owner = folders.at(-1);
    return (
      (owner === undefined ? undefined : attempt(owner, 'manager', false)) ??
      byTitle(known, namedIds, attempt) ?? { kind: 'none' }
    );
  }
  const stripped = stripReports(name);
  const exact =
    attempt(name, 'name', true) ??
    (stripped === name ? undefined : attempt(stripped, 'report', false));
  if (exact) return exact;
  const longer = known
    .filter((t) => name.startsWith(`${t.id}-`))
    .sort((a, b) => b.id.length - a.id.length)[0];
  const inferred =
    (longer && attempt(longer.id, 'longer', false)) ??
    onlyOne(
      known.filter((t) => isShortFor(name, t, folders)),
      'short',
    ) ??
    withoutProject(name, known) ??
    byTitle(known, namedIds, attempt);
  if (inferred) return inferred;
  const title = namedIds[0];
  return title?.toLowerCase() === name ? { kind: 'orphan', id: title } : { kind: 'none' };
}

/** The folder names the task's parent, phase or project, or a section that it stands in. */
export function speaksFor(task: KnownTask, folders: readonly string[]): boolean {
  return folders
    .map(slug)
    .some(
      (folder) =>
        task.folders.has(folder) ||
        task.sections.some((s) => folder.length > 3 && `-${s}-`.includes(`-${folder}-`)),
    );
}

function settle(tasks: readonly KnownTask[], step: MatchStep, trusted: boolean): FileMatch {
  const keys = distinctKeys(tasks);
  const [key] = keys;
  return key !== undefined && keys.length === 1
    ? { kind: 'task', key, step, trusted }
    : { kind: 'ambiguous', keys };
}

function onlyOne(tasks: readonly KnownTask[], step: MatchStep): FileMatch | undefined {
  return tasks.length === 0 ? undefined : settle(tasks, step, false);
}

/** `p5-4` of `p5-4-video`; `p1-4-f` of `invite-service-p1-4-f`, unless it lies in a folder of something else. */
function isShortFor(name: string, task: KnownTask, folders: readonly string[]): boolean {
  if (task.id.startsWith(`${name}-`)) return true;
  const isEnd = isBareId(name) && task.id.endsWith(`-${name}`);
  return isEnd && (folders.length === 0 || speaksFor(task, folders));
}

function withoutProject(name: string, known: readonly KnownTask[]): FileMatch | undefined {
  const [, prefix, rest] = /^([a-z][a-z0-9]*)-(.+)$/.exec(name) ?? [];
  if (prefix === undefined || rest === undefined) return undefined;
  return onlyOne(
    known.filter((t) => t.id === rest && t.sections.some((s) => `-${s}-`.includes(`-${prefix}-`))),
    'project-prefix',
  );
}

function byTitle(
  known: readonly KnownTask[],
  namedIds: readonly string[],
  attempt: (id: string, step: MatchStep, trusted: boolean) => FileMatch | undefined,
): FileMatch | undefined {
  const named = namedIds.map((id) => id.toLowerCase()).find((id) => known.some((t) => t.id === id));
  return named === undefined ? undefined : attempt(named, 'title', false);
}

function stripReports(name: string): string {
  let now = name;
  for (let before = ''; before !== now;) {
    before = now;
    now = now.replace(report, '');
  }
  return now;
}

function distinctKeys(tasks: readonly KnownTask[]): readonly TaskKey[] {
  return [...new Set(tasks.map((t) => t.key))];
}
