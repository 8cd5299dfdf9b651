/** Which model a worker gets: what the task's Model field asks for, in the words of the back end. */
import { statedField } from '../model/statedField';
import type { TaskKey } from '../model/taskKey';
import { judgeModel, modelNamesIn } from '../runs/modelNames';
import type { QueueState } from '../state';
import type { Obstacle } from './obstacle';
import { taskBlockOf } from './taskBlock';

export interface ModelChoice {
  /** As the back end knows it; absent: its own default. */
  readonly model: string | undefined;
  readonly obstacle: Obstacle | undefined;
}

/** `names` are the setting's: name in the queue → name of the back end. Of several models the first one counts. */
export function chooseModel(
  state: QueueState,
  key: TaskKey,
  names: Readonly<Record<string, string>>,
): ModelChoice {
  const block = taskBlockOf(state, key);
  const field = block && statedField(block.declaration, 'model');
  const written = field && modelNamesIn(field.value)[0]?.value;
  if (written === undefined) return { model: undefined, obstacle: undefined };
  const { models } = state.options;
  const judgement = judgeModel(written, models);
  if (judgement.kind === 'denied') return { model: undefined, obstacle: denied(written) };
  const own = entryOf(names, written);
  if (judgement.kind === 'unknown' && own === undefined)
    return { model: undefined, obstacle: unknown(written, judgement.nearest) };
  const model = own ?? entryOf(models.known, written) ?? written;
  // A name may stand for one that must not be used.
  const isDenied = judgeModel(model, { known: {}, denied: models.denied }).kind === 'denied';
  return isDenied ? { model: undefined, obstacle: denied(model) } : { model, obstacle: undefined };
}

/** An obstacle when the back end tells which models it has, and this is none of them. */
export function modelNotOffered(
  model: string | undefined,
  offered: readonly string[] | undefined,
): Obstacle | undefined {
  if (model === undefined || offered === undefined || offered.length === 0) return undefined;
  const wanted = model.toLowerCase();
  const isThere = offered.some((name) => {
    const other = name.toLowerCase();
    return other === wanted || other.endsWith(`/${wanted}`);
  });
  if (isThere) return undefined;
  const some = offered.slice(0, 8).join(', ');
  return obstacle(
    `The back end has no model called ${model}.`,
    `Use one of ${some}${offered.length > 8 ? ', …' : ''}, or map the name in the setting workers.models.`,
  );
}

function denied(name: string): Obstacle {
  return obstacle(
    `The model ${name} must not be used: the setting models.denied names it.`,
    'Give the task another Model.',
  );
}

function unknown(name: string, nearest: string | undefined): Obstacle {
  return obstacle(
    `No model is called ${name}.`,
    nearest === undefined
      ? 'Use one of the setting models.known, or add it there.'
      : `Did you mean ${nearest}? Correct the Model field.`,
  );
}

function obstacle(why: string, remedy: string): Obstacle {
  return { code: 'model', why, remedy, canOverride: false };
}

/** Names count in any letters; only own entries, since the name comes from a file. */
function entryOf(names: Readonly<Record<string, string>>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(names).find(([known]) => known.toLowerCase() === wanted)?.[1];
}
