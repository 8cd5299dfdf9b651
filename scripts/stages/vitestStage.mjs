// A stage of `npm test` that runs one vitest project.
import path from 'node:path';
import { run } from '../processes.mjs';
import { freshReportFile, readJson } from './reportFiles.mjs';
import { count, emptyTally } from './tally.mjs';

/**
 * Runs the project and counts from vitest's own report; without a report there is one failure. With `parts` only the
 * test files whose names begin so.
 */
export async function runVitest(project, parts = []) {
  const report = freshReportFile(`${project}.json`);
  const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await run(
    process.execPath,
    [vitest, 'run', '--project', project, ...reporters, ...parts.map((part) => `/${part}`)],
    {
      env: { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' }, // About a default of some later version.
    },
  );
  const tally = emptyTally();
  for (const { assertionResults, status, name, message } of readJson(report)?.testResults ?? []) {
    for (const { status, fullName, failureMessages } of assertionResults) {
      const outcome = status === 'passed' || status === 'failed' ? status : 'skipped';
      count(tally, outcome, fullName, failureMessages?.join('\n'));
    }
    // A file that could not be loaded, or whose set-up failed, has a status but no failed test.
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) {
      tally.failed++;
      tally.notes.push(`${name}: ${message}`);
    }
  }
  if (exitCode !== 0 && tally.passed > 0 && tally.failed === 0) {
    tally.failed++;
    tally.notes.push(`vitest ended with exit code ${exitCode} although no test failed.`);
  }
  return tally;
}
