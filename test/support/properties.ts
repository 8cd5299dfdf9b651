/**
 * Running properties with a seed that is printed. The inputs are the same in every run, so that a change is judged by what
 * it does and not by luck: ADR 13. `npm run search` looks for others; `PROACTIVE_JOBS_SEED=n` repeats what it found, and
 * `PROACTIVE_JOBS_RUNS=20` tries twenty times as many inputs.
 */
import fc from 'fast-check';

/** Of the whole run. A new default would do as well, and would be a change of the tests. */
const seed = Number(process.env.PROACTIVE_JOBS_SEED ?? 20_261_122);

const scale = Number(process.env.PROACTIVE_JOBS_RUNS ?? 1);

/** Against hangs only: more runs may take more time, and a busy machine is no failure. */
export const patience = { timeout: 300_000 * scale };

/** The same for ten thousand inputs and more. */
export const longPatience = { timeout: 3 * patience.timeout };

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
