// What VS Code loads as the tests: runs the real test module, passes on what it prints, and leaves a mark when it came
// to an end. The mark is needed because VS Code reports exit code 0 when the extension host dies in the middle of a
// run: no mark, no success. The environment names the real module (HOST_TESTS_PATH) and the folder for the two files
// (HOST_TESTS_DIR); testFiles.mjs is the reader.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { format } = require('node:util');

const { HOST_TESTS_PATH: testsPath, HOST_TESTS_DIR: folder } = process.env;
const markFile = path.join(folder, 'ended.json');
const outputFile = path.join(folder, 'output.txt');

exports.run = async () => {
  passOnConsole();
  try {
    await runToEnd(await load());
  } catch (error) {
    fs.writeFileSync(markFile, JSON.stringify({ error: String(error?.stack ?? error) }));
    throw error;
  }
  fs.writeFileSync(markFile, JSON.stringify({}));
};

/**
 * By file: on the way through the workbench the lines would mix with VS Code's own log, and be lost at a crash.
 * Defined, not assigned: VS Code has replaced the methods by properties that ignore assignments.
 */
function passOnConsole() {
  const value = (...args) => fs.appendFileSync(outputFile, `${format(...args)}\n`);
  for (const method of ['log', 'info', 'warn', 'error']) {
    Object.defineProperty(console, method, { value, configurable: true, writable: true });
  }
}

async function load() {
  try {
    return require(testsPath);
  } catch (error) {
    if (error.code !== 'ERR_REQUIRE_ESM') throw error;
    return import(pathToFileURL(testsPath).href);
  }
}

/** VS Code accepts two contracts for `run`: a promise, or a callback that gets the number of failures. */
function runToEnd(tests) {
  return new Promise((resolve, reject) => {
    const result = tests.run(testsPath, (error, failures) => {
      if (error) reject(error);
      else if (failures > 0) reject(new Error(`${failures} tests failed.`));
      else resolve();
    });
    if (typeof result?.then === 'function') result.then(resolve, reject);
  });
}
