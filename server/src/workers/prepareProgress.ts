/** The progress file of an attempt, before its worker starts: created, or added to; never written over. */
import { attemptSection, newProgressText, notStartedSection } from '../core/spawn/progressFile';
import type { EngineContext } from './engineContext';
import type { TaskSite } from './taskSite';

/** When it was last written, so that a later change can be told to be the worker's. */
export async function prepareProgress(
  ctx: EngineContext,
  { state, block }: TaskSite,
  path: string,
  attempt: number,
): Promise<number | undefined> {
  const { files } = ctx.ports;
  const isNew = await files.create(path, newProgressText(state, block, attempt));
  if (!isNew) await files.append(path, attemptSection(state, block, attempt));
  return files.modifiedAt(path);
}

/** Says in the file that nothing came of the attempt. That it cannot be said is no reason to fail. */
export async function noteNotStarted(
  ctx: EngineContext,
  { state, block }: TaskSite,
  path: string,
  attempt: number,
  why: string,
): Promise<void> {
  try {
    await ctx.ports.files.append(path, notStartedSection(state, block, attempt, why));
  } catch (error) {
    ctx.ports.logger.warn('workers.progressNotWritten', { error });
  }
}
