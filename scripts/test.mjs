// Runs every test there is, from a clean clone and with nothing installed; ends with `N passed, N failed`.
//   npm test                        all stages
//   npm test -- unit integration    only these
//   npm test -- --check             before them `npm run check`, as .ci/run does
//   VSCODE_DESKTOP=1 npm test       the integration stage in desktop VS Code
import { ensureDependencies } from './dependencies.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureClis } from './clis.mjs';
import { ensureGateway } from './gateway.mjs';
import { packageExtension } from './packageExtension.mjs';
import { runNpm, runOrThrow } from './processes.mjs';
import { step } from './progress.mjs';
import { addTallies, emptyTally, failedTally, requireTests } from './stages/tally.mjs';

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

const bundledEditor = process.env.VSCODE_DESKTOP ? [] : ['editor', 'browser'];

/** The stages in order, the quick ones first. Their modules are imported late: they need the dependencies. */
const stages = [
  { name: 'unit', needs: [], run: () => vitest('unit') },
  { name: 'properties', needs: [], run: () => vitest('properties') },
  { name: 'corpus', needs: [], run: () => vitest('corpus') },
  { name: 'protocol', needs: ['extension'], run: () => vitest('protocol') },
  { name: 'workers', needs: ['extension'], run: () => vitest('workers') },
  { name: 'package', needs: ['extension'], run: () => nodeTests('test/package') },
  { name: 'integration', needs: ['extension', ...bundledEditor], run: () => integration() },
  { name: 'gateway', needs: ['extension', 'gateway'], run: () => vitest('gateway') },
  { name: 'clis', needs: ['clis'], run: () => vitest('clis') },
  { name: 'webview', needs: ['extension', 'browser'], run: () => nodeTests('test/webview') },
  { name: 'ui', needs: ['extension', 'editor', 'browser'], run: () => nodeTests('test/ui') },
];

async function main() {
  const chosen = chooseStages(process.argv.slice(2));
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

async function vitest(project) {
  const { runVitest } = await import('./stages/vitestStage.mjs');
  return runVitest(project);
}

async function nodeTests(folder) {
  const { runNodeTests } = await import('./stages/nodeTestStage.mjs');
  return runNodeTests(folder);
}

async function integration() {
  const { runIntegration } = await import('./stages/integrationStage.mjs');
  return runIntegration();
}

function chooseStages(args) {
  const names = args.filter((arg) => arg !== '--check');
  const chosen = chooseByName(names);
  return args.includes('--check') ? [checkStage, ...chosen] : chosen;
}

function chooseByName(names) {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    const known = stages.map((stage) => stage.name).join(', ');
    throw new Error(`There is no stage ${unknown.join(', ')}. The stages are ${known}.`);
  }
  return names.length === 0 ? stages : stages.filter((stage) => names.includes(stage.name));
}

/** Never throws: what goes wrong in a stage is a failure of that stage, and the others still run. */
async function runStage({ name, needs, run }, prepared) {
  console.log(`\n=== ${name} ===`);
  try {
    for (const need of needs) {
      if (!prepared.has(need)) prepared.set(need, attempt(provisions[need]));
      const problem = await prepared.get(need);
      if (problem) throw problem;
    }
    return requireTests(await run());
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
    const cells = [tally.passed, tally.failed, tally.skipped, seconds.toFixed(1)];
    console.log(`${name.padEnd(14)}${cells.map((value) => cell(value, 9)).join('')}`);
    for (const note of tally.notes) console.log(`    ${note.trim().replaceAll('\n', '\n    ')}`);
  }
  const { passed, failed } = addTallies(results.map(({ tally }) => tally));
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
