// Starts and stops the bundled VS Code server on the loopback interface. Knows nothing of browsers or tests.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hostNode, serverMain, vscodeRoot } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { quietSettings } from './settings.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {number} [port] 0, the default, takes a free one
 * @property {string} [token] what the address must carry; without one any page in a browser could reach the editor
 * @property {string} [dataDir] kept afterwards when given, else a temporary folder
 * @property {object} [settings] user settings on top of the quiet ones
 * @property {object} [machineSettings] settings of the machine that serves: those of scope `machine` count only here
 * @property {boolean} [keepSettings] leave a settings file that is already there alone
 * @property {string[]} [builtins] only these built-in extensions; all of them when absent
 * @property {string} [vsix] a packaged extension to install first
 * @property {boolean} [testHooks] VS Code's smoke-test driver. Without it a built VS Code silently ignores
 *   `extensionDevelopmentPath` and `extensionTestsPath`; with it notifications are not shown.
 * @property {boolean} [workspaceTrust] ask for trust as desktop VS Code does; without it every folder is trusted
 * @property {string} [defaultFolder] opened when the address names none
 * @property {NodeJS.ProcessEnv} [env] reaches the extension host and what it starts
 * @property {(text: string) => void} [log] receives the server's own output
 *
 * @typedef {object} HostServer
 * @property {string} url address of the workbench, token included
 * @property {string} authority `127.0.0.1:PORT`
 * @property {string} dataDir
 * @property {string} settingsFile
 * @property {() => string} output all that the server has printed
 * @property {() => Promise<void>} stop ends the server with all it started
 */

const startLimitMs = 60_000;
const politeStopMs = 5_000;

/** Starts a server and resolves once it listens. @param {ServerOptions} options @returns {Promise<HostServer>} */
export async function startServer(options = {}) {
  prepare();
  const isTemporary = options.dataDir === undefined;
  const dataDir = options.dataDir ?? fs.mkdtempSync(path.join(os.tmpdir(), 'vscode-host-'));
  const settingsFile = writeSettings(dataDir, options);
  if (options.machineSettings) writeMachineSettings(dataDir, options.machineSettings);
  if (options.vsix) installExtension(dataDir, options.vsix);

  const child = spawn(hostNode, [serverMain, ...serverArguments(dataDir, options)], {
    // An empty gallery: the machine may have no network, and no test may depend on a marketplace.
    env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // Its own process group, so that one signal reaches extension hosts and language servers too.
  });
  const cleanUp = () => {
    if (isTemporary) fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  const dropAll = () => {
    killGroup(child, 'SIGKILL');
    cleanUp();
  };
  process.once('exit', dropAll); // Also when a script ends by `process.exit` or an uncaught error.

  const output = collectOutput(child, options.log);
  const port = await listeningPort(child, output);
  const stop = async () => {
    process.removeListener('exit', dropAll);
    await stopGroup(child);
    cleanUp();
  };
  const url = `http://127.0.0.1:${port}/${options.token ? `?tkn=${options.token}` : ''}`;
  return { url, authority: `127.0.0.1:${port}`, dataDir, settingsFile, output, stop };
}

function serverArguments(
  dataDir,
  { port = 0, token, defaultFolder, testHooks, builtins, workspaceTrust },
) {
  return [
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    ...['--server-data-dir', dataDir, '--accept-server-license-terms', '--telemetry-level', 'off'],
    '--disable-getting-started-override',
    ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...(defaultFolder ? ['--default-folder', path.resolve(defaultFolder)] : []),
    ...(testHooks ? ['--enable-smoke-test-driver'] : []),
    ...(builtins ? ['--builtin-extensions-dir', linkBuiltins(dataDir, builtins)] : []),
  ];
}

function writeSettings(dataDir, { settings = {}, keepSettings = false }) {
  const file = path.join(dataDir, 'data', 'User', 'settings.json');
  if (keepSettings && fs.existsSync(file)) return file;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  return file;
}

function writeMachineSettings(dataDir, settings) {
  const file = path.join(dataDir, 'data', 'Machine', 'settings.json');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(settings, null, 2));
}

function linkBuiltins(dataDir, names) {
  const folder = path.join(dataDir, 'builtin');
  fs.mkdirSync(folder, { recursive: true });
  for (const name of names) {
    const link = path.join(folder, name);
    if (!fs.existsSync(link)) fs.symlinkSync(path.join(vscodeRoot, 'extensions', name), link);
  }
  return folder;
}

function installExtension(dataDir, vsix) {
  const args = ['--server-data-dir', dataDir, '--install-extension', path.resolve(vsix), '--force'];
  const stdio = ['ignore', 'pipe', 'pipe'];
  try {
    execFileSync(hostNode, [serverMain, ...args], { stdio });
  } catch (error) {
    throw new Error(`VS Code refused to install ${vsix}:\n${error.stdout}${error.stderr}`, {
      cause: error,
    });
  }
}

function collectOutput(child, log) {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      log?.(chunk);
    });
  }
  return () => text;
}

function listeningPort(child, output) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      killGroup(child, 'SIGKILL');
      fail(`did not start within ${startLimitMs / 1000} s`);
    }, startLimitMs);
    const fail = (what) => {
      clearTimeout(timer);
      reject(new Error(`The VS Code server ${what}:\n${output()}`));
    };
    child.stdout.on('data', () => {
      const port = /Extension host agent listening on (\d+)/.exec(output());
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port[1]));
    });
    child.once('exit', (code, signal) => fail(`ended with ${signal ?? `exit code ${code}`}`));
    child.once('error', (error) => fail(`could not be run (${error.message})`));
  });
}

function killGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // ESRCH: the whole group is gone, which is what was wanted.
  }
}

async function stopGroup(child) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    killGroup(child, 'SIGTERM');
    const timer = setTimeout(() => killGroup(child, 'SIGKILL'), politeStopMs);
    await gone;
    clearTimeout(timer);
  }
  killGroup(child, 'SIGKILL'); // What outlived the server: a hung extension host, say.
}
