// Makes sure of the real OpenClaw gateway that test/gateway runs: openclaw and the Node it asks for, both pinned, in a
// folder of their own that no `npm ci` of the repository touches.
import path from 'node:path';
import { areInStep } from './dependencies.mjs';
import { root, runNpm } from './processes.mjs';
import { step } from './progress.mjs';

const folder = path.join(root, 'test', 'gateway');

/** Installs the gateway unless it is there already; throws an error with the remedy where that is not possible. */
export async function ensureGateway() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `The real OpenClaw gateway is run on Linux x64 only, and this is ${process.platform} ${process.arch}: test/gateway pins the Node that it needs (24) for that system. ` +
        'Run this stage on Linux x64, or in a container of it; what it proves was not proved here.',
    );
  }
  if (areInStep(folder)) return;
  await step('Installing the OpenClaw gateway for its tests (once; 850 MB, about 60 s)', () =>
    runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      quiet: true,
      remedy:
        'The npm registry must be reachable (`npm ping`) and 1 GB of disk be free; then run the same command again.',
    }),
  );
}
