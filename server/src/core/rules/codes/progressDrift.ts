/** progress-drift: the queue and the task's progress file tell different stories. Which one is behind? */
import { isSpelledAs } from '../../model/status';
import { disagreementsOf } from '../../reconcile/disagreements';
import { defineRule } from '../rule';
import { statusSpan } from '../support/declaredTasks';
import { quote } from '../support/quote';

export const progressDrift = defineRule({
  code: 'progress-drift',
  severity: 'warning',
  *check(state, document) {
    for (const { declaration, queue, file, claim, isUnrecorded } of disagreementsOf(
      state,
      document,
    )) {
      const written = file.file.text.slice(claim.span.start, claim.span.end);
      const meaning = isSpelledAs(claim.value, written) ? '' : ` (${claim.value})`;
      const advice = isUnrecorded
        ? 'The claim was never recorded: set it to needs-validation at most, and validate.'
        : 'Either the file was never closed, or the queue ran ahead: correct the one that is behind.';
      yield {
        span: statusSpan(declaration),
        message: `${quote(declaration.id.value)} is ${queue} here, but its progress file says ${quote(written)}${meaning}. ${advice}`,
        related: [
          {
            uri: file.file.uri,
            span: claim.span,
            message: `The progress file says ${claim.value}.`,
          },
        ],
      };
    }
  },
});
