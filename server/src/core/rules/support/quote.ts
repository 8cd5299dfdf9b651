/**
 * Quoting the user's words in a message: as markdown writes code, on one line, never longer than a glance. Words that hold
 * backticks stand between more of them than they hold, so that they keep their spelling.
 */

export function quote(text: string, longest = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const shown = line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
  const runs = [...shown.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(1 + Math.max(0, ...runs));
  const pad = /^`|`$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** `a`, `a and b`, `a, b and c`, `a, b and 3 more`; no more than `most` parts. */
export function listed(items: readonly string[], most = 3): string {
  const shown =
    items.length > most ? [...items.slice(0, most - 1), `${items.length - most + 1} more`] : items;
  return shown.length < 2
    ? (shown[0] ?? '')
    : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
