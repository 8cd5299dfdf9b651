/** Worlds for the process back end: programs on a PATH of their own, a folder for the runs, a log of every start. */
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { processBackend } from '../../../server/src/workers/backends/process/processBackend';
import type { WorkerBackend } from '../../../server/src/workers/backend';
import type { ProcessConfig } from '../../../server/src/workers/workersConfig';
import { processesOnHost } from '../../../server/src/workers/node/processesOnHost';
import { type BundledScript, bundledScript } from './bundledScript';
import { diskPorts, temporaryFolder } from './workerDisk';

/** The programs that every world shares; made once for a file of tests. */
export interface AgentPrograms {
  readonly runner: BundledScript;
  readonly agent: BundledScript;
  remove(): Promise<void>;
}

export async function agentPrograms(): Promise<AgentPrograms> {
  const [runner, agent] = await Promise.all([
    bundledScript('server/src/runner.ts'),
    bundledScript('test/workers/support/fakeAgent.ts'),
  ]);
  return {
    runner,
    agent,
    remove: async () => {
      await Promise.all([runner.remove(), agent.remove()]);
    },
  };
}

/** A start of the fake agent, as it tells. */
export interface AgentStart {
  readonly name: string;
  readonly args: readonly string[];
  readonly prompt: string;
  readonly pid: number;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface AgentWorld {
  readonly folder: string;
  readonly cwd: string;
  /** The environment that the workers get. */
  readonly environment: NodeJS.ProcessEnv;
  open(config?: Partial<ProcessConfig>): WorkerBackend;
  /** Every start of the fake agent, in order. */
  starts(): Promise<readonly AgentStart[]>;
  /** The text of a file in the folder of a run; nothing when it is not there. */
  runFile(uuid: string, name: string): Promise<string | undefined>;
  /** Kills the agents that still live. */
  close(): Promise<void>;
}

export async function agentWorld(
  programs: AgentPrograms,
  preset: ProcessConfig['preset'],
): Promise<AgentWorld> {
  const folder = await temporaryFolder('agents');
  const bin = await temporaryFolder('bin');
  const cwd = join(folder.path, 'project');
  await mkdir(cwd);
  for (const name of ['claude', 'codex']) {
    const path = join(bin.path, name);
    const script = `#!${process.execPath}\nrequire(${JSON.stringify(programs.agent.path)});\n`;
    await writeFile(path, script);
    await chmod(path, 0o755);
  }
  const log = join(bin.path, 'starts.jsonl');
  const environment = {
    ...process.env,
    PATH: [bin.path, process.env['PATH']].join(delimiter),
    FAKE_AGENT_LOG: log,
  };
  const starts = async () => {
    const text = await readFile(log, 'utf8').catch(() => '');
    const lines = text.split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as AgentStart);
  };
  return {
    folder: folder.path,
    cwd,
    environment,
    open: (config = {}) =>
      processBackend({
        ...diskPorts(folder.path),
        folder: 'scheduler/spawn-queue',
        config: {
          ...{ preset, command: undefined, args: undefined, env: {} },
          ...{ permissionMode: 'acceptEdits', ...config },
        },
        runnerPath: programs.runner.path,
        environment,
      }),
    starts,
    runFile: (uuid, name) =>
      readFile(
        join(folder.path, 'scheduler/spawn-queue/.proactive-jobs/runs', uuid, '1', name),
        'utf8',
      ).catch(() => undefined),
    async close() {
      for (const { pid } of await starts()) {
        // The number may be another's by now; the group that it leads is then not ours, either.
        if (await isFakeAgent(pid)) process.kill(-pid, 'SIGKILL');
      }
      await Promise.all([folder.remove(), bin.remove()]);
    },
  };
}

async function isFakeAgent(pid: number): Promise<boolean> {
  if ((await processesOnHost.startMark(pid)) === undefined) return false;
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return /\0[^\0]*\/bin-[^/]+\/(?:claude|codex)\0/.test(line);
}
