// The two files through which runTests.cjs speaks from inside the extension host: its output and its end mark.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const pollMs = 200;

/** Makes the folder for one run; `env` goes to the extension host, `dispose` removes it all. */
export function createTestFiles(testsPath) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vscode-host-tests-'));
  const markFile = path.join(folder, 'ended.json');
  const outputFile = path.join(folder, 'output.txt');
  fs.writeFileSync(outputFile, '');
  return {
    env: { HOST_TESTS_PATH: path.resolve(testsPath), HOST_TESTS_DIR: folder },
    /** `{error?}` once the tests have ended, undefined when they never did. */
    readMark: () =>
      fs.existsSync(markFile) ? JSON.parse(fs.readFileSync(markFile, 'utf8')) : undefined,
    follow: (print) => follow(outputFile, print),
    dispose: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

/** Hands on what is appended to the file while the tests run; the returned function hands on the rest and ends. */
function follow(file, print) {
  const descriptor = fs.openSync(file, 'r');
  const pump = () => {
    const chunk = Buffer.alloc(65_536);
    for (let read; (read = fs.readSync(descriptor, chunk)) > 0;)
      print(chunk.toString('utf8', 0, read));
  };
  const timer = setInterval(pump, pollMs);
  return () => {
    clearInterval(timer);
    pump();
    fs.closeSync(descriptor);
  };
}
