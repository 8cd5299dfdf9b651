import type { GatewayRefusal } from './gatewayReply';
import { checkGatewayUrl } from './gatewayUrl';
import type { OpenclawSetup } from './openclawSetup';

export interface Explained {
  readonly why: string;
  readonly remedy: string;
}

/** What the gateway's refusal means to a person, and what they can do. The gateway's own words are quoted. */
export function explainRefusal(refusal: GatewayRefusal, setup: OpenclawSetup): Explained {
  const url = checkGatewayUrl(setup.url);
  if (url.kind === 'refused') return { why: url.why, remedy: url.remedy };
  const { message } = refusal;
  const said = `The OpenClaw gateway at ${setup.url} says: ${message}`;
  switch (refusal.detailCode) {
    case 'PROTOCOL_MISMATCH':
      return otherProtocol(setup, message);
    case 'PAIRING_REQUIRED':
    case 'DEVICE_IDENTITY_REQUIRED':
      return {
        why: `The OpenClaw gateway at ${setup.url} did not get a token that it accepts without a paired device (${message})`,
        remedy:
          'Set the gateway token for this address. A gateway on another machine is reached through a tunnel: `ssh -N -L 18789:127.0.0.1:18789 HOST`.',
      };
    case 'AUTH_RATE_LIMITED':
      return { why: said, remedy: 'Wait a few minutes, and see that the gateway token is right.' };
    case 'MISSING_SCOPE':
      return { why: said, remedy: 'Use a token that may read and write (operator.write).' };
    case 'UNKNOWN_AGENT_ID':
      return unknownAgent(said);
    default:
  }
  if (refusal.detailCode?.startsWith('AUTH_')) {
    return {
      why: said,
      remedy:
        'Set the gateway token anew; `openclaw gateway auth-token --show` prints it in a terminal.',
    };
  }
  return explainWords(said, message, setup);
}

/** Refusals of single requests carry no finer code: their words are all there is (measured with 2026.9.6). */
function explainWords(said: string, message: string, setup: OpenclawSetup): Explained {
  // Gateways of the time when it was called clawdbot give no code.
  if (/protocol mismatch/i.test(message)) return otherProtocol(setup, message);
  if (/model not allowed/i.test(message)) {
    return {
      why: said,
      remedy:
        'Name a model that the gateway has (`openclaw models list`), or allow this one there.',
    };
  }
  if (/unknown agent id/i.test(message)) return unknownAgent(said);
  if (/missing scope/i.test(message)) {
    return { why: said, remedy: 'Use a token that may read and write (operator.write).' };
  }
  if (/label already in use/i.test(message)) {
    return {
      why: 'A session that was put away at the gateway has the name of this attempt',
      remedy: 'Start the next attempt.',
    };
  }
  if (/is archived/i.test(message)) {
    return {
      why: 'This attempt was put away at the gateway before it began',
      remedy: 'Start the next attempt.',
    };
  }
  return { why: said, remedy: 'See the log of the gateway (`openclaw logs`).' };
}

function otherProtocol({ url }: OpenclawSetup, message: string): Explained {
  return {
    why: `The OpenClaw gateway at ${url} speaks another version of the protocol than Proactive Jobs, which speaks version 4 (${message})`,
    remedy: 'Update OpenClaw (`openclaw update`), or Proactive Jobs if it is the older one.',
  };
}

function unknownAgent(why: string): Explained {
  return {
    why,
    remedy: 'Set the id of an agent that the gateway has (`openclaw agents list`).',
  };
}
