/**
 * Words for a notification. The editor makes links of `[words](address)` in them, and a click runs the command that such
 * an address names: what comes from queues, workers and disks stays as it is written.
 */
export function plainMessage(words: string): string {
  return words.replace(/\]\(/g, ']\u200b(');
}
