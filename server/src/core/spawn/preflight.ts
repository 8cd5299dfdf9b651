/** Whether a task can be spawned: every obstacle at once, each with its way out (workflow 4.1, step 1). */
import { gapFact } from '../graph/gapFact';
import { fileNameOf } from '../model/fileNameOf';
import type { Status } from '../model/status';
import { idInKey, queueInKey, type TaskKey } from '../model/taskKey';
import type { NotReadyReason } from '../schedule/scheduleModel';
import type { QueueState } from '../state';
import type { Obstacle } from './obstacle';
import { fullWords, isFull, type SlotUse, slotUse } from './slotUse';
import { type TaskBlock, taskBlockOf } from './taskBlock';

/** What the queue cannot tell. */
export interface SpawnFacts {
  readonly isTrusted: boolean;
  /** Tasks of all attempts that may be alive, in this workspace. */
  readonly held: readonly TaskKey[];
  /** Limit of workers in the workspace. */
  readonly maxWorkers: number;
  /** Absolute path of the folder that the worker starts in, and whether it is one. */
  readonly cwd: string;
  readonly isFolder: boolean;
  /** A new attempt after one of ours: the queue still says in-progress for the one before. */
  readonly isRetry: boolean;
}

/** Empty: it can start. Model and back end are judged elsewhere. */
export function preflight(state: QueueState, key: TaskKey, facts: SpawnFacts): readonly Obstacle[] {
  const untrusted: readonly Obstacle[] = facts.isTrusted ? [] : [notTrusted];
  const block = taskBlockOf(state, key);
  if (!block) return [...untrusted, notFound(state, key)];
  return [
    ...untrusted,
    ...identityObstacles(state, block),
    ...statusObstacles(block, facts.isRetry),
    ...waitObstacles(state, key),
    ...slotObstacles(slotUse(state, block.task.uri, key, facts.held, facts.maxWorkers)),
    ...folderObstacles(facts),
  ];
}

const notTrusted: Obstacle = hard(
  'untrusted',
  'This workspace is not trusted, so nothing is started in it.',
  'Trust the workspace, if you know where its files come from.',
);

function notFound(state: QueueState, key: TaskKey): Obstacle {
  const id = idInKey(key);
  const uri = queueInKey(key);
  if (!state.documents.has(uri))
    return hard(
      'not-found',
      `${fileNameOf(uri)}, which declared ${id}, is not there any more, or cannot be read.`,
      'Bring the file back, or look the task up again; it may have moved.',
    );
  return hard(
    'not-found',
    `No queue declares ${id} any more.`,
    'Look the task up again; it may have been renamed or archived.',
  );
}

function identityObstacles(state: QueueState, { task }: TaskBlock): readonly Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (task.declarations.length > 1)
    obstacles.push(
      hard(
        'ambiguous-id',
        `${task.id} is declared ${task.declarations.length} times in its queue.`,
        'Remove or rename the repeats first: nobody could say which one the worker is for.',
      ),
    );
  if (task.isManager || task.kind !== 'task')
    obstacles.push(
      hard(
        'manager',
        `${task.id} leads other tasks and takes no worker of its own.`,
        'Spawn its sub-tasks.',
      ),
    );
  if (state.goneFiles.has(task.uri))
    obstacles.push(
      hard(
        'queue-gone',
        `${fileNameOf(task.uri)} is not on the disk any more, so a worker could not be recorded in it.`,
        'Save it to bring it back, or close it.',
      ),
    );
  if (state.alarms.has(task.uri))
    obstacles.push(
      hard(
        'lost-content',
        'The queue has lost content to a change from outside, and nobody has accepted that yet.',
        'Restore the lost tasks, or accept the change as intended.',
      ),
    );
  return obstacles;
}

function statusObstacles({ task }: TaskBlock, isRetry: boolean): readonly Obstacle[] {
  const allowed: readonly Status[] = [
    'pending',
    'failed',
    ...(isRetry ? ['in-progress' as const] : []),
  ];
  return allowed.includes(task.status)
    ? []
    : [hard('status', `${task.id} is ${task.status}.`, statusRemedies[task.status])];
}

const reopen = 'Set it to pending first, if it is to be done again.';
const statusRemedies: Readonly<Record<Status, string>> = {
  pending: '',
  failed: '',
  'in-progress': 'Somebody works on it. If nobody does, reset it to pending.',
  'needs-validation': 'It waits for a verdict. Set it to failed if it has to be done again.',
  'self-validated': 'It waits for a verdict. Set it to failed if it has to be done again.',
  validated: reopen,
  complete: reopen,
  cancelled: reopen,
  blocked: 'Set it to pending once nothing is in its way any more.',
  unknown: 'Give it a Status that is a known word, such as pending.',
};

function waitObstacles(state: QueueState, key: TaskKey): readonly Obstacle[] {
  const uri = state.index.tasks.get(key)?.uri ?? '';
  const reasons = state.schedule.byQueue.get(uri)?.notReady.get(key) ?? [];
  return reasons.flatMap((reason) => {
    const words = waitWords(state, reason);
    return words ? [hard('dependencies', ...words)] : [];
  });
}

/** Why and remedy; nothing for reasons that are told in other ways. */
function waitWords(state: QueueState, reason: NotReadyReason): [string, string] | undefined {
  const shown = (keys: readonly TaskKey[]) =>
    keys
      .slice(0, 6)
      .map((key) => {
        const task = state.index.tasks.get(key);
        return task ? `${task.id} (${task.status})` : key;
      })
      .join(', ') + (keys.length > 6 ? ` and ${keys.length - 6} more` : '');
  switch (reason.kind) {
    case 'status':
    case 'manager':
      return undefined;
    case 'waits-for':
      return reason.soft
        ? [
            `It depends on what has not been accepted yet: ${shown(reason.tasks)}.`,
            'Have it validated, or let finished work meet dependencies (setting dependencies.softDoneMeets).',
          ]
        : [`It depends on ${shown(reason.tasks)}.`, 'Finish that first, or remove the dependency.'];
    case 'waits-for-one':
      return [
        `It depends on ${reason.references.join(' or ')}, and none of them is done.`,
        reason.soft
          ? 'Have one of them validated.'
          : 'Finish one of them, or remove the dependency.',
      ];
    case 'unresolved':
      return [
        `It depends on ${reason.reference}, which no queue declares.`,
        'Correct the id, or remove the dependency.',
      ];
    case 'ambiguous':
      return [
        `It depends on ${reason.reference}, which could be several tasks.`,
        'Write the whole id.',
      ];
    case 'free-text':
      return [
        'A dependency is written in words, so nobody can tell whether it is met.',
        'Replace the words by ids, or remove them once they are met.',
      ];
    case 'gap':
      return [
        `It depends on ${reason.reference}, and nobody can tell whether that is done: ${gapFact(reason.gap)}.`,
        'Correct the reference, mark the heading of the phase as done (✅), or remove the dependency.',
      ];
    case 'cycle':
      return [`It waits for itself: ${shown(reason.ring)}.`, 'Remove one dependency of the ring.'];
  }
}

function slotObstacles(use: SlotUse): readonly Obstacle[] {
  if (!isFull(use)) return [];
  return [
    {
      code: 'slots',
      why: fullWords(use, true),
      remedy: use.isSetting
        ? 'Wait until one is free, raise the setting workers.maxConcurrent, or start it all the same.'
        : 'Wait until one is free, or start it all the same.',
      canOverride: true,
    },
  ];
}

function folderObstacles({ cwd, isFolder }: SpawnFacts): readonly Obstacle[] {
  return isFolder
    ? []
    : [
        hard(
          'folder',
          `The folder ${cwd} is not there.`,
          'Create it, or correct where the project lies (setting projects).',
        ),
      ];
}

function hard(code: Obstacle['code'], why: string, remedy: string): Obstacle {
  return { code, why, remedy, canOverride: false };
}
