/** What a worker leaves behind in the workspace: its heartbeat, and changes of its progress file. */
import type { EngineContext } from './engineContext';
import type { Attempt } from './foldLedger';
import { keyOfAttempt } from './taskSite';

/** File systems round times, and our own writing must not be taken for the worker's. */
const toleranceMs = 3_000;

/** Which sign there is that is newer than the request; nothing when there is none, or file times tell nothing. */
export async function lifeSignAfter(
  ctx: EngineContext,
  attempt: Attempt,
): Promise<string | undefined> {
  const state = await ctx.ports.desk.current();
  if (!state || state.runs.sameFileTimes) return undefined;
  const key = keyOfAttempt(ctx, state, attempt);
  const beat = state.runs.heartbeatOf.get(key)?.file;
  if (beat && beat.modifiedAt > attempt.requestedAt + toleranceMs) return `heartbeat ${beat.path}`;
  if (attempt.progressAt === undefined) return undefined;
  const after = attempt.progressAt + toleranceMs;
  const files = (state.runs.progressOf.get(key) ?? []).filter((f) => !f.isArchived);
  const progress = files.find((f) => f.file.modifiedAt > after)?.file;
  return progress && `progress file ${progress.path}`;
}
