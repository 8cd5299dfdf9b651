/** Work on many things, a few at a time: the disk and the event loop stay free for others. */

/** Runs `task` for every item, at most `width` of them at once; resolves when all are done. */
export async function inParallel<T>(
  items: Iterable<T>,
  width: number,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = rest.next(); next.done !== true; next = rest.next()) await task(next.value);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
