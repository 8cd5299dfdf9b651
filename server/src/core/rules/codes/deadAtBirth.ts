/** dead-at-birth: a worker was announced minutes ago and has done nothing since. */
import { defineRule } from '../rule';
import { ageInWords, canJudgeLife } from '../support/lifeSigns';
import { declaredTasks, isEffective, statusSpan } from '../support/declaredTasks';
import { quote } from '../support/quote';

const minute = 60_000;

export const deadAtBirth = defineRule({
  code: 'dead-at-birth',
  severity: 'warning',
  *check(state, document) {
    if (!canJudgeLife(state)) return;
    const { now, options } = state;
    for (const declared of declaredTasks(state, document)) {
      const { declaration, task } = declared;
      const beat = state.runs.heartbeatOf.get(task.key);
      if (task.status !== 'in-progress' || !isEffective(declared) || task.isManager || !beat)
        continue;
      const born = beat.file.modifiedAt;
      // A heartbeat that was never touched after its own start was written by whoever spawned the worker.
      const neverBeat =
        beat.heartbeat.startedAt !== undefined &&
        beat.heartbeat.lastBeat === beat.heartbeat.startedAt;
      const worked = (state.runs.progressOf.get(task.key) ?? []).some(
        (f) => !f.isArchived && f.file.modifiedAt >= born - minute,
      );
      const age = now - born;
      if (
        !neverBeat ||
        worked ||
        age <= options.proofOfLifeMinutes * minute ||
        age > options.noLifeSignMinutes * minute
      )
        continue;
      yield {
        span: statusSpan(declaration),
        message: `${quote(declaration.id.value)} was given a worker ${ageInWords(age)} ago, and it has not moved since. Check that the session runs and its model exists.`,
        related: [
          {
            uri: beat.file.uri,
            span: { start: 0, end: 0 },
            message: 'Its heartbeat has never been renewed.',
          },
        ],
      };
    }
  },
});
