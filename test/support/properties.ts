/**
 * Running properties with a seed that is printed: `PROACTIVE_JOBS_SEED=n` repeats a run exactly, and
 * `PROACTIVE_JOBS_RUNS=20` tries twenty times as many inputs.
 */
import fc from 'fast-check';

/** New for every run unless the environment names one; the whole run uses the same. */
const seed = seedOf(process.env.PROACTIVE_JOBS_SEED);

const scale = Number(process.env.PROACTIVE_JOBS_RUNS ?? 1);

/** Against hangs only: more runs may take more time, and a busy machine is no failure. */
export const patience = { timeout: 300_000 * scale };

/** Checks the property that often, and says with which seed. A failure names the smallest input that shows it. */
export function checkProperty<T>(name: string, numRuns: number, property: fc.IProperty<T>): void {
  const runs = numRuns * scale;
  console.log(`${name}: ${runs} runs, PROACTIVE_JOBS_SEED=${seed}`);
  fc.assert(property, { seed, numRuns: runs });
}

/** As {@link checkProperty}, for what takes its time. */
export async function checkAsyncProperty<T>(
  name: string,
  numRuns: number,
  property: fc.IAsyncProperty<T>,
): Promise<void> {
  const runs = numRuns * scale;
  console.log(`${name}: ${runs} runs, PROACTIVE_JOBS_SEED=${seed}`);
  await fc.assert(property, { seed, numRuns: runs });
}

function seedOf(given: string | undefined): number {
  return given === undefined ? Date.now() % 0x7fffffff : Number(given);
}
