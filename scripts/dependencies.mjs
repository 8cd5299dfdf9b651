// Makes node_modules what package-lock.json says, so that `npm start` and `npm test` work on a clean clone.
import fs from 'node:fs';
import path from 'node:path';
import { runNpm, root } from './processes.mjs';
import { step } from './progress.mjs';

/** Installs the dependencies unless they are there already. */
export async function ensureDependencies() {
  if (areInStep(root)) return;
  await step('Installing dependencies (npm ci, about 40 s)', () =>
    runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      quiet: true,
      remedy: 'The npm registry must be reachable (`npm ping`); then run the same command again.',
    }),
  );
}

/**
 * Whether the dependencies of a folder are installed as its lock file says.
 * Compares the lock file with the record that npm leaves in node_modules at the end of each successful install. This
 * is better than a stamp of our own: it also knows of an install by hand, and an interrupted one leaves no record.
 */
export function areInStep(folder) {
  const installed = readPackages(path.join(folder, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  const wanted = readPackages(path.join(folder, 'package-lock.json'));
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    const isProject = place === '';
    const isForOtherSystem = optional && installed[place] === undefined;
    return isProject || isForOtherSystem || installed[place]?.version === version;
  });
}

/** The packages of a lock file by place; undefined when there is no such file. */
function readPackages(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).packages : undefined;
}
