/** Connections of the back end on which the words of chosen requests get lost, for certain and without waiting. */
import {
  openGatewaySocket,
  type GatewaySocketOptions,
  type GatewaySocketOutcome,
} from '../../../server/src/workers/backends/openclaw/gatewaySocket';
import type { FaultyLine } from './faultyLine';

/** What gets lost of the first request of a method. */
export type Losses = Readonly<Record<string, 'request' | 'reply'>>;

/**
 * The first request of each method in `losses` loses its words and the line is cut then; the others pass. A reply is
 * given up only once `hasTakenEffect` says that the gateway has done what it was asked.
 */
export function lossyConnect(
  line: FaultyLine,
  losses: Losses,
  hasTakenEffect: (method: string) => Promise<void>,
): (options: GatewaySocketOptions) => Promise<GatewaySocketOutcome> {
  const left = new Map(Object.entries(losses));
  return async (options) => {
    const outcome = await openGatewaySocket(options);
    if (outcome.kind !== 'open') return outcome;
    const { socket } = outcome;
    const request: typeof socket.request = async (method, params, limits) => {
      const loss = left.get(method);
      if (loss === undefined) return socket.request(method, params, limits);
      left.delete(method);
      const swallowed = line.lose(loss);
      const reply = socket.request(method, params, limits);
      await (loss === 'request' ? swallowed : hasTakenEffect(method));
      line.mend();
      const got = await reply;
      if (got.kind !== 'lost') throw new Error(`${method} got its answer: nothing was lost`);
      return got;
    };
    return { kind: 'open', socket: { ...socket, request } };
  };
}
