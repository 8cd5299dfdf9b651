/** What tree and graph show alike of a task. */
import { decidingDeclaration } from '../core/index/decidingDeclaration';
import type { Task } from '../core/index/task';
import type { Declaration } from '../core/model/declaration';
import type { QueueDocument } from '../core/model/queueDocument';
import { statedWords } from '../core/model/statedField';
import type { RuleCode } from '../core/rules/ruleCode';
import { lifeSignsOf } from '../core/rules/support/lifeSigns';
import type { QueueState } from '../core/state';
import { rangeOf } from '../core/text/lineTable';
import type { TaskView } from '../protocol/snapshot';
import type { TroubleCount } from './countTroubles';

/** What is told by the files beside the queue. */
export function runViews(
  state: QueueState,
  task: Task,
  troubles: readonly (TroubleCount | undefined)[],
): Pick<TaskView, 'drift' | 'noLifeSign' | 'lastSignMinutes'> {
  const messageOf = (code: RuleCode): string | undefined =>
    troubles.map((count) => count?.messages.get(code)).find((message) => message !== undefined);
  const drift = messageOf('progress-drift');
  const noLifeSign = messageOf('running-without-worker') ?? messageOf('dead-at-birth');
  const declaration = decidingDeclaration(state.documents, task);
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

/** Where it stands, and where else it is declared. */
export function placeViews(
  document: QueueDocument,
  task: Task,
  declaration: Declaration,
): Pick<TaskView, 'range' | 'repeats'> {
  const others = task.declarations.filter((at) => at !== task.deciding);
  const repeats = others.flatMap((at) => {
    const line = document.declarations[at]?.line;
    return line === undefined ? [] : [rangeOf(document.lines, line)];
  });
  return {
    range: rangeOf(document.lines, declaration.line),
    ...(repeats.length === 0 ? {} : { repeats }),
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
