/** Questions to the gateway that change nothing. */
import type { AttemptIdentity } from '../../attempt';
import type { GatewayLine } from './gatewayLine';
import type { GatewayRefusal } from './gatewayReply';
import { readSessionHistory, type SessionHistory } from './sessionHistory';
import { isKeyOf, sessionKeyOf } from './sessionNames';
import { isRecord, wordOf } from '../fields';

/** More than the longest start of a run: the user's row must be among them. */
const shownMessages = 200;

type Lost = { readonly kind: 'lost'; readonly why: string };

export type SessionLook =
  | { readonly kind: 'found'; readonly history: SessionHistory }
  | { readonly kind: 'absent' }
  | GatewayRefusal
  | Lost;

/** Never rejects. The gateway answers for keys that it does not know, too: those have no session id. */
export async function lookAtSession(
  line: GatewayLine,
  sessionKey: string,
  signal: AbortSignal,
): Promise<SessionLook> {
  const reply = await line.request('chat.history', { sessionKey, limit: shownMessages }, signal);
  if (reply.kind !== 'ok') return reply;
  const history = readSessionHistory(reply.payload);
  if (history === undefined) return misunderstood('chat.history');
  return history.row.sessionId === undefined && history.messages.length === 0
    ? { kind: 'absent' }
    : { kind: 'found', history };
}

export type LabelLook =
  | { readonly kind: 'found'; readonly key: string }
  | { readonly kind: 'absent' }
  | GatewayRefusal
  | Lost;

/** Which session bears the label. Never rejects. */
export async function resolveLabel(
  line: GatewayLine,
  label: string,
  signal: AbortSignal,
): Promise<LabelLook> {
  const reply = await line.request('sessions.resolve', { label, allowMissing: true }, signal);
  if (reply.kind !== 'ok') return reply;
  if (!isRecord(reply.payload)) return misunderstood('sessions.resolve');
  if (reply.payload['ok'] === false) return { kind: 'absent' };
  const key = wordOf(reply.payload['key']);
  return key === undefined ? misunderstood('sessions.resolve') : { kind: 'found', key };
}

/**
 * The session of an attempt: under its own key, or else, since another agent may have been set when it was made, under
 * its name. Absent only when the gateway knows neither, or the name is that of a copy's attempt.
 */
export async function findSession(
  line: GatewayLine,
  agentId: string,
  identity: AttemptIdentity,
  signal: AbortSignal,
): Promise<SessionLook> {
  const own = await lookAtSession(line, sessionKeyOf(agentId, identity), signal);
  if (own.kind !== 'absent') return own;
  const named = await resolveLabel(line, identity.attemptId, signal);
  if (named.kind !== 'found') return named;
  return isKeyOf(named.key, identity) ? lookAtSession(line, named.key, signal) : absent;
}

const absent: SessionLook = { kind: 'absent' };

function misunderstood(method: string): Lost {
  return { kind: 'lost', why: `the gateway's answer to ${method} is not one that is understood` };
}
