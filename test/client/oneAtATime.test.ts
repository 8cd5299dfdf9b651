// Questions that must not overtake each other.
import { expect, test } from 'vitest';
import { oneAtATime } from '../../client/src/graph/oneAtATime';

/** Work that waits until it is let go; counts how often it has begun. */
function heldWork(): { run: () => Promise<void>; release: (error?: Error) => void; begun: number } {
  const waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const work = {
    begun: 0,
    run: () => {
      work.begun++;
      return new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
    },
    release: (error?: Error) => {
      const first = waiting.shift();
      if (error === undefined) first?.resolve();
      else first?.reject(error);
    },
  };
  return work;
}

test('whatever is asked for during a run is one more run behind it', async () => {
  const work = heldWork();
  const ask = oneAtATime(work.run);
  const first = ask();
  await Promise.all([ask(), ask(), ask()]);
  expect(work.begun).toBe(1);
  work.release();
  await Promise.resolve();
  expect(work.begun).toBe(2);
  work.release();
  await first;
  expect(work.begun).toBe(2);
});

test('after a run there is nothing left of it', async () => {
  const work = heldWork();
  const ask = oneAtATime(work.run);
  for (const begun of [1, 2]) {
    const asked = ask();
    expect(work.begun).toBe(begun);
    work.release();
    await asked;
  }
});

test('a run that fails tells who began it, and does not block the next one', async () => {
  const work = heldWork();
  const ask = oneAtATime(work.run);
  const asked = ask();
  work.release(new Error('no answer'));
  await expect(asked).rejects.toThrow('no answer');
  const again = ask();
  expect(work.begun).toBe(2);
  work.release();
  await again;
});
