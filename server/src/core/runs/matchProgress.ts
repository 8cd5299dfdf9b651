/**
 * Which task a progress file belongs to: the ladder of workflow 1.1, first step that hits. Ids are reused between
 * projects, so a bare id such as `p3-2` counts only where its folder speaks for the task. Several hits are no hit.
 */
import type { TaskKey } from '../model/taskKey';
import { type KnownTask, type KnownTasks, slug } from './knownTasks';

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

const bareId = /^p\d+-\d+(?:-[a-z0-9])?$/;

/** An id that says nothing of its project, such as `p3-2`. */
export function isBareId(id: string): boolean {
  return bareId.test(id.toLowerCase());
}

const report =
  /-(?:(?:layer-?\d|l\d)-)?(?:validation-report|validation|audit|analysis|fix|v\d+|real|status|status-report|completion-report|completion|report|progress|retry)$/;

/** `path` relative to the folder; `namedIds` are those in the file's title and fields, in order. */
export function matchProgress(
  known: KnownTasks,
  path: string,
  namedIds: readonly string[],
): FileMatch {
  const whole = path.toLowerCase();
  const byField = known.withPath.filter(
    ({ progressPath }) => whole === progressPath || whole.endsWith(`/${progressPath}`),
  );
  if (byField.length > 0) return settle(byField, 'field', true);
  const segments = whole.split('/');
  const name = (segments.pop() ?? '').replace(/\.md$/, '');
  const folders = segments.slice(segments.lastIndexOf('progress') + 1);
  const attempt = (id: string, step: MatchStep, trusted: boolean): FileMatch | undefined => {
    const same = known.byId.get(id) ?? [];
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
  const longer = longestStart(name, known);
  const inferred =
    (longer && attempt(longer, 'longer', false)) ??
    onlyOne(
      known.all.filter((t) => isShortFor(name, t, folders)),
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

/** The longest id that a name goes on from, as `p2-1` in `p2-1-notes`. */
function longestStart(name: string, { byId }: KnownTasks): string | undefined {
  for (let end = name.lastIndexOf('-'); end > 0; end = name.lastIndexOf('-', end - 1)) {
    const start = name.slice(0, end);
    if (byId.has(start)) return start;
  }
  return undefined;
}

function withoutProject(name: string, known: KnownTasks): FileMatch | undefined {
  const [, prefix, rest] = /^([a-z][a-z0-9]*)-(.+)$/.exec(name) ?? [];
  if (prefix === undefined || rest === undefined) return undefined;
  return onlyOne(
    (known.byId.get(rest) ?? []).filter((t) =>
      t.sections.some((s) => `-${s}-`.includes(`-${prefix}-`)),
    ),
    'project-prefix',
  );
}

function byTitle(
  known: KnownTasks,
  namedIds: readonly string[],
  attempt: (id: string, step: MatchStep, trusted: boolean) => FileMatch | undefined,
): FileMatch | undefined {
  const named = namedIds.map((id) => id.toLowerCase()).find((id) => known.byId.has(id));
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
