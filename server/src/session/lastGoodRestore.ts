/** Which insertions bring chosen tasks back, from one earlier content or several. */
import { applyInsertions, composeInsertions, type Insertion } from '../core/guard/insertions';
import { restoreTasks } from '../core/guard/restore';
import type { QueueDocument } from '../core/model/queueDocument';
import type { CoreOptions } from '../core/options';
import type { Engine } from './engine';

/** Tasks to be taken from one content. */
export interface Choice {
  readonly text: string;
  readonly ids: readonly string[];
}

export interface RestorePlan {
  /** For the text of the document. */
  readonly insertions: readonly Insertion[];
  readonly restored: readonly string[];
  readonly failed: readonly string[];
}

/** One content after the other, each put into what the one before gave. */
export function planRestore(
  document: QueueDocument,
  choices: readonly Choice[],
  options: CoreOptions,
  engine: Engine,
): RestorePlan {
  let plan: RestorePlan = { insertions: [], restored: [], failed: [] };
  let now = document;
  for (const { text, ids } of choices) {
    const before = engine.readQueue(document.uri, text, options);
    const { insertions, restored, failed } = restoreTasks(before, now, ids, options);
    plan = {
      insertions: composeInsertions(plan.insertions, insertions),
      restored: [...plan.restored, ...restored],
      failed: [...plan.failed, ...failed],
    };
    const changed = applyInsertions(document.text, plan.insertions);
    now = engine.readQueue(document.uri, changed, options);
  }
  return plan;
}
