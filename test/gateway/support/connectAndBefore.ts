import {
  openGatewaySocket,
  type GatewaySocketOptions,
  type GatewaySocketOutcome,
} from '../../../server/src/workers/backends/openclaw/gatewaySocket';

/** Connections on which `act` happens right before the first request of the method leaves. */
export function connectAndBefore(
  method: string,
  act: () => Promise<void> | void,
): (options: GatewaySocketOptions) => Promise<GatewaySocketOutcome> {
  let isDone = false;
  return async (options) => {
    const outcome = await openGatewaySocket(options);
    if (outcome.kind !== 'open') return outcome;
    const { socket } = outcome;
    const request: typeof socket.request = async (asked, params, limits) => {
      if (asked === method && !isDone) {
        isDone = true;
        await act();
      }
      return socket.request(asked, params, limits);
    };
    return { kind: 'open', socket: { ...socket, request } };
  };
}
