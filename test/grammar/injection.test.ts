// The injection grammar, as package.json contributes it, over the markdown grammar that VS Code uses.
// The cases are the .tmtest files beside this one (vscode-tmgrammar-test: a line of carets names the scopes above it).
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const runner = require.resolve('vscode-tmgrammar-test/dist/unit.js');
const host = require.resolve('tm-grammars/grammars/markdown.json');

/** Exit code and report of the grammar test runner for one case file. */
function runCase(name: string): { code: number | null; output: string } {
  const file = join('test/grammar', name);
  const run = spawnSync(process.execPath, [runner, '-c', '-g', host, file], {
    cwd: root,
    encoding: 'utf8',
  });
  // Not stderr: there the runner laments every language that a fence might embed.
  return { code: run.status, output: run.stdout };
}

const cases = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.tmtest'));

test.each(cases.filter((name) => name !== 'broken.tmtest'))('%s', (name) => {
  const { code, output } = runCase(name);
  expect(code, output).toBe(0);
});

test('a wrong colour fails', () => {
  const { code, output } = runCase('broken.tmtest');
  expect(code).not.toBe(0);
  expect(output).toContain('constant.language.status.complete.proactive-jobs');
});
