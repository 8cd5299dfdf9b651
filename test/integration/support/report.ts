// Reports a mocha run twice: readable lines on the console, and one JSON line for each test in a file. The file is
// written as the tests go, so that it tells how far they came when the extension host dies.
import * as fs from 'node:fs';
import type { Runner, Test } from 'mocha';

/** Listens to the run. Without a file, as when a person presses F5, the console is all there is. */
export function reportTo(file: string | undefined, runner: Runner): void {
  const write = (line: object): void => {
    if (file) fs.appendFileSync(file, `${JSON.stringify(line)}\n`);
  };
  runner.on('pass', (test) => {
    console.log(`  ok      ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    write({ outcome: 'passed', title: test.fullTitle() });
  });
  // Mocha also tells of a failed hook this way; its title names the hook.
  runner.on('fail', (test: Test, error: Error) => {
    console.log(`  FAILED  ${test.fullTitle()}\n${indent(error.stack ?? error.message)}`);
    write({ outcome: 'failed', title: test.fullTitle(), error: error.message });
  });
  runner.on('pending', (test) => {
    console.log(`  skipped ${test.fullTitle()}`);
    write({ outcome: 'skipped', title: test.fullTitle() });
  });
  runner.on('end', () => write({ ended: true }));
}

function indent(text: string): string {
  return text.replace(/^/gm, '          ');
}
