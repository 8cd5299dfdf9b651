/** Links to tasks and lines, for hovers. Only our own uris ever become a target; labels are escaped words. */
import type { Declaration } from '../../model/declaration';
import { decidingDeclaration } from '../../index/decidingDeclaration';
import type { Task } from '../../index/task';
import type { Span } from '../../model/span';
import type { TaskKey } from '../../model/taskKey';
import type { QueueState } from '../../state';
import { lineAt } from '../../text/lineTable';
import { escapeMarkdown } from './escapeMarkdown';
import { fileLines } from './fileLines';

/** The declarations of a task, in file order. */
export function declarationsOf(state: QueueState, task: Task): readonly Declaration[] {
  const document = state.documents.get(task.uri);
  return task.declarations.flatMap((at) => document?.declarations[at] ?? []);
}

/** The first `most` tasks as links, and how many more there are. */
export function taskLinks(state: QueueState, keys: readonly TaskKey[], most = 4): string {
  const shown = keys.slice(0, most).map((key) => taskLink(state, key));
  return `${shown.join(', ')}${keys.length > most ? ` and ${keys.length - most} more` : ''}`;
}

/** A link to where the status of a task stands; empty for an unknown one. */
export function taskLink(state: QueueState, key: TaskKey): string {
  const task = state.index.tasks.get(key);
  const declaration = task && decidingDeclaration(state.documents, task);
  return task && declaration
    ? lineLink(task.uri, lineOf(state, task.uri, declaration.line), escapeMarkdown(task.id))
    : '';
}

/** A link to a 0-based line. Only our own uris ever become a target. */
export function lineLink(uri: string, line: number, label: string): string {
  const target = uri.replace(
    /[()<>\s\\]/g,
    (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `[${label}](${target}#L${line + 1})`;
}

/** The 0-based line where a span of the file starts; 0 for a file that was not read. */
export function lineOf(state: QueueState, uri: string, span: Span): number {
  const lines = fileLines(state, uri);
  return lines ? lineAt(lines, span.start) : 0;
}
