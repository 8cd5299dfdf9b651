/** Entry of dist/runner.js: `runner.js <folder of the run>`, with what to start as JSON on standard input. */
import { text } from 'node:stream/consumers';
import { runAgent } from './workers/backends/process/runAgent';
import type { Launch } from './workers/backends/process/runFolder';

async function main(): Promise<void> {
  const [folder] = process.argv.slice(2);
  // A host that dies while it writes leaves half a text: that is no order, and nothing is started.
  const launch = JSON.parse(await text(process.stdin)) as Launch;
  if (folder === undefined) throw new Error('runner.js needs the folder of a run');
  await runAgent(folder, launch);
}

main().then(
  () => process.exit(0),
  () => process.exit(1),
);
