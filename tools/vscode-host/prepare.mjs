// Installs the bundled VS Code: code-server from npm without its install scripts, then the locked dependencies of the
// VS Code server inside it. Nothing is compiled, and a second call returns at once.
//   node tools/vscode-host/prepare.mjs
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { hostDir, hostNode, serverMain, vscodeRoot } from './paths.mjs';
import { prune } from './prune.mjs';

const stampFile = path.join(hostDir, 'node_modules', '.prepared');

/** What the stamp vouches for: a change in any of these means a fresh install. */
const inputs = [
  'package-lock.json',
  'prepare.mjs',
  'prune.mjs',
  'standins/spdlog.cjs',
  'standins/watchdog.cjs',
];

/** Native modules without a Linux binary in their package, each with the plain module that stands in. */
const standIns = { '@vscode/spdlog': 'spdlog.cjs', '@vscode/native-watchdog': 'watchdog.cjs' };

/** Whether the host is installed in the state that this folder's files describe. */
function isPrepared() {
  return fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === wantedStamp();
}

/**
 * Makes the host usable; returns whether anything had to be installed.
 * Throws an error that says the remedy where the system or the registry does not allow it.
 */
export function prepare({ log = console.log } = {}) {
  if (isPrepared()) return false;
  refuseOtherSystems();
  const started = Date.now();
  log('Installing the bundled VS Code (once, about 40 s, 500 MB) ...');
  log('  code-server and Node 24 from npm');
  npmCi(hostDir);
  log('  the dependencies of VS Code itself');
  // `--legacy-peer-deps`: the shrinkwrap that code-server ships lacks one peer that plain `npm ci` asks for.
  npmCi(vscodeRoot, '--omit=dev', '--legacy-peer-deps');
  npmCi(path.join(vscodeRoot, 'extensions'), '--omit=dev', '--legacy-peer-deps');
  for (const [module, standIn] of Object.entries(standIns)) {
    const target = path.join(vscodeRoot, 'node_modules', module, 'index.js');
    fs.copyFileSync(path.join(hostDir, 'standins', standIn), target);
  }
  prune();
  proveItStarts();
  fs.writeFileSync(stampFile, wantedStamp());
  log(`  ready after ${((Date.now() - started) / 1000).toFixed(0)} s`);
  return true;
}

function wantedStamp() {
  const hash = createHash('sha256');
  for (const file of inputs) hash.update(fs.readFileSync(path.join(hostDir, file))).update('\0');
  return hash.digest('hex');
}

function refuseOtherSystems() {
  if (process.platform === 'linux' && process.arch === 'x64') return;
  throw new Error(
    `The bundled VS Code runs on Linux x64 only, and this is ${process.platform} ${process.arch}.\n` +
      'Install desktop VS Code, put its `code` command on the PATH and try again, or open this folder in VS Code and press F5.\n' +
      'The tests run in desktop VS Code with VSCODE_DESKTOP=1.',
  );
}

function npmCi(folder, ...flags) {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...flags];
  try {
    execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (error) {
    throw new Error(
      `\`npm ${args.join(' ')}\` failed in ${folder}.\n` +
        'The bundled VS Code comes from the npm registry: check that `npm ping` answers and that 1 GB of disk is free, then run the same command again; it starts over cleanly.',
      { cause: error },
    );
  }
}

/** A half-working host must not be stamped: ask the server for its version with the Node that will run it. */
function proveItStarts() {
  try {
    execFileSync(hostNode, [serverMain, '--version'], { stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(
      `The bundled VS Code was installed but does not start:\n${error.stderr ?? error}\n` +
        `Delete ${path.join(hostDir, 'node_modules')} and try again.`,
      { cause: error },
    );
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) prepare();
