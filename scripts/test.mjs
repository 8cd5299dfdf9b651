// Runs every test there is, from a clean clone and with nothing installed; ends with `N passed, N failed`.
//   npm test                        all stages
//   npm test -- unit integration    only these
//   npm test -- ui/graph            of a stage only the test files that begin so
//   npm test -- --check             before them `npm run check`, as .ci/run does
//   VSCODE_DESKTOP=1 npm test       the integration stage in desktop VS Code
import { ensureDependencies } from './dependencies.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureClis } from './clis.mjs';
import { ensureGateway } from './gateway.mjs';
import { packageExtension } from './packageExtension.mjs';
import { runNpm, runOrThrow } from './processes.mjs';
import { step } from './progress.mjs';
import { chooseStages } from './stages/chooseStages.mjs';
import {
  addTallies,
  emptyTally,
  failedTally,
  judgeSkipped,
  requireTests,
  skippedWords,
} from './stages/tally.mjs';

/** What stages need beyond the sources; each is made once, when the first stage asks for it. */
const provisions = {
  /** dist/ as it ships, and the packed extension: what is tested is what people get. */
  extension: () => step('Building and packing the extension', packageExtension),
  editor: () =>
    step('Looking after the bundled VS Code', () =>
      runOrThrow(process.execPath, ['tools/vscode-host/prepare.mjs']),
    ),
  browser: ensureChromium,
  gateway: ensureGateway,
  clis: ensureClis,
};

/** Not a test, but counted like one, so that the last line cannot say that all is well when a check failed. */
const checkStage = { name: 'check', needs: [], run: check };

/** Whether a skipped test is a failure: what a person's machine lacks must not be lacking where changes are judged. */
const mustRun = process.env.PROACTIVE_JOBS_REQUIRE_SHARED === '1';

const bundledEditor = process.env.VSCODE_DESKTOP ? [] : ['editor', 'browser'];

/**
 * The stages in order, the quick ones first. Their modules are imported late: they need the dependencies. Those that have
 * parts are run by one test runner, which can be told which files to take.
 */
const stages = [
  { name: 'unit', needs: [], hasParts: true, run: vitest },
  { name: 'properties', needs: [], hasParts: true, run: vitest },
  { name: 'corpus', needs: [], hasParts: true, run: vitest },
  { name: 'protocol', needs: ['extension'], hasParts: true, run: vitest },
  { name: 'workers', needs: ['extension'], hasParts: true, run: vitest },
  { name: 'package', needs: ['extension'], hasParts: true, run: nodeTests },
  { name: 'integration', needs: ['extension', ...bundledEditor], run: integration },
  { name: 'gateway', needs: ['extension', 'gateway'], hasParts: true, run: vitest },
  { name: 'clis', needs: ['clis'], hasParts: true, run: vitest },
  { name: 'webview', needs: ['extension', 'browser'], hasParts: true, run: nodeTests },
  { name: 'ui', needs: ['extension', 'editor', 'browser'], hasParts: true, run: nodeTests },
];

async function main() {
  const args = process.argv.slice(2);
  const chosen = chooseStages(
    stages,
    args.filter((arg) => arg !== '--check'),
  );
  if (args.includes('--check')) chosen.unshift(checkStage);
  await ensureDependencies();
  const prepared = new Map();
  const results = [];
  for (const stage of chosen) {
    const started = Date.now();
    const tally = await runStage(stage, prepared);
    results.push({ ...stage, tally, seconds: (Date.now() - started) / 1000 });
  }
  return printSummary(results);
}

async function check() {
  await runNpm(['run', '--silent', 'check']);
  return { ...emptyTally(), passed: 1 };
}

async function vitest({ name, parts }) {
  const { runVitest } = await import('./stages/vitestStage.mjs');
  return runVitest(name, parts);
}

async function nodeTests({ name, parts }) {
  const { runNodeTests } = await import('./stages/nodeTestStage.mjs');
  return runNodeTests(`test/${name}`, parts);
}

async function integration() {
  const { runIntegration } = await import('./stages/integrationStage.mjs');
  return runIntegration();
}

/** Never throws: what goes wrong in a stage is a failure of that stage, and the others still run. */
async function runStage(stage, prepared) {
  console.log(`\n=== ${[stage.name, ...(stage.parts ?? [])].join(' ')} ===`);
  try {
    for (const need of stage.needs) {
      if (!prepared.has(need)) prepared.set(need, attempt(provisions[need]));
      const problem = await prepared.get(need);
      if (problem) throw problem;
    }
    return requireTests(judgeSkipped(await stage.run(stage), mustRun));
  } catch (error) {
    console.error(error?.message ?? error);
    return failedTally(`The stage could not run: ${error?.message ?? error}`);
  }
}

/** Resolves to the error instead of throwing it, so that it can be told to each stage that needed the thing. */
const attempt = (action) =>
  action().then(
    () => undefined,
    (error) => error,
  );

/** Returns whether all is well. The last line is for people and for CI: nothing may follow it. */
function printSummary(results) {
  const cell = (value, width) => String(value).padStart(width);
  console.log(
    `\n${'stage'.padEnd(14)}${['passed', 'failed', 'skipped', 'seconds'].map((h) => cell(h, 9)).join('')}`,
  );
  for (const { name, tally, seconds } of results) {
    const cells = [tally.passed, tally.failed, tally.skipped.length, seconds.toFixed(1)];
    console.log(`${name.padEnd(14)}${cells.map((value) => cell(value, 9)).join('')}`);
    for (const note of tally.notes) console.log(`    ${note.trim().replaceAll('\n', '\n    ')}`);
  }
  const sum = addTallies(results.map(({ tally }) => tally));
  const { passed, failed } = sum;
  const skipped = skippedWords(sum);
  if (skipped) console.log(skipped);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
