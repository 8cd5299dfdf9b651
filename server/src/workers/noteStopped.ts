/** The progress file of an attempt whose task was put back: without a word in it, file and queue would contradict each other. */
import { progressPathOf, stoppedSection } from '../core/spawn/progressFile';
import { taskBlockOf } from '../core/spawn/taskBlock';
import type { EngineContext } from './engineContext';
import type { Attempt } from './foldLedger';
import { keyOfAttempt } from './taskSite';

/**
 * Adds to the file that the attempt was stopped, unless the queue or the worker's own words say something else. That it
 * cannot be said is no reason to fail.
 */
export async function noteStopped(ctx: EngineContext, attempt: Attempt): Promise<void> {
  const { files, desk, logger } = ctx.ports;
  try {
    const state = await desk.current();
    if (!state) return;
    const key = keyOfAttempt(ctx, state, attempt);
    const block = taskBlockOf(state, key);
    const path = progressPathOf(state, key, ctx.options.folderUri);
    if (!block || path === undefined || block.task.status === 'in-progress') return;
    const text = await files.read(path);
    const section = text && stoppedSection(state, block, attempt.identity.number, text);
    if (section) await files.append(path, section);
  } catch (error) {
    logger.warn('workers.progressNotWritten', { error });
  }
}
