/** A world for a real command line: our process back end, a home of its own, and the stub in place of the models. */
import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import type { WorkerBackend } from '../../../server/src/workers/backend';
import { processBackend } from '../../../server/src/workers/backends/process/processBackend';
import type { ProcessConfig } from '../../../server/src/workers/workersConfig';
import { identityOf } from '../../workers/support/spawnRequests';
import { diskPorts, temporaryFolder } from '../../workers/support/workerDisk';
import { type StubModels, stubModels } from './stubModels';

/** Where `npm test -- clis` has installed them. */
const programs = resolve('test/clis/node_modules/.bin');

export interface CliWorld {
  readonly folder: string;
  readonly cwd: string;
  readonly config: ProcessConfig;
  /** What the workers get: nothing of the home and the keys of whoever runs the tests. */
  readonly environment: NodeJS.ProcessEnv;
  readonly stub: StubModels;
  open(): WorkerBackend;
  /** How many conversations were begun with these words in them: requests with tools and without an answer so far. */
  conversations(words: string): number;
  /** Stops what still runs. */
  close(): Promise<void>;
}

export async function cliWorld(preset: 'claude' | 'codex', runnerPath: string): Promise<CliWorld> {
  const stub = await stubModels();
  const home = await temporaryFolder('home');
  const folder = await temporaryFolder('workspace');
  // The agents speak of real paths; temporary ones are links on some systems.
  const cwd = join(await realpath(folder.path), 'project');
  await mkdir(cwd);
  await writeCodexConfig(home.path, stub.url);
  const environment = isolated(home.path, stub.url);
  const config: ProcessConfig = {
    ...{ preset, command: undefined, args: undefined, env: {} },
    permissionMode: 'acceptEdits',
  };
  const open = () =>
    processBackend({
      ...diskPorts(folder.path),
      ...{ folder: 'scheduler/spawn-queue', config, runnerPath, environment },
    });
  return {
    ...{ folder: folder.path, cwd, config, environment, stub, open },
    conversations: (words) =>
      stub.requests.filter(({ body }) => isFirstOf(body) && JSON.stringify(body).includes(words))
        .length,
    async close() {
      await stopAll(open());
      await stub.close();
      await Promise.all([home.remove(), folder.remove()]);
    },
  };
}

function isolated(home: string, url: string): NodeJS.ProcessEnv {
  return {
    PATH: [programs, process.env['PATH']].join(delimiter),
    HOME: home,
    TMPDIR: process.env['TMPDIR'],
    CODEX_HOME: join(home, '.codex'),
    ANTHROPIC_BASE_URL: url,
    ANTHROPIC_API_KEY: 'of-the-stub',
    STUB_KEY: 'of-the-stub',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    DISABLE_AUTOUPDATER: '1',
  };
}

async function writeCodexConfig(home: string, url: string): Promise<void> {
  const lines = [
    'model_provider = "stub"',
    'check_for_update_on_startup = false',
    '[analytics]',
    'enabled = false',
    '[model_providers.stub]',
    'name = "stub"',
    `base_url = "${url}/v1"`,
    'env_key = "STUB_KEY"',
    'wire_api = "responses"',
    'request_max_retries = 0',
    'stream_max_retries = 0',
  ];
  await mkdir(join(home, '.codex'));
  await writeFile(join(home, '.codex/config.toml'), `${lines.join('\n')}\n`);
}

function isFirstOf(body: Readonly<Record<string, unknown>>): boolean {
  const tools = body['tools'];
  const hasTools = Array.isArray(tools) && tools.length > 0;
  const turns = JSON.stringify(body['messages'] ?? body['input'] ?? '');
  return hasTools && !turns.includes('"role":"assistant"');
}

async function stopAll(backend: WorkerBackend): Promise<void> {
  const signal = AbortSignal.timeout(60_000);
  for (const { attemptId, state } of await backend.list(signal)) {
    if (state !== 'running' && state !== 'starting') continue;
    const [, project = '', taskId = '', number = ''] = /^(.+)\/(.+)#(\d+)$/.exec(attemptId) ?? [];
    await backend.cancel(identityOf(taskId, Number(number), project), signal);
  }
}
