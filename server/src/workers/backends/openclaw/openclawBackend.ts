/**
 * Workers as sessions of an OpenClaw gateway, over its WebSocket (docs/architecture.md, workers). The worker works where
 * its agent does: a gateway lets only administrators choose the folder, so the prompt has to name it.
 */
import type { SpawnOutcome, WorkerBackend } from '../../backend';
import { cancelSession } from './cancelSession';
import { explainRefusal } from './explainRefusal';
import { GatewayLine } from './gatewayLine';
import { listSessions } from './listSessions';
import type { OpenclawSetup } from './openclawSetup';
import { probeGateway } from './probeGateway';
import { runOfHistory } from './runOfSession';
import { findSession } from './sessionLooks';
import { sessionKeyOf } from './sessionNames';
import { spawnSession } from './spawnSession';

/** Opens no connection before it is asked something. */
export function openOpenclawBackend(setup: OpenclawSetup): WorkerBackend {
  const line = new GatewayLine(setup);
  const sent = new Set<string>();
  const underWay = new Map<string, Promise<SpawnOutcome>>();
  const { agentId } = setup;

  return {
    id: 'openclaw',
    probe: (signal) => probeGateway(line, setup, signal),
    keyFor: (identity) => sessionKeyOf(agentId, identity),
    spawn(request, signal) {
      const { uuid } = request.identity;
      // Two calls for one attempt are one spawn: the second waits for what the first learns.
      const spawning =
        underWay.get(uuid) ??
        spawnSession(line, setup, request, sent, signal).finally(() => underWay.delete(uuid));
      underWay.set(uuid, spawning);
      return spawning;
    },
    async find(identity, signal) {
      const look = await findSession(line, agentId, identity, signal);
      switch (look.kind) {
        case 'found':
          return { kind: 'found', run: runOfHistory(identity.attemptId, look.history) };
        case 'absent':
          return look;
        case 'lost':
          return { kind: 'cannot-tell', why: look.why };
        case 'refused':
          return { kind: 'cannot-tell', why: explainRefusal(look, setup).why };
      }
    },
    list: (signal) => listSessions(line, setup, signal),
    cancel: (identity, signal) => cancelSession(line, setup, identity, signal),
    async transcript(identity, limit, signal) {
      const look = await findSession(line, agentId, identity, signal);
      if (look.kind !== 'found' || limit <= 0) return undefined;
      return look.history.messages.slice(-limit).map(({ entry }) => entry);
    },
    dispose: () => line.dispose(),
  };
}
