/** Work that must not overtake itself. */

/**
 * Runs `run`; asked for again meanwhile, it runs once more afterwards, however often that was. Resolves when nothing is left
 * to do, or at once when it is running already. A run that rejects ends that, and the one who began it gets the error.
 */
export function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let isRunning = false;
  let isWanted = false;
  return async () => {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isWanted) {
        isWanted = false;
        await run();
      }
    } finally {
      isRunning = false;
    }
  };
}
