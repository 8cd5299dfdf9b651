/** Which addresses a token may be sent to. */

export type GatewayUrl =
  | { readonly kind: 'allowed'; readonly url: string }
  | { readonly kind: 'refused'; readonly why: string; readonly remedy: string };

/** Plain text stays on this machine: on any other way the token and the prompt could be read by others. */
export function checkGatewayUrl(url: string): GatewayUrl {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^wss?:$/.test(parsed.protocol)) {
    return refused(
      `"${withoutSecrets(parsed) ?? 'The address'}" is not the address of a gateway`,
      'Write it like ws://127.0.0.1:18789, or wss://host for one on another machine.',
    );
  }
  if (parsed.username || parsed.password || parsed.search || parsed.hash) {
    return refused(
      `The gateway's address ${withoutSecrets(parsed) ?? ''} has more in it than host, port and path`,
      'Leave user, password, query and fragment out; the token is kept apart from the address.',
    );
  }
  if (parsed.protocol === 'ws:' && !isThisMachine(parsed.hostname)) {
    return refused(
      `${parsed.host} is another machine, and ws:// would send the token and the prompt in plain text`,
      `Use wss://, or tunnel to this machine with \`ssh -N -L 18789:127.0.0.1:18789 ${parsed.hostname}\` and use ws://127.0.0.1:18789.`,
    );
  }
  return { kind: 'allowed', url: parsed.href };
}

function isThisMachine(hostname: string): boolean {
  // `URL` writes every spelling of an IPv4 address in its dotted form.
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** Scheme, host and path only. */
function withoutSecrets(url: URL | undefined): string | undefined {
  return url && `${url.protocol}//${url.host}${url.pathname}`;
}

function refused(why: string, remedy: string): GatewayUrl {
  return { kind: 'refused', why, remedy };
}
