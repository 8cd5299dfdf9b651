/** validation-overdue: finished work has been waiting for its verdict for hours, and nobody answers. */
import { defineRule } from '../rule';
import { ageInWords } from '../support/lifeSigns';
import { firstEffective, statusSpan } from '../support/declaredTasks';
import { quote } from '../support/quote';
import { claimedAt } from '../support/taskClaims';
import { validationStamps } from '../support/validationStamps';

const hour = 3_600_000;

export const validationOverdue = defineRule({
  code: 'validation-overdue',
  severity: 'warning',
  *check(state, document) {
    // Without true file times the order of question and answer is not known.
    if (state.runs.sameFileTimes) return;
    for (const { declaration, task } of firstEffective(state, document)) {
      const validation = state.runs.validations.get(task.key);
      const request = validation?.requests.find((r) => !r.isArchived);
      const waits =
        task.status === 'needs-validation' ||
        (task.status === 'self-validated' && request !== undefined);
      if (!waits || task.isManager) continue;
      const stamps = validationStamps(state, task.uri, declaration);
      const asked = Math.max(stamps.asked ?? -Infinity, request?.at ?? -Infinity);
      const since = Math.max(claimedAt(state, task, declaration) ?? -Infinity, asked);
      const answered = Math.max(
        stamps.answered ?? -Infinity,
        validation?.answers[0]?.at ?? -Infinity,
      );
      if (!Number.isFinite(since) || answered >= since) continue;
      const age = state.now - since;
      if (age <= state.options.validationOverdueHours * hour) continue;
      const what = asked >= since ? 'a validation was asked for' : 'its result was claimed';
      yield {
        span: statusSpan(declaration),
        message: `${quote(declaration.id.value)} is ${task.status}; ${what} ${ageInWords(age)} ago, and nobody has answered. Validate it, or ask again.`,
        related: request
          ? [{ uri: request.file.uri, span: { start: 0, end: 0 }, message: 'The open request.' }]
          : [],
      };
    }
  },
});
