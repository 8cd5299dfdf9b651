/** unknown-model: a worker is to be started with a model that does not exist, or that must not be used. */
import { isClosed } from '../../model/status';
import type { Spanned } from '../../model/span';
import { statedField } from '../../model/statedField';
import { judgeModel, modelNamesIn } from '../../runs/modelNames';
import type { QueueState } from '../../state';
import type { Report } from '../finding';
import { defineRule } from '../rule';
import { declaredTasks } from '../support/declaredTasks';
import { quote } from '../support/quote';

export const unknownModel = defineRule({
  code: 'unknown-model',
  severity: 'warning',
  *check(state, document) {
    for (const { declaration, task } of declaredTasks(state, document)) {
      const model = isClosed(task.status) ? undefined : statedField(declaration, 'model');
      if (model) yield* judged(state, model.value);
    }
  },
  *checkFile(state, file) {
    if (file.content.kind !== 'spawn-request' || file.content.request.model === undefined) return;
    const { model } = file.content.request;
    const at = file.text.indexOf(JSON.stringify(model)) + 1;
    yield* judged(state, { value: model, span: { start: at, end: at + model.length } });
  },
});

function* judged(state: QueueState, value: Spanned<string>): Iterable<Report> {
  for (const { value: name, span } of modelNamesIn(value)) {
    const judgement = judgeModel(name, state.options.models);
    if (judgement.kind === 'denied')
      yield {
        span,
        message: `The model ${quote(name)} must not be used (\`proactiveJobs.models.denied\`). A worker that is started with it is dead at birth: choose another one.`,
      };
    if (judgement.kind === 'unknown')
      yield {
        span,
        message: `No model is called ${quote(name)}. ${judgement.nearest === undefined ? 'Use one of `proactiveJobs.models.known`, or add it there.' : `Did you mean ${quote(judgement.nearest)}?`}`,
      };
  }
}
