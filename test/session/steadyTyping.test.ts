// Typing without a pause in a queue that takes long to draw: pictures come all the same.
import { expect, test } from 'vitest';
import { coreEngine } from '../../server/src/session/engine';
import { folder, queue, startSession, task } from '../support/startSession';

/** Files of a workspace whose every picture costs `cost` milliseconds for each of them. */
const names = [queue, ...[1, 2, 3, 4].map((n) => `${folder}/PROACTIVE-JOBS-${n}.md`)];

/** When pictures came while somebody typed a key every `every` milliseconds, in milliseconds since the first key. */
async function picturesWhileTyping(cost: number, every: number): Promise<readonly number[]> {
  let spend = (): void => undefined;
  const { session, clock, pictures } = await startSession(
    Object.fromEntries(names.map((name, n) => [name, task(`a-${n}`)])),
    {
      ...coreEngine,
      runRules: (...args) => {
        spend();
        return coreEngine.runRules(...args);
      },
    },
  );
  spend = () => {
    clock.ticking = cost;
    clock.now();
    clock.ticking = 0;
  };
  // Between two slices others have their turn: here the typist.
  clock.pause = () => new Promise((resolve) => void clock.after(1, resolve));
  session.opened(queue, 1, task('a-1'));
  while (pictures.at(-1)?.files.get(queue)?.version !== 1) await clock.advance(1);
  const start = clock.now();
  const times: number[] = [];
  session.onPicture(() => times.push(clock.now() - start));
  let version = 1;
  for (let next = start; clock.now() < start + 4_000; await clock.advance(1)) {
    if (clock.now() < next) continue;
    session.edited(queue, ++version, task(`a-${version}`));
    next += every;
  }
  while (pictures.at(-1)?.files.get(queue)?.version !== version) await clock.advance(1);
  session.dispose();
  return times;
}

function longestGap(times: readonly number[]): number {
  return Math.max(...times.map((time, n) => time - (times[n - 1] ?? 0)));
}

test.each([
  [0, 80],
  [25, 80],
  [25, 120],
  [25, 150],
  [40, 80],
  [40, 120],
])(
  'where each of five files costs %d ms, and a key comes every %d ms, a picture comes every 400 ms',
  async (cost, every) => {
    expect(longestGap(await picturesWhileTyping(cost, every))).toBeLessThanOrEqual(400 + every);
  },
);

test('what takes longer than that to draw is drawn to its end, and nothing is drawn twice at once', async () => {
  const gap = longestGap(await picturesWhileTyping(120, 80));
  expect(gap).toBeLessThanOrEqual(2 * 5 * 120);
});
