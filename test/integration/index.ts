// The entry that VS Code calls inside the extension host: finds the bundled test files beside it and runs them.
import * as fs from 'node:fs';
import * as path from 'node:path';
import Mocha from 'mocha';
import { reportTo } from './support/report';

/** Generous, since the machine may be busy; a test that waits for something polls and is done as soon as it is there. */
const testLimitMs = 30_000;

/** Resolves when every test passed and rejects when one failed: VS Code's contract. */
export async function run(): Promise<void> {
  // The base of all reporters prints nothing; ours listens to the run, since it needs a file besides the console.
  const mocha = new Mocha({ ui: 'tdd', timeout: testLimitMs, reporter: Mocha.reporters.Base });
  for (const name of fs.readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(path.join(__dirname, name));
  }
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((resolve) => {
    reportTo(process.env['TEST_REPORT'], mocha.run(resolve));
  });
  if (failures > 0) throw new Error(`${failures} tests failed in the extension host.`);
}
