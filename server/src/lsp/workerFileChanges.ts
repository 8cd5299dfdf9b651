/** Which changes of files tell something of workers. */

/** What is to be asked after these files have changed; nothing when they tell nothing. */
export function questionAfter(uris: readonly string[]): 'look' | 'reconcile' | undefined {
  // Somebody has taken or answered a request, or a program has ended. What a program prints changes far too often.
  const tells =
    /\/\.proactive-jobs\/.*\/(?:exit|end)\.json$|\/spawn-queue\/(?:processing|responses)\//;
  if (uris.some((uri) => tells.test(uri))) return 'reconcile';
  return uris.some((uri) => uri.endsWith('/.proactive-jobs/ledger.jsonl')) ? 'look' : undefined;
}
