/** The files beside the queues, matched with the tasks they speak of. */
import type { QueueIndex } from '../index/queueIndex';
import type { QueueDocument } from '../model/queueDocument';
import type { TaskKey } from '../model/taskKey';
import { type KnownTasks, knownTasksOf } from './knownTasks';
import { type FileMatch, matchProgress } from './matchProgress';
import type { Progress } from './readProgress';
import type { Heartbeat } from './readHeartbeat';
import type { RunFile } from './runFile';
import { type Validation, validationsOf } from './validationTracker';

export interface ProgressFile {
  readonly file: RunFile;
  readonly progress: Progress;
  readonly match: FileMatch;
  readonly isArchived: boolean;
}

export interface HeartbeatFile {
  readonly file: RunFile;
  readonly heartbeat: Heartbeat;
  /** The tasks it may be for: several where queues share its id, none where its id is unknown. */
  readonly keys: readonly TaskKey[];
  /** The one task it is for. */
  readonly key: TaskKey | undefined;
}

export interface RunState {
  /** By uri. */
  readonly files: ReadonlyMap<string, RunFile>;
  readonly progress: readonly ProgressFile[];
  readonly progressByUri: ReadonlyMap<string, ProgressFile>;
  /** The progress files of a task, the one that counts first: trusted, not archived, newest. */
  readonly progressOf: ReadonlyMap<TaskKey, readonly ProgressFile[]>;
  readonly heartbeats: readonly HeartbeatFile[];
  readonly heartbeatOf: ReadonlyMap<TaskKey, HeartbeatFile>;
  /** What was asked and answered of a task; no entry for one that nobody spoke of. */
  readonly validations: ReadonlyMap<TaskKey, Validation>;
  /** File times tell nothing: nearly all are the same, as after a clone or a copy (design index, note 7). */
  readonly sameFileTimes: boolean;
}

/**
 * Finds for each file the task it speaks of: among those of its own folder, or of all queues where its folder holds
 * none. Two queues may share an id; such a file stays ambiguous.
 */
export function runStateOf(
  files: readonly RunFile[],
  documents: ReadonlyMap<string, QueueDocument>,
  index: QueueIndex,
): RunState {
  const known = knownTasksOf(documents.values());
  const knownIn = knownByFolder(documents);
  const progress = files.flatMap((file): ProgressFile[] => {
    if (file.content.kind !== 'progress') return [];
    const match = matchProgress(knownIn(file.folder), file.path, file.content.progress.namedIds);
    return [
      { file, progress: file.content.progress, match, isArchived: /\/archive\//i.test(file.path) },
    ];
  });
  const heartbeats = files.flatMap((file): HeartbeatFile[] => {
    if (file.content.kind !== 'heartbeat') return [];
    const { heartbeat } = file.content;
    const keys = keysOf(knownIn(file.folder), heartbeat.taskId);
    return [{ file, heartbeat, keys, key: keys.length === 1 ? keys[0] : undefined }];
  });
  return {
    files: new Map(files.map((file) => [file.uri, file])),
    progress,
    progressByUri: new Map(progress.map((p) => [p.file.uri, p])),
    progressOf: progressByTask(progress),
    heartbeats,
    heartbeatOf: new Map(heartbeats.flatMap((h) => h.keys.map((key) => [key, h] as const))),
    validations: validationsOf(files, known.all, index),
    sameFileTimes: haveSameTime(files),
  };
}

/** The tasks that files of a folder may speak of: those of its own queues, where it has some. */
function knownByFolder(
  documents: ReadonlyMap<string, QueueDocument>,
): (folder: string) => KnownTasks {
  const known = new Map<string, KnownTasks>();
  return (folder) => {
    const before = known.get(folder);
    if (before) return before;
    const all = [...documents.values()];
    const own = all.filter(({ uri }) => uri.startsWith(`${folder}/`));
    const tasks = knownTasksOf(own.length > 0 ? own : all);
    known.set(folder, tasks);
    return tasks;
  };
}

function keysOf(known: KnownTasks, id: string): readonly TaskKey[] {
  return [...new Set((known.byId.get(id.toLowerCase()) ?? []).map(({ key }) => key))];
}

function progressByTask(
  progress: readonly ProgressFile[],
): ReadonlyMap<TaskKey, readonly ProgressFile[]> {
  const byTask = new Map<TaskKey, ProgressFile[]>();
  for (const file of progress) {
    if (file.match.kind !== 'task') continue;
    const files = byTask.get(file.match.key);
    if (files) files.push(file);
    else byTask.set(file.match.key, [file]);
  }
  for (const files of byTask.values())
    files.sort((a, b) => rank(a) - rank(b) || b.file.modifiedAt - a.file.modifiedAt);
  return byTask;
}

function rank({ match, isArchived }: ProgressFile): number {
  return (isArchived ? 2 : 0) + (match.kind === 'task' && match.trusted ? 0 : 1);
}

const together = 120_000;

/** Nine in ten files within two minutes of each other. A handful of files proves nothing either way. */
function haveSameTime(files: readonly RunFile[]): boolean {
  if (files.length < 5) return false;
  const times = files.map((file) => file.modifiedAt).sort((a, b) => a - b);
  const middle = times[times.length >> 1] as number;
  return times.filter((time) => Math.abs(time - middle) <= together).length >= times.length * 0.9;
}
