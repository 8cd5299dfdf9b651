/** Which task a person at the command line means. */
import { relative, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import type { TaskKey } from '../../core/model/taskKey';
import { listed } from '../../core/rules/support/quote';
import type { QueueState } from '../../core/state';

export type NamedTask =
  | { readonly kind: 'task'; readonly key: TaskKey }
  /** In a sentence or two; `isUndeclared` where there is no such task, rather than several. */
  | { readonly kind: 'trouble'; readonly why: string; readonly isUndeclared: boolean };

/** The one task of that id; case does not matter. */
export function taskNamed(
  state: QueueState,
  id: string,
  queue: string | undefined,
  cwd: string,
): NamedTask {
  const wantedQueue = queue === undefined ? undefined : URI.file(resolve(cwd, queue)).toString();
  if (wantedQueue !== undefined && !state.documents.has(wantedQueue))
    return undeclared(noQueue(state, queue ?? '', cwd));
  const tasks = [...state.index.tasks.values()].filter(
    (task) =>
      task.id.toLowerCase() === id.toLowerCase() &&
      (wantedQueue === undefined || task.uri === wantedQueue),
  );
  const [task, second] = tasks;
  if (task === undefined) {
    const uri = wantedQueue ?? [...state.documents.keys()][0] ?? '';
    const found = state.index.resolve(uri, id);
    const near =
      found.kind === 'unresolved'
        ? found.nearest
        : found.kind === 'task'
          ? state.index.tasks.get(found.target)?.id
          : undefined;
    return undeclared(
      `No queue of this folder has a task "${id}".${near === undefined ? ' Write its whole id, as the queue does.' : ` Do you mean ${near}?`}`,
    );
  }
  if (second !== undefined)
    return ambiguous(
      `Several queues have a task "${id}": ${listed(
        tasks.map(({ uri }) => nameOf(uri, cwd)),
        Infinity,
      )}. Say which one with --queue PATH.`,
    );
  return { kind: 'task', key: task.key };
}

/** Says that there is no such queue, and which ones there are. */
export function noQueue(state: QueueState, queue: string, cwd: string): string {
  const names = [...state.documents.keys()].map((uri) => nameOf(uri, cwd));
  const others =
    names.length === 0
      ? ''
      : ` ${names.length === 1 ? 'Its queue is' : 'Its queues are'} ${listed(names)}.`;
  return `${queue} is no queue of this folder.${others}`;
}

/** Path of a queue as a person in `cwd` would write it. */
export function nameOf(uri: string, cwd: string): string {
  return relative(cwd, URI.parse(uri).fsPath).replaceAll('\\', '/');
}

/** The answer where no queue declares the task; `why` is a sentence or two for people. */
export function undeclared(why: string): NamedTask {
  return { kind: 'trouble', why, isUndeclared: true };
}

/** The answer where several queues have the task; `why` is a sentence or two for people. */
export function ambiguous(why: string): NamedTask {
  return { kind: 'trouble', why, isUndeclared: false };
}
