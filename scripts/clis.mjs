// Makes sure of the agents' own command lines that test/clis runs: Claude Code and Codex, pinned, in a folder of their own
// that no `npm ci` of the repository touches.
import path from 'node:path';
import { areInStep } from './dependencies.mjs';
import { root, runNpm, runOrThrow } from './processes.mjs';
import { step } from './progress.mjs';

const folder = path.join(root, 'test', 'clis');

/** Installs them unless they are there already; throws an error with the remedy where that is not possible. */
export async function ensureClis() {
  if (!areInStep(folder)) {
    await step('Installing Claude Code and Codex for their tests (once; 770 MB, about 20 s)', () =>
      runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: folder,
        quiet: true,
        remedy:
          'The npm registry must be reachable (`npm ping`) and 1 GB of disk be free; then run the same command again.',
      }),
    );
  }
  // Its own install script, called by name since scripts of packages are not run: it puts the program into its place.
  await runOrThrow(process.execPath, ['node_modules/@anthropic-ai/claude-code/install.cjs'], {
    cwd: folder,
    quiet: true,
    remedy: `Delete ${path.join('test', 'clis', 'node_modules')} and run the same command again.`,
  });
}
