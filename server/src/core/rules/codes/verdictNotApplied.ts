/** verdict-not-applied: the validator has spoken, and the task still stands where it stood. */
import type { Status } from '../../model/status';
import type { ValidationAnswer } from '../../runs/validationTracker';
import { defineRule } from '../rule';
import { firstEffective, statusSpan } from '../support/declaredTasks';
import { quote } from '../support/quote';
import { workedAt } from '../support/taskClaims';

/** Where a task may stand when nobody has looked at the answer. */
const waiting: readonly Status[] = ['needs-validation', 'self-validated'];
const unaware: readonly Status[] = [...waiting, 'pending', 'in-progress'];

export const verdictNotApplied = defineRule({
  code: 'verdict-not-applied',
  severity: 'information',
  *check(state, document) {
    if (state.runs.sameFileTimes) return;
    for (const { declaration, task } of firstEffective(state, document)) {
      const validation = state.runs.validations.get(task.key);
      const answer = validation?.answers[0];
      if (!validation || !answer) continue;
      const asked = validation.requests[0]?.at ?? -Infinity;
      const worked = Math.max(workedAt(state, task, declaration) ?? -Infinity, asked);
      if (answer.at < worked || !isPending(answer, task.status)) continue;
      yield {
        span: statusSpan(declaration),
        message: `The validator's verdict on ${quote(declaration.id.value)} is ${answer.verdict}, but it is still ${task.status}. ${answer.verdict === 'pass' ? 'Set it to complete.' : 'Set it to failed and say what is missing.'}`,
        related: [
          { uri: answer.file.uri, span: answer.span, message: `The verdict: ${answer.verdict}.` },
        ],
      };
    }
  },
});

function isPending({ verdict }: ValidationAnswer, status: Status): boolean {
  return (verdict === 'pass' ? unaware : waiting).includes(status);
}
