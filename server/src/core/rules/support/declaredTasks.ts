/** What rules ask of a document: its declarations with the tasks and dependencies that they stand for, and the words for these. */
import type { Dependency } from '../../graph/graphModel';
import { decidingDeclaration } from '../../index/decidingDeclaration';
import { idOf } from '../../index/idOf';
import type { Task } from '../../index/task';
import type { Declaration } from '../../model/declaration';
import type { QueueDocument } from '../../model/queueDocument';
import type { Reference } from '../../model/reference';
import type { Span } from '../../model/span';
import { type TaskKey, taskKeyOf } from '../../model/taskKey';
import type { QueueState } from '../../state';
import { quote } from './quote';

export interface DeclaredTask {
  readonly declaration: Declaration;
  readonly task: Task;
  /** Index into the document's declarations. */
  readonly at: number;
}

export interface DeclaredDependency extends DeclaredTask {
  readonly dependency: Dependency;
  readonly reference: Reference;
}

/** Every declaration of the document with its task, in file order. */
export const declaredTasks = remembered((state, document): readonly DeclaredTask[] =>
  document.declarations.flatMap((declaration, at) => {
    const task = state.index.tasks.get(taskKeyOf(document.uri, declaration.id.value));
    return task ? [{ declaration, task, at }] : [];
  }),
);

/** Every reference of the document with what it resolved to, in file order. */
export const declaredDependencies = remembered((state, document): readonly DeclaredDependency[] =>
  declaredTasks(state, document).flatMap((declared) =>
    (state.graph.byTask.get(declared.task.key) ?? []).flatMap((dependency) => {
      const reference = declared.declaration.references[dependency.reference];
      return dependency.declaration === declared.at && reference
        ? [{ ...declared, dependency, reference }]
        : [];
    }),
  ),
);

/** What a dependency still waits for, in words: `` `a-1` (pending) ``. */
export function openInWords(state: QueueState, { open }: Dependency): readonly string[] {
  return open.map((key) => withStatus(state, key));
}

/** A task with the status it has, in words: `` `a-1` (pending) ``. */
export function withStatus({ index }: QueueState, key: TaskKey): string {
  return `${quote(idOf(index, key))} (${index.tasks.get(key)?.status ?? 'unknown'})`;
}

/** Declarations that say what the task as a whole is: not an older one that a further declaration outran (rule S5). */
export function isEffective({ declaration, task }: DeclaredTask): boolean {
  return declaration.status.value === task.status;
}

/** Each task once, at the first declaration that says what it is. */
export function firstEffective(
  state: QueueState,
  document: QueueDocument,
): readonly DeclaredTask[] {
  const told = new Set<string>();
  return declaredTasks(state, document).filter((declared) => {
    if (!isEffective(declared) || told.has(declared.task.key)) return false;
    told.add(declared.task.key);
    return true;
  });
}

/** The status words of a declaration, or its line when it has none. */
export function statusSpan(declaration: Declaration): Span {
  return declaration.status.text?.span ?? declaration.line;
}

/** Uri and place of the declaration whose status a task has. */
export function placeOf(
  state: QueueState,
  key: TaskKey,
): { readonly uri: string; readonly span: Span } | undefined {
  const task = state.index.tasks.get(key);
  const declaration = task && decidingDeclaration(state.documents, task);
  return task && declaration ? { uri: task.uri, span: declaration.id.span } : undefined;
}

/** Asked by many rules of the same state and document, both of which never change: answered once. */
function remembered<Answer>(
  answer: (state: QueueState, document: QueueDocument) => Answer,
): (state: QueueState, document: QueueDocument) => Answer {
  const known = new WeakMap<QueueState, WeakMap<QueueDocument, Answer>>();
  return (state, document) => {
    const ofState = known.get(state) ?? new WeakMap<QueueDocument, Answer>();
    known.set(state, ofState);
    const before = ofState.get(document);
    if (before !== undefined) return before;
    const now = answer(state, document);
    ofState.set(document, now);
    return now;
  };
}
