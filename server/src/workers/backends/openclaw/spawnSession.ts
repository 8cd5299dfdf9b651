/**
 * Starting a worker exactly once, in two steps: claim a session under a key that only this attempt has, then send the
 * prompt unless the session shows that it was sent before (workers.md 4.4, rules 2 and 3).
 */
import type { Run, SpawnOutcome, SpawnRequest } from '../../backend';
import { explainRefusal } from './explainRefusal';
import type { GatewayLine } from './gatewayLine';
import type { GatewayRefusal } from './gatewayReply';
import { hasBegun } from './hasBegun';
import type { OpenclawSetup } from './openclawSetup';
import { patience, type Patience } from './patience';
import { runOfHistory } from './runOfSession';
import { lookAtSession, resolveLabel } from './sessionLooks';
import { idempotencyKeyOf, isKeyOf, secondLabelOf, sessionKeyOf } from './sessionNames';

const defaultDeadlineMs = 60_000;

/** Whether a prompt may be on its way, kept as long as the back end lives. */
export interface SentPrompts {
  has(uuid: string): boolean;
  add(uuid: string): void;
}

interface Spawning {
  readonly line: GatewayLine;
  readonly setup: OpenclawSetup;
  readonly request: SpawnRequest;
  readonly sent: SentPrompts;
  readonly patience: Patience;
  readonly signal: AbortSignal;
}

/** Never rejects. */
export async function spawnSession(
  line: GatewayLine,
  setup: OpenclawSetup,
  request: SpawnRequest,
  sent: SentPrompts,
  signal: AbortSignal,
): Promise<SpawnOutcome> {
  const deadline = setup.spawnDeadlineMs ?? defaultDeadlineMs;
  const spawning: Spawning = {
    ...{ line, setup, request, sent, signal },
    patience: patience(setup.clock, deadline, signal),
  };
  const claim = await claimSession(spawning);
  return claim.kind === 'claimed' ? sendPrompt(spawning, claim.key) : claim;
}

type Claim = SpawnOutcome | { readonly kind: 'claimed'; readonly key: string };

/** Starts nothing, and may be repeated: the same key again is the same session. */
async function claimSession(
  spawning: Spawning,
  label = spawning.request.identity.attemptId,
): Promise<Claim> {
  const { line, setup, request, patience, signal } = spawning;
  const { identity, model } = request;
  const key = sessionKeyOf(setup.agentId, identity);
  const params = {
    key,
    label,
    ...(model === undefined ? {} : { model }),
  };
  let hasLeft = spawning.sent.has(identity.uuid);
  for (let tries = 1; ; tries++) {
    const reply = await line.request('sessions.create', params, signal);
    if (reply.kind === 'ok') return { kind: 'claimed', key };
    if (reply.kind === 'refused') {
      if (/label already in use/i.test(reply.message) && label === identity.attemptId)
        return adopt(spawning, reply);
      return refused(spawning, reply);
    }
    hasLeft ||= reply.sent;
    if (!hasLeft && signal.aborted) return calledOff;
    // An old connection may have been broken; a fresh one that does not come about is an answer.
    if (!hasLeft && tries > 1) return unreachable(setup, reply.why);
    if (!(await patience.again()))
      return hasLeft ? unknown(reply.why) : unreachable(setup, reply.why);
  }
}

/**
 * A session of that name stands under another key. With our attempt's uuid in it, it was made for another agent: whoever
 * made it has won, and does the sending. Else it belongs to a copy of the workspace, and ours gets a name of its own.
 */
async function adopt(spawning: Spawning, refusal: GatewayRefusal): Promise<Claim> {
  const { line, setup, request, patience, signal } = spawning;
  const { attemptId } = request.identity;
  for (;;) {
    const found = await resolveLabel(line, attemptId, signal);
    if (found.kind === 'refused') return refused(spawning, found);
    if (found.kind === 'absent') return refused(spawning, refusal);
    if (found.kind === 'found') {
      const key = sessionKeyOf(setup.agentId, request.identity);
      if (found.key === key) return { kind: 'claimed', key };
      if (!isKeyOf(found.key, request.identity))
        return claimSession(spawning, secondLabelOf(request.identity));
      const look = await lookAtSession(line, found.key, signal);
      if (look.kind === 'found' && hasBegun(look.history, idempotencyKeyOf(request.identity))) {
        return { kind: 'started', run: runOfHistory(attemptId, look.history) };
      }
    }
    if (!(await patience.again())) {
      return unknown(
        `another session at the gateway has the name ${attemptId}, and nothing runs in it`,
      );
    }
  }
}

async function sendPrompt(spawning: Spawning, key: string): Promise<SpawnOutcome> {
  const { line, request, sent, patience, signal } = spawning;
  const { identity, prompt, runTimeoutMs } = request;
  const idempotencyKey = idempotencyKeyOf(identity);
  let why = 'the gateway did not answer';
  do {
    const look = await lookAtSession(line, key, signal);
    if (look.kind === 'lost') {
      why = look.why;
      continue;
    }
    if (look.kind === 'refused') return refused(spawning, look);
    if (look.kind === 'found' && hasBegun(look.history, idempotencyKey)) {
      return { kind: 'started', run: runOfHistory(identity.attemptId, look.history) };
    }
    const mayHaveLeft = sent.has(identity.uuid);
    const reply = await line.request(
      'chat.send',
      {
        sessionKey: key,
        message: prompt,
        idempotencyKey,
        ...(runTimeoutMs === undefined ? {} : { timeoutMs: runTimeoutMs }),
      },
      signal,
    );
    if (reply.kind === 'ok') {
      sent.add(identity.uuid);
      return { kind: 'started', run: freshRun(request, key) };
    }
    // One that left earlier may still arrive: this refusal is no proof for it.
    if (reply.kind === 'refused') {
      return mayHaveLeft ? unknown(reply.message) : refused(spawning, reply);
    }
    if (reply.sent) sent.add(identity.uuid);
    why = reply.why;
  } while (await patience.again());
  return unknown(why);
}

function freshRun({ identity, model }: SpawnRequest, sessionKey: string): Run {
  return {
    attemptId: identity.attemptId,
    backend: 'openclaw',
    state: 'running',
    sessionKey,
    startedAt: undefined,
    endedAt: undefined,
    lastSignAt: undefined,
    lastLine: undefined,
    tokens: undefined,
    model,
  };
}

/** A refusal is a proof only as long as no prompt is on its way. */
function refused({ setup, sent, request }: Spawning, refusal: GatewayRefusal): SpawnOutcome {
  if (sent.has(request.identity.uuid)) return unknown(refusal.message);
  return { kind: 'failed', ...explainRefusal(refusal, setup) };
}

const calledOff: SpawnOutcome = {
  kind: 'failed',
  why: 'It was called off before anything was sent',
  remedy: undefined,
};

function unreachable(setup: OpenclawSetup, why: string): SpawnOutcome {
  return {
    kind: 'failed',
    why: `The OpenClaw gateway at ${setup.url} cannot be reached: ${why}`,
    remedy: 'Start it (`openclaw gateway run`), or set the address where it runs.',
  };
}

function unknown(why: string): SpawnOutcome {
  return { kind: 'unknown', why: `Nobody can tell whether the worker was started: ${why}` };
}
