import type { Run, RunState } from '../../backend';
import type { ProcessMark } from '../../node/stopProcess';
import type { AcpSetup } from './acpSetup';
import { recordOf } from '../recordFile';
import { type ClaimRecord, readAcpRecord, type SessionRecord } from './acpRecords';

export type AcpObservation =
  | { readonly kind: 'absent' }
  | { readonly kind: 'cannot-tell'; readonly why: string }
  | {
      readonly kind: 'found';
      readonly run: Run;
      readonly claim: ClaimRecord;
      readonly session: SessionRecord | undefined;
    };

/** How a run is, from its records and the processes that live. Throws when the disk does. */
export async function observeAcpRun(setup: AcpSetup, uuid: string): Promise<AcpObservation> {
  const claimed = await readAcpRecord(setup, uuid, 'claim');
  if (claimed.kind === 'none') return { kind: 'absent' };
  const opened = await readAcpRecord(setup, uuid, 'session');
  if (claimed.kind === 'damaged') return { kind: 'cannot-tell', why: claimed.why };
  if (opened.kind === 'damaged') return { kind: 'cannot-tell', why: opened.why };
  const claim = claimed.record;
  const session = recordOf(opened);
  // Who lives is asked before the end is read: in the other order an end between the two would look like a loss.
  const [isOwnerAlive, isAgentAlive] = [
    await isAlive(setup, claim.host, claim.owner),
    session !== undefined && (await isAlive(setup, claim.host, session.agent)),
  ];
  const ended = await readAcpRecord(setup, uuid, 'end');
  if (ended.kind === 'damaged') return { kind: 'cannot-tell', why: ended.why };
  const end = recordOf(ended);
  const isUnwanted = (await readAcpRecord(setup, uuid, 'cancel')).kind !== 'none';
  const stateNow = (): RunState => {
    if (end !== undefined) return end.state;
    // An agent outlives its window for a moment at most: its input has ended.
    if (!isOwnerAlive && !isAgentAlive) return isUnwanted ? 'cancelled' : 'lost';
    return session === undefined ? 'starting' : 'running';
  };
  const state = stateNow();
  const lostWords = state === 'lost' ? 'The window that ran it is gone.' : undefined;
  const run: Run = {
    attemptId: claim.attemptId,
    backend: 'acp',
    state,
    sessionKey: session?.sessionId,
    startedAt: session?.at,
    endedAt: end?.at,
    lastSignAt: end?.at ?? session?.at,
    lastLine: end?.lastLine ?? lostWords,
    tokens: undefined,
    model: claim.model,
  };
  return { kind: 'found', run, claim, session };
}

/** Of another machine nobody can tell: what it claims counts as alive. */
async function isAlive(setup: AcpSetup, host: string, mark: ProcessMark): Promise<boolean> {
  if (host !== setup.actor.host) return true;
  return (await setup.processes.isAlive(mark.pid, mark.startMark)) !== false;
}
