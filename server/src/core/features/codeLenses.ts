/** Lenses above the tasks of a queue: start a worker, watch it, or why neither can be done. Every open task has a line. */
import type { Declaration } from '../model/declaration';
import type { QueueDocument } from '../model/queueDocument';
import type { Span } from '../model/span';
import { statedWords } from '../model/statedField';
import { isClosed } from '../model/status';
import { taskKeyOf, type TaskKey } from '../model/taskKey';
import type { Task } from '../index/task';
import type { QueueState } from '../state';
import { explainNotReady } from './support/explainNotReady';

export type LensKind =
  'spawn' | 'preview' | 'watch' | 'stop' | 'claim' | 'retry' | 'reason' | 'graph';

/** What is known of the attempt that holds a task, or of the last one. */
export interface LensAttempt {
  /**
   * `unconfirmed`: nobody can tell whether it was started. `finished`: it ended, well or in a way that nobody tells.
   * `broken`: it ended, or never began, without success.
   */
  readonly phase: 'under-way' | 'unconfirmed' | 'finished' | 'broken';
  /** A word for how it is, such as `running`. */
  readonly word: string;
}

export interface LensOptions {
  readonly spawn: boolean;
  readonly watch: boolean;
  readonly reason: boolean;
  /** The way into the graph: the last lens of every open task. */
  readonly graph: boolean;
  /** Without trust nothing is started or stopped: the lens says so. */
  readonly isTrusted: boolean;
  /** The attempt that holds a task, or the last one; nothing where none was made. */
  readonly attemptOf: (key: TaskKey) => LensAttempt | undefined;
}

export interface Lens {
  readonly key: TaskKey;
  readonly kind: LensKind;
  /** The line that declares the task. */
  readonly line: Span;
}

/**
 * The lenses of a queue file in file order. `document` may be newer than `state`: a task that the state does not know
 * yet has none. A task that stands in the file several times has them where its status stands.
 */
export function lensesOf(
  state: QueueState,
  document: QueueDocument,
  options: LensOptions,
): readonly Lens[] {
  const ready = new Set(state.schedule.byQueue.get(document.uri)?.ready);
  const places = new Map<TaskKey, Declaration>();
  for (const declaration of document.declarations) {
    const key = taskKeyOf(document.uri, declaration.id.value);
    const status = state.index.tasks.get(key)?.status;
    const before = places.get(key)?.status.value;
    if (before === undefined || (before !== status && declaration.status.value === status))
      places.set(key, declaration);
  }
  return document.declarations.flatMap((declaration) => {
    const { id, line } = declaration;
    const key = taskKeyOf(document.uri, id.value);
    if (places.get(key) !== declaration) return [];
    const kinds = kindsOf(state, key, ready.has(key), options);
    const all = options.graph && isOpen(state, key) ? [...kinds, 'graph' as const] : kinds;
    return all.map((kind) => ({ key, kind, line }));
  });
}

function isOpen(state: QueueState, key: TaskKey): boolean {
  const task = state.index.tasks.get(key);
  return task !== undefined && !isClosed(task.status);
}

/** The lenses that a task has at this moment, so that one that was drawn before is not clicked in vain. */
function kindsOf(
  state: QueueState,
  key: TaskKey,
  isReady: boolean,
  { spawn, watch, reason, isTrusted, attemptOf }: LensOptions,
): readonly LensKind[] {
  const task = state.index.tasks.get(key);
  if (task === undefined || isClosed(task.status)) return [];
  const why: readonly LensKind[] = reason ? ['reason'] : [];
  const phase = attemptOf(key)?.phase;
  if (phase === 'under-way' || phase === 'unconfirmed') return watch ? ['watch', 'stop'] : why;
  // The queue does not say yet that the worker has ended: a person decides what follows.
  if (phase !== undefined && task.status === 'in-progress' && watch)
    return phase === 'finished' ? ['watch', 'claim', 'retry'] : ['watch', 'retry'];
  const canStart = isTrusted && !state.goneFiles.has(task.uri);
  if (isReady) return spawn ? (canStart ? ['spawn', 'preview'] : ['reason']) : why;
  if (task.children.length > 0 || task.isManager || task.kind !== 'task') return [];
  return task.status === 'failed' && spawn && canStart ? ['retry', ...why] : why;
}

/** What can be done to one task, wherever it is spoken of; the way into the graph is not among it. */
export function lensKindsOf(
  state: QueueState,
  key: TaskKey,
  options: LensOptions,
): readonly LensKind[] {
  const uri = state.index.tasks.get(key)?.uri;
  const ready = uri === undefined ? undefined : state.schedule.byQueue.get(uri)?.ready;
  return kindsOf(state, key, ready?.includes(key) === true, options);
}

/** What a lens says: plain text with icons of ours only. Nothing when the task has gone. */
export function lensTitle(
  state: QueueState,
  { key, kind }: Pick<Lens, 'key' | 'kind'>,
  { isTrusted, attemptOf }: Pick<LensOptions, 'isTrusted' | 'attemptOf'>,
): string | undefined {
  const task = state.index.tasks.get(key);
  if (task === undefined) return undefined;
  switch (kind) {
    case 'spawn':
      return ['$(play) Spawn worker', ...modelOf(state, key), ...fullSlots(state, task.uri)].join(
        ' · ',
      );
    case 'preview':
      return 'Preview';
    case 'watch':
      return watchTitle(attemptOf(key));
    case 'stop':
      return '$(debug-stop) Stop';
    case 'claim':
      return 'Claim as finished';
    case 'retry':
      return ['$(debug-restart) Retry', ...modelOf(state, key)].join(' · ');
    case 'reason':
      return reasonTitle(state, key, task, isTrusted);
    case 'graph':
      return 'Show in graph';
  }
}

function watchTitle(attempt: LensAttempt | undefined): string {
  if (attempt === undefined) return '$(eye) Watch';
  const { phase, word } = attempt;
  switch (phase) {
    case 'under-way':
      return `$(eye) Watch · ${plain(word)}`;
    case 'unconfirmed':
      return '$(warning) Watch · start not confirmed';
    case 'finished':
      return word === 'succeeded' ? '$(pass) Worker finished' : `$(eye) Worker ${plain(word)}`;
    case 'broken':
      return `$(error) Worker ${plain(word)}`;
  }
}

function reasonTitle(
  state: QueueState,
  key: TaskKey,
  { status, uri }: Task,
  isTrusted: boolean,
): string {
  const isGone = state.goneFiles.has(uri);
  if (status === 'in-progress')
    return '$(sync) In progress, by a worker that was not started from here';
  const why = explainNotReady(state, key);
  if (why !== undefined) return `$(info) ${plain(why)}`;
  if (isTrusted && isGone) return '$(warning) Ready, but this file is not on the disk any more';
  return isTrusted
    ? '$(circle-outline) Ready'
    : '$(workspace-untrusted) Ready, but workers are started in trusted workspaces only';
}

function modelOf(state: QueueState, key: TaskKey): readonly string[] {
  const task = state.index.tasks.get(key);
  const document = task && state.documents.get(task.uri);
  const declaration = document?.declarations[task?.deciding ?? -1];
  const model = declaration && statedWords(declaration, 'model');
  return model === undefined ? [] : [plain(model)];
}

function fullSlots(state: QueueState, uri: string): readonly string[] {
  return state.schedule.byQueue.get(uri)?.slots.free === 0 ? ['slots full'] : [];
}

const longest = 120;

/** Words of a queue in one line; what would turn into an icon stays text. */
function plain(words: string): string {
  const line = words
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/\$\(/g, '$\u200b(');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
