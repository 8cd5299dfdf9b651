// Opens the extension on a copy of the sample workspace, from a clean clone and with nothing installed.
//   npm start                    desktop VS Code if `code` is on the PATH, else the bundled one in your browser
//   npm start -- --web           always the bundled one
//   npm start -- --fresh         with a new copy of the samples and default settings
//   npm start -- --prepare       builds and lays out the samples, opens nothing (for F5, see .vscode/tasks.json)
//   PORT=9000 npm start          the bundled one on this port; START_DIR=... keeps its state elsewhere
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from '../tools/vscode-host/prepare.mjs';
import { startServer } from '../tools/vscode-host/server.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { findDesktopCode, openInDesktop } from './desktop.mjs';
import { packageExtension, vsixFile } from './packageExtension.mjs';
import { root, runOrThrow } from './processes.mjs';
import { step } from './progress.mjs';
import { createSampleWorkspace } from './sampleWorkspace.mjs';

const usualPort = 8123;

/** All that is kept between two starts; git ignores it. */
const stateDir = process.env.START_DIR ?? path.join(root, '.start');

async function main() {
  const { web, fresh, prepare: onlyPrepare } = readArguments();
  if (fresh) fs.rmSync(stateDir, { recursive: true, force: true });
  await ensureDependencies();
  const workspace = await sampleCopy();
  if (onlyPrepare) return buildForDevelopment();
  const code = web ? undefined : findDesktopCode();
  if (code) {
    await buildForDevelopment();
    await step(`Opening ${workspace} in ${code}`, () => openInDesktop(code, workspace, stateDir));
    return;
  }
  await serve(workspace);
}

function readArguments() {
  const flag = { type: 'boolean', default: false };
  try {
    return parseArgs({ options: { web: flag, fresh: flag, prepare: flag } }).values;
  } catch (error) {
    throw new Error(`${error.message}\nUse: npm start [-- [--web] [--fresh] [--prepare]]`);
  }
}

/** With source maps and unpacked, as a window that develops the extension wants it. */
function buildForDevelopment() {
  return step('Building', () => runOrThrow(process.execPath, ['esbuild.mjs']));
}

/** The copy is kept, so that a person's changes are there at the next start. */
async function sampleCopy() {
  const workspace = path.join(stateDir, 'harbor-lights');
  if (fs.existsSync(workspace)) return workspace;
  await step('Laying out the sample workspace', () =>
    createSampleWorkspace(workspace, { now: new Date() }),
  );
  return workspace;
}

async function serve(workspace) {
  prepare();
  await step('Building and packing the extension', packageExtension);
  const server = await step('Starting VS Code', async () =>
    startServer({
      port: await choosePort(),
      token: randomBytes(16).toString('hex'), // Keeps other pages and other users of this machine out.
      dataDir: path.join(stateDir, 'vscode'),
      defaultFolder: workspace,
      vsix: vsixFile,
      settings: { 'git.enabled': true },
      keepSettings: true,
    }),
  );
  console.log(
    `\n  Open ${server.url}\n\n  The workspace is ${workspace}; Ctrl+C stops everything.\n`,
  );
  await untilToldToStop();
  console.log('Stopping VS Code ...');
  await server.stop();
  process.exit(0);
}

/** The same port each time, so that the browser keeps its state; a free one where something else has it. */
function choosePort() {
  if (process.env.PORT) return Number(process.env.PORT);
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(0));
    probe.listen(usualPort, '127.0.0.1', () => probe.close(() => resolve(usualPort)));
  });
}

function untilToldToStop() {
  return new Promise((resolve) => {
    // `on`, not `once`: npm passes a second SIGINT on, and it must not cut the clean stop short.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, resolve);
  });
}

try {
  await main();
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(1);
}
