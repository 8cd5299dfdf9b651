// A stage of `npm test` that runs files with Node's own test runner: tests that drive a browser or start VS Code.
import fs from 'node:fs';
import path from 'node:path';
import { root, run } from '../processes.mjs';
import { freshReportFile, readJsonLines } from './reportFiles.mjs';
import { count, emptyTally } from './tally.mjs';

const reporter = new URL('nodeTestReporter.mjs', import.meta.url).href;

/**
 * Runs each `*.test.mjs` of a folder, one file after the other, and counts from the report. With `parts` only those whose
 * names begin so.
 */
export async function runNodeTests(folder, parts = []) {
  const isAsked = (name) => parts.length === 0 || parts.some((part) => name.startsWith(part));
  const files = fs.existsSync(path.join(root, folder))
    ? fs
        .readdirSync(path.join(root, folder))
        .filter((name) => name.endsWith('.test.mjs') && isAsked(name))
    : [];
  const tally = emptyTally();
  if (files.length === 0) return tally; // The caller asks for at least one test.
  const report = freshReportFile(`${folder.replaceAll('/', '-')}.jsonl`);
  const reporters = ['spec', 'stdout', reporter, report];
  const exitCode = await run(process.execPath, [
    '--test',
    '--test-concurrency=1',
    ...reporters.map((value, n) => `--test-reporter${n % 2 ? '-destination' : ''}=${value}`),
    ...files.map((name) => path.join(folder, name)),
  ]);
  for (const { outcome, name, why } of readJsonLines(report)) count(tally, outcome, name, why);
  if (exitCode !== 0 && tally.failed === 0) {
    tally.failed++;
    tally.notes.push(`${folder}: node --test ended with exit code ${exitCode}.`);
  }
  return tally;
}
