/** Process entry of the command line. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCli } from './cli/runCli';
import { workersOnNode } from './cli/workers/workersOnNode';
import { coreEngine } from './session/engine';
import { repositoriesOnDisk } from './workspace/repositoriesOnDisk';
import { nodeFiles } from './workspace/nodeFiles';

/** Of the package that the bundle `dist/cli.js` belongs to. */
function packageVersion(): string {
  const text = readFileSync(join(__dirname, '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

// `check | head` closes the pipe early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  version: packageVersion(),
  files: nodeFiles,
  engine: coreEngine,
  repositories: repositoriesOnDisk(),
  writeFile: (path, text) =>
    writeFile(path, text).then(
      () => undefined,
      (error: unknown) =>
        `cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    ),
  now: () => Date.now(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  hasColours: process.stdout.isTTY && !process.env['NO_COLOR'],
  workers: workersOnNode(),
}).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(
      `proactive-jobs: internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
