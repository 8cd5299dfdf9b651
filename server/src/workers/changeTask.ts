/** Changing a task in its queue although somebody else may be typing there. */
import { type EditContext, editContextOf } from '../core/edits/editContext';
import type { EditResult } from '../core/edits/textEdit';
import type { TaskKey } from '../core/model/taskKey';
import { type TaskBlock, taskBlockOf } from '../core/spawn/taskBlock';
import type { QueueState } from '../core/state';
import type { EngineContext } from './engineContext';

/** The edits, nothing when all is as it should be, or a sentence why there are none. */
export type TaskChange = (
  context: EditContext,
  key: TaskKey,
  block: TaskBlock,
) => EditResult | string | undefined;

/** Each failure means that somebody else has changed the file: as many as may want to at once. */
const tries = 16;

/**
 * Makes the change for the text as it is, and anew when that has changed before it could be applied. Nothing when all
 * is well, else a sentence. `keyIn` finds the task in each text anew.
 */
export async function changeTask(
  ctx: EngineContext,
  keyIn: (state: QueueState) => TaskKey,
  make: TaskChange,
): Promise<string | undefined> {
  let why = '';
  for (let n = 0; n < tries; n++) {
    const state = await ctx.ports.desk.current();
    if (!state) return 'The queues could not be read.';
    const key = keyIn(state);
    const block = taskBlockOf(state, key);
    if (!block) return 'No queue declares the task any more.';
    const edits = make(contextFor(state), key, block);
    if (edits === undefined || typeof edits === 'string') return edits;
    if (edits.kind === 'refused') return edits.why;
    const applied = await ctx.ports.desk.apply(edits);
    if (applied.kind === 'applied') return undefined;
    why = applied.why;
  }
  return why;
}

const contexts = new WeakMap<QueueState, EditContext>();

/** One for each picture: it remembers what it has parsed. */
function contextFor(state: QueueState): EditContext {
  const context = contexts.get(state) ?? editContextOf(state);
  contexts.set(state, context);
  return context;
}
