/**
 * One connection to a gateway, through the official client. The only file that knows the library: it is a bundle of its
 * own, loaded when the first connection is opened.
 */
import { GatewayClient, isGatewayProtocolResponseError } from '@openclaw/gateway-client';
import type { GatewayRefusal, GatewayReply } from './gatewayReply';

export interface GatewaySocketOptions {
  readonly url: string;
  readonly token: string | undefined;
  /** How long the greeting may take, in ms. */
  readonly timeoutMs: number;
  /** Aborted: nobody waits for the greeting any more. */
  readonly signal: AbortSignal;
  /** Called once when the connection is gone for whatever reason. */
  readonly onClosed: () => void;
}

export interface GatewaySocket {
  /** As the gateway names itself; nothing when it does not. */
  readonly version: string | undefined;
  request(
    method: string,
    params: object,
    limits: { readonly timeoutMs: number; readonly signal: AbortSignal },
  ): Promise<GatewayReply>;
  /** What is still under way ends as lost. */
  close(): Promise<void>;
}

export type GatewaySocketOutcome =
  | { readonly kind: 'open'; readonly socket: GatewaySocket }
  | GatewayRefusal
  | { readonly kind: 'lost'; readonly why: string };

/** Scopes that are asked for: never `operator.admin`. */
const scopes = ['operator.read', 'operator.write'];

/** The wire protocol that this client speaks. */
const protocol = 4;

/**
 * Codes that mean: checked, and not done. Every other one, such as `UNAVAILABLE`, and those that ask to try again may
 * stand for something that went wrong half-way.
 */
const refusingCodes = new Set(['INVALID_REQUEST', 'FORBIDDEN', 'NOT_PAIRED', 'NOT_LINKED']);

/** Resolves when the gateway has greeted, refused or kept silent; never rejects. */
export async function openGatewaySocket(
  options: GatewaySocketOptions,
): Promise<GatewaySocketOutcome> {
  const { url, token, timeoutMs, signal } = options;
  const readable = (error: unknown) => withoutToken(error, token);
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => fail({ kind: 'lost', why: `no greeting from ${url} within ${timeoutMs} ms` }),
      timeoutMs,
    );
    const client = new GatewayClient({
      url,
      ...(token === undefined ? {} : { token }),
      scopes,
      minProtocol: protocol,
      maxProtocol: protocol,
      clientDisplayName: 'Proactive Jobs',
      deviceIdentity: null,
      connectChallengeTimeoutMs: timeoutMs,
      // The library reads switches such as "allow plain text" from the environment: none of them is for us.
      env: {},
      onHelloOk: ({ server }) => {
        settle({ kind: 'open', socket: socketOf(client, server.version, readable) });
      },
      onConnectError: (error) => fail(refusalOf(error, readable) ?? lost(readable(error))),
      onClose: (code, reason) => {
        fail(lost(`the gateway closed the connection (${code}${reason && ` ${reason}`})`));
        options.onClosed();
      },
    });
    const settled = new AbortController();
    const settle = (outcome: GatewaySocketOutcome) => {
      clearTimeout(timer);
      settled.abort();
      resolve(outcome);
    };
    // The library would go on connecting by itself: one connection is one attempt here.
    const fail = (outcome: GatewaySocketOutcome) => {
      settle(outcome);
      client.stop();
    };
    signal.addEventListener('abort', () => fail(lost('it was called off')), {
      signal: settled.signal,
    });
    try {
      client.start();
    } catch (error) {
      fail(lost(readable(error)));
    }
  });
}

function socketOf(
  client: GatewayClient,
  version: string | undefined,
  readable: (error: unknown) => string,
): GatewaySocket {
  return {
    version,
    async request(method, params, { timeoutMs, signal }) {
      let sent = false;
      const onSent = () => (sent = true);
      try {
        const payload = await client.request<unknown>(method, params, {
          timeoutMs,
          signal,
          onSent,
        });
        return { kind: 'ok', payload };
      } catch (error) {
        return refusalOf(error, readable) ?? { kind: 'lost', why: readable(error), sent };
      }
    },
    // It does not matter here whether the other side says goodbye in time.
    close: () => client.stopAndWait().catch(() => undefined),
  };
}

/** Nothing when the error is no clear answer of the gateway. */
function refusalOf(
  error: unknown,
  readable: (error: unknown) => string,
): GatewayRefusal | undefined {
  if (!isGatewayProtocolResponseError(error) || error.retryable) return undefined;
  // "session changed before sessions.create; retry the request": what a race gets, with the code of a refusal.
  if (!refusingCodes.has(error.gatewayCode) || /\bretry the request\b/i.test(error.message)) {
    return undefined;
  }
  const { details, gatewayCode } = error;
  const detail = typeof details === 'object' && details !== null && 'code' in details;
  const detailCode = detail && typeof details.code === 'string' ? details.code : undefined;
  return { kind: 'refused', code: gatewayCode, detailCode, message: readable(error) };
}

function lost(why: string): GatewaySocketOutcome {
  return { kind: 'lost', why };
}

function withoutToken(error: unknown, token: string | undefined): string {
  const message = error instanceof Error ? error.message : String(error);
  return token ? message.replaceAll(token, '***') : message;
}
