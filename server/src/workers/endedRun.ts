/** The run of an attempt that ended in front of another engine: the ledger is all that is left of it. */
import { type Run, type RunState, runEnds } from './backend';
import type { Attempt } from './foldLedger';

/** How it ended and when; nothing for an attempt that goes on, and where nobody could tell how it ended. */
export function endedRun({
  state,
  run,
  identity,
  backend = 'queue',
  stateAt,
  sessionKey,
  model,
}: Attempt): Run | undefined {
  const end: RunState | undefined = runEnds.find((each) => each === run);
  if (state !== 'ended' || end === undefined || backend === 'hand-off') return undefined;
  return {
    ...{ attemptId: identity.attemptId, backend, state: end, sessionKey, model },
    ...{ startedAt: undefined, endedAt: stateAt, lastSignAt: undefined },
    ...{ lastLine: undefined, tokens: undefined },
  };
}
