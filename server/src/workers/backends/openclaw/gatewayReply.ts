/** How a request to the gateway ended. The one thing that matters: whether it may have had an effect. */

export type GatewayReply =
  | { readonly kind: 'ok'; readonly payload: unknown }
  | GatewayRefusal
  /** Nobody can tell; `sent`: the request may have reached the gateway. */
  | { readonly kind: 'lost'; readonly why: string; readonly sent: boolean };

/** The gateway has said no, and has done nothing. */
export interface GatewayRefusal {
  readonly kind: 'refused';
  /** Of the protocol, such as `INVALID_REQUEST`. */
  readonly code: string;
  /** The finer code that some refusals carry, such as `AUTH_TOKEN_MISMATCH`. */
  readonly detailCode: string | undefined;
  readonly message: string;
}
