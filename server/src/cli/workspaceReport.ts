/** What the files beside a queue tell of its running tasks: facts, whether or not they are a problem. */
import { statedWords } from '../core/model/statedField';
import type { TaskKey } from '../core/model/taskKey';
import { sessionOf } from '../core/features/support/taskRuns';
import type { Task } from '../core/index/task';
import { lifeSignsOf } from '../core/rules/support/lifeSigns';
import type { HeartbeatFile, ProgressFile } from '../core/runs/runState';
import type { QueueState } from '../core/state';
import { lineAt } from '../core/text/lineTable';
import { isoTime } from './isoTime';

/** The part `workspace` of `inspect`; `uri` is a queue of the state. */
export function workspaceReport(state: QueueState, uri: string): object {
  const running = state.schedule.byQueue.get(uri)?.inProgress ?? [];
  const without = (has: (key: TaskKey) => boolean): readonly string[] =>
    running.filter((key) => !has(key)).flatMap((key) => state.index.tasks.get(key)?.id ?? []);
  return {
    files: state.runFiles.length,
    // Where they are alike, as after a clone, nobody can tell how old a sign of life is.
    fileTimes: state.runs.sameFileTimes ? 'alike' : 'usable',
    inProgress: running.flatMap((key) => {
      const task = state.index.tasks.get(key);
      return task ? [taskFacts(state, task)] : [];
    }),
    noHeartbeat: without((key) => state.runs.heartbeatOf.has(key)),
    noProgressFile: without((key) => currentProgress(state, key) !== undefined),
  };
}

function taskFacts(state: QueueState, task: Task): object {
  const document = state.documents.get(task.uri);
  const declaration = document?.declarations[task.deciding];
  if (!document || !declaration) return { id: task.id };
  const heartbeat = state.runs.heartbeatOf.get(task.key);
  const progress = currentProgress(state, task.key);
  const { last } = lifeSignsOf(state, task.key, declaration);
  return {
    id: task.id,
    line: lineAt(document.lines, declaration.line.start) + 1,
    started: statedWords(declaration, 'started') ?? null,
    heartbeat: heartbeat ? heartbeatFacts(heartbeat) : null,
    progress: progress ? progressFacts(progress) : null,
    lastSign: state.runs.sameFileTimes ? null : isoTime(last),
    session: sessionOf(state, task) ?? null,
  };
}

/** The file that counts first, unless it was laid aside. */
function currentProgress(state: QueueState, key: TaskKey): ProgressFile | undefined {
  return state.runs.progressOf.get(key)?.find((file) => !file.isArchived);
}

function heartbeatFacts({ file, heartbeat }: HeartbeatFile): object {
  const { status, lastBeat, clockPlausible, phase } = heartbeat;
  return {
    path: file.path,
    modifiedAt: isoTime(file.modifiedAt),
    status,
    lastBeat: isoTime(lastBeat),
    clockPlausible,
    phase: phase ?? null,
  };
}

function progressFacts({ file, progress, match }: ProgressFile): object {
  return {
    path: file.path,
    modifiedAt: isoTime(file.modifiedAt),
    status: progress.status?.value ?? 'unknown',
    isSure: match.kind === 'task' && match.trusted,
  };
}
