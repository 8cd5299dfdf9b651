// Runs a test module inside the extension host through the official runner, @vscode/test-electron, and judges the run
// by two witnesses: the runner's exit code and the report that the suite writes as it goes. The report is needed
// because VS Code, the desktop one included, reports success when the extension host dies in the middle of a run.
import { runTests } from '@vscode/test-electron';
import path from 'node:path';
import { root } from '../processes.mjs';
import { readJsonLines } from './reportFiles.mjs';
import { count, emptyTally } from './tally.mjs';

/** VSCODE_DESKTOP=1 asks for desktop VS Code, which the official runner downloads. */
export const wantsDesktop = Boolean(process.env.VSCODE_DESKTOP);

const bundledCode = path.join(root, 'tools', 'vscode-host', 'bin', 'code');

/**
 * Resolves to undefined when the official runner reports success, else to what it says.
 * @param {{testsPath: string, workspace: string, report: string, env?: NodeJS.ProcessEnv}} suite
 *   `report` is where the suite (test/integration/index.ts) writes one JSON line for each test and one at its end
 */
export async function runOfficially({ testsPath, workspace, report, env = {} }) {
  try {
    await runTests({
      ...(wantsDesktop ? {} : { vscodeExecutablePath: bundledCode }),
      extensionDevelopmentPath: root,
      extensionTestsPath: testsPath,
      launchArgs: [workspace, '--disable-extensions'],
      extensionTestsEnv: { TEST_REPORT: report, ...env },
    });
    return undefined;
  } catch (error) {
    return String(error?.message ?? error);
  }
}

/**
 * Both witnesses together.
 * @param {string | undefined} failure what the runner said @param {string} report
 * @returns {import('./tally.mjs').Tally}
 */
export function judge(failure, report) {
  const lines = readJsonLines(report);
  const tally = emptyTally();
  for (const { outcome, title, error } of lines) if (outcome) count(tally, outcome, title, error);
  const hasEnded = lines.some((line) => line.ended);
  if (!hasEnded) {
    const last = lines.at(-1)?.title;
    tally.failed++;
    tally.notes.push(
      last
        ? `The extension host ended before the tests did; the last one reported was "${last}".`
        : 'The extension host wrote no test report.',
    );
  }
  if (failure !== undefined && tally.failed === 0) {
    tally.failed++;
    tally.notes.push(`No test failed, but the run did: ${failure}`);
  }
  return tally;
}
