import type { ProbeOutcome } from '../../backend';
import { explainRefusal } from './explainRefusal';
import type { GatewayLine } from './gatewayLine';
import type { OpenclawSetup } from './openclawSetup';
import { isRecord, listOf, wordOf } from '../fields';

/** Somebody waits for the answer, and a gateway on the way greets within 160 ms when it is idle (workers.md 1.2). */
const defaultGreetingMs = 2_000;

/** Whether the gateway lets us in, and which models it has. Never rejects. */
export async function probeGateway(
  line: GatewayLine,
  setup: OpenclawSetup,
  signal: AbortSignal,
): Promise<ProbeOutcome> {
  const outcome = await line.connect(setup.greetingTimeoutMs ?? defaultGreetingMs);
  if (outcome.kind === 'refused') return { kind: 'not-ready', ...explainRefusal(outcome, setup) };
  if (outcome.kind === 'lost') {
    return {
      kind: 'not-ready',
      why: `No OpenClaw gateway answers at ${setup.url}: ${outcome.why}`,
      remedy: 'Start it (`openclaw gateway run`), or set the address where it runs.',
    };
  }
  const reply = await line.request('models.list', {}, signal);
  if (reply.kind === 'refused') return { kind: 'not-ready', ...explainRefusal(reply, setup) };
  const version = outcome.socket.version ?? 'of an unknown version';
  return {
    kind: 'ready',
    detail: `OpenClaw ${version} at ${setup.url}, agent ${setup.agentId}`,
    // A gateway that is too busy to list them can still spawn.
    models: reply.kind === 'ok' ? modelNames(reply.payload) : undefined,
  };
}

/** Each model under its name, its alias and with its provider: all three are accepted. */
function modelNames(payload: unknown): readonly string[] | undefined {
  if (!isRecord(payload) || !Array.isArray(payload['models'])) return undefined;
  const names = listOf(payload['models'])
    .filter((model) => model['available'] !== false)
    .flatMap((model) => {
      const id = wordOf(model['id']);
      const provider = wordOf(model['provider']);
      return [wordOf(model['alias']), id, id && provider && `${provider}/${id}`];
    })
    .filter((name) => name !== undefined);
  return [...new Set(names)];
}
