// Looks for inputs that break a property: `npm test` tries the same ones every time, this others in every round.
//   npm run search              until something is found
//   npm run search -- 5         at most five rounds
//   npm run search -- 5 properties workers/engine    only these, named as for `npm test`
import { randomInt } from 'node:crypto';
import { ensureDependencies } from './dependencies.mjs';
import { run } from './processes.mjs';

/** Where inputs are generated. */
const everywhere = ['properties', 'corpus/edits', 'corpus/sectionwise', 'workers/engine'];

const [rounds = 'Infinity', ...parts] = process.argv.slice(2);
if (!(Number(rounds) >= 1)) {
  console.error(`How many rounds? \`${rounds}\` is not a number from 1 on: npm run search -- 5`);
  process.exit(2);
}
await ensureDependencies();
for (let round = 1; round <= Number(rounds); round++) {
  const seed = String(randomInt(0x7fffffff));
  const args = ['scripts/test.mjs', ...(parts.length > 0 ? parts : everywhere)];
  const code = await run(process.execPath, args, { env: { PROACTIVE_JOBS_SEED: seed } });
  if (code !== 0) {
    console.log(
      `Found in round ${round}. PROACTIVE_JOBS_SEED=${seed} in the environment of npm test repeats it.`,
    );
    process.exit(1);
  }
  console.log(`Round ${round} found nothing (PROACTIVE_JOBS_SEED=${seed}).`);
}
