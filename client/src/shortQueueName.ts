/** The name of a queue where there is little room. Pure. */

const longest = 24;

/**
 * What tells a queue from others: what its file name adds, as `two` of `PROACTIVE-JOBS-two.md`, else its folder, else the
 * file name. Of its path as shown, which ends with the file name.
 */
export function shortQueueName(name: string): string {
  const parts = name.split('/');
  const file = (parts.pop() ?? name).replace(/\.md$/i, '');
  const added = file.replace(/^PROACTIVE-JOBS[-_. ]*/i, '');
  const short = added === '' ? (parts.pop() ?? file) : added;
  return short.length > longest ? `${short.slice(0, longest - 1)}…` : short;
}
