/** What tree and graph show alike of a task. */
import type { Task } from '../core/index/task';
import type { Declaration } from '../core/model/declaration';
import type { QueueDocument } from '../core/model/queueDocument';
import { statedWords } from '../core/model/statedField';
import type { RuleCode } from '../core/rules/ruleCode';
import { lifeSignsOf } from '../core/rules/support/lifeSigns';
import type { QueueState } from '../core/state';
import type { TaskView } from '../protocol/snapshot';
import type { TroubleCount } from './countTroubles';

/** What is told by the files beside the queue. */
export function runViews(
  { state, document }: { readonly state: QueueState; readonly document: QueueDocument },
  task: Task,
  troubles: readonly (TroubleCount | undefined)[],
): Pick<TaskView, 'drift' | 'noLifeSign' | 'lastSignMinutes'> {
  const messageOf = (code: RuleCode): string | undefined =>
    troubles.map((count) => count?.messages.get(code)).find((message) => message !== undefined);
  const drift = messageOf('progress-drift');
  const noLifeSign = messageOf('running-without-worker') ?? messageOf('dead-at-birth');
  const declaration = document.declarations[task.declarations[0] ?? -1];
  const isWatched =
    task.status === 'in-progress' && !task.isManager && !state.runs.sameFileTimes && declaration;
  const last = isWatched ? lifeSignsOf(state, task.key, declaration).last : undefined;
  const minutes = last === undefined ? undefined : Math.floor((state.now - last) / 60_000);
  return {
    ...(drift === undefined ? {} : { drift }),
    ...(noLifeSign === undefined ? {} : { noLifeSign }),
    ...(minutes === undefined ? {} : { lastSignMinutes: Math.max(0, minutes) }),
  };
}

/** What its fields say, as they say it; a dash says nothing. */
export function fieldViews(
  declaration: Declaration,
): Pick<TaskView, 'model' | 'priority' | 'worker'> {
  const [model, priority, worker] = (['model', 'priority', 'worker'] as const).map((key) =>
    statedWords(declaration, key),
  );
  return {
    ...(model === undefined ? {} : { model }),
    ...(priority === undefined ? {} : { priority }),
    ...(worker === undefined ? {} : { worker }),
  };
}
