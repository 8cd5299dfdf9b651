// `npm start` as a newcomer meets it: the address with its token, the sample as a git repository, a clean end; and
// desktop VS Code, played by a script, where `code` is on the PATH.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../scripts/processes.mjs';

const script = path.join(root, 'scripts', 'start.mjs');
const linuxOnly = { skip: process.platform === 'win32' };

let folder;
before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'proactive-jobs-start-'));
});
after(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

test('without desktop VS Code it serves one, only to who has the address', async () => {
  const stateDir = path.join(folder, 'served');
  const env = { ...process.env, START_DIR: stateDir, PORT: '0' };
  const child = spawn(process.execPath, [script, '--web'], { env });
  try {
    const address = await printed(child, /Open (http:\S+)/);
    const { origin } = new URL(address);
    assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/\?tkn=[0-9a-f]{32}$/);
    assert.equal((await fetch(origin)).status, 403);
    const page = await fetch(address, { redirect: 'manual' });
    assert.equal(page.status, 302);
    assert.match(page.headers.get('set-cookie'), /vscode-tkn=/);

    const workspace = path.join(stateDir, 'harbor-lights');
    const git = (...args) => execFileSync('git', args, { cwd: workspace, encoding: 'utf8' });
    assert.ok(Number(git('rev-list', '--count', 'HEAD')) >= 5);
    assert.equal(git('status', '--porcelain'), '');

    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.once('exit', resolve));
    assert.equal(code, 0);
    await assert.rejects(fetch(origin));
  } finally {
    child.kill('SIGKILL');
  }
});

test('with `code` on the PATH it opens a window of its own there', linuxOnly, () => {
  const { args, state } = startWithFakeCode('desktop', { DISPLAY: ':0' });
  assert.deepEqual(
    args.filter((arg) => !arg.startsWith('--user-data-dir') && arg !== '--no-sandbox'),
    [
      `--extensionDevelopmentPath=${root}`,
      '--profile-temp',
      '--new-window',
      path.join(state, 'harbor-lights'),
    ],
  );
});

test('an unknown argument is refused with the known ones', () => {
  const { status, stderr } = spawnSync(process.execPath, [script, '--wbe'], { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /--web.*--fresh/);
});

/** Runs the script with a `code` on the PATH that only writes down its arguments. */
function startWithFakeCode(name, extraEnv) {
  const state = path.join(folder, name);
  const bin = path.join(folder, `${name}-bin`);
  const seen = path.join(folder, `${name}-args`);
  fs.mkdirSync(bin);
  fs.writeFileSync(path.join(bin, 'code'), `#!/bin/sh\nprintf '%s\\n' "$@" > '${seen}'\n`, {
    mode: 0o755,
  });
  const PATH = `${bin}${path.delimiter}${process.env.PATH}`;
  const env = { ...process.env, ...extraEnv, PATH, START_DIR: state };
  execFileSync(process.execPath, [script], { env, stdio: 'ignore' });
  return { state, args: fs.readFileSync(seen, 'utf8').trim().split('\n') };
}

/** Waits until a process has printed something that matches, and resolves to the first group. */
function printed(child, pattern) {
  return new Promise((resolve, reject) => {
    let text = '';
    const look = (chunk) => {
      text += chunk;
      const match = pattern.exec(text);
      if (match) resolve(match[1]);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${text}`)));
  });
}
