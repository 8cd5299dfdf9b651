/** Quoting the user's words in a message: in backticks, on one line, never longer than a glance. */

export function quote(text: string, longest = 60): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('`', "'").trim();
  return `\`${line.length > longest ? `${line.slice(0, longest - 1)}…` : line}\``;
}

/** `a`, `a and b`, `a, b and c`, `a, b and 3 more`. */
export function listed(items: readonly string[], most = 3): string {
  const shown =
    items.length > most ? [...items.slice(0, most - 1), `${items.length - most + 1} more`] : items;
  return shown.length < 2
    ? (shown[0] ?? '')
    : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
