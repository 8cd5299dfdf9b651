/** running-without-worker: a task stands in progress, and nobody has given a sign of life for long. */
import { defineRule } from '../rule';
import { ageInWords, canJudgeLife, lifeSignsOf } from '../support/lifeSigns';
import { declaredTasks, isEffective, statusSpan } from '../support/declaredTasks';
import { quote } from '../support/quote';

const minute = 60_000;

export const runningWithoutWorker = defineRule({
  code: 'running-without-worker',
  severity: 'warning',
  *check(state, document) {
    if (!canJudgeLife(state)) return;
    const { now, options } = state;
    for (const declared of declaredTasks(state, document)) {
      const { declaration, task } = declared;
      if (task.status !== 'in-progress' || !isEffective(declared) || task.isManager) continue;
      const signs = lifeSignsOf(state, task.key, declaration);
      const newest = Math.max(signs.last ?? -Infinity, signs.since ?? -Infinity);
      if (!Number.isFinite(newest) || now - newest <= options.noLifeSignMinutes * minute) continue;
      const missing = [
        ...(signs.hasHeartbeat ? [] : ['no heartbeat']),
        ...(signs.hasProgress ? [] : ['no progress file']),
      ];
      const silent =
        signs.last === undefined
          ? missing.join(' and ')
          : `the last sign of life is ${ageInWords(now - signs.last)} old${missing.length > 0 ? ` (${missing.join(', ')})` : ''}`;
      yield {
        span: statusSpan(declaration),
        message: `${quote(declaration.id.value)} is in progress, but ${silent}. Look whether its worker lives; else reset it to pending and start a new attempt.`,
      };
    }
  },
});
