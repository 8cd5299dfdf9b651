import type { AttemptIdentity } from '../../attempt';
import type { CancelOutcome, Run } from '../../backend';
import { explainRefusal } from './explainRefusal';
import type { GatewayLine } from './gatewayLine';
import type { OpenclawSetup } from './openclawSetup';
import { patience } from './patience';
import { runOfHistory } from './runOfSession';
import { findSession, type SessionLook } from './sessionLooks';

/**
 * Stops the run of an attempt, and proves it by looking again. Never rejects.
 *
 * `sessions.abort` is the gentle way, but the gateway lets only the connection that sent the prompt use it, and before
 * the first call of a model it leaves no trace. Archiving the session always works: it ends the run, and the gateway
 * refuses prompts from then on, so that none that is still on its way can begin (measured with 2026.9.6).
 */
export async function cancelSession(
  line: GatewayLine,
  setup: OpenclawSetup,
  identity: AttemptIdentity,
  signal: AbortSignal,
): Promise<CancelOutcome> {
  const tries = patience(setup.clock, setup.requestTimeoutMs, signal);
  const look = () => findSession(line, setup.agentId, identity, signal);
  let didAsk = false;
  let found = await look();
  for (;;) {
    if (found.kind !== 'found') return withoutSession(found, setup);
    const run = runOfHistory(identity.attemptId, found.history);
    if (!isUnderWay(run)) {
      const isOurs = didAsk && run.state === 'cancelled';
      return { kind: isOurs ? 'cancelled' : 'nothing-to-cancel', run };
    }
    const { key, sessionId } = found.history.row;
    const reply =
      run.state === 'running' && !didAsk
        ? await line.request('sessions.abort', { key }, signal)
        : await line.request(
            'sessions.patch',
            { key, archived: true, expectedSessionId: sessionId },
            signal,
          );
    didAsk = true;
    if (!(await tries.again())) {
      const why = reply.kind === 'ok' ? 'the gateway says that it still runs' : wordsOf(reply);
      return { kind: 'cannot-tell', why };
    }
    found = await look();
  }
}

function isUnderWay({ state }: Run): boolean {
  return state === 'starting' || state === 'running';
}

function withoutSession(
  look: Exclude<SessionLook, { kind: 'found' }>,
  setup: OpenclawSetup,
): CancelOutcome {
  switch (look.kind) {
    case 'absent':
      return { kind: 'nothing-to-cancel', run: undefined };
    case 'lost':
      return { kind: 'cannot-tell', why: look.why };
    case 'refused':
      return { kind: 'cannot-tell', why: explainRefusal(look, setup).why };
  }
}

function wordsOf(reply: { readonly message: string } | { readonly why: string }): string {
  return 'why' in reply ? reply.why : reply.message;
}
