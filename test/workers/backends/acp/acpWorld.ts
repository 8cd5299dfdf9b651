import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttemptIdentity } from '../../../../server/src/workers/attempt';
import type { WorkerBackend } from '../../../../server/src/workers/backend';
import { openAcpBackend } from '../../../../server/src/workers/backends/acp/acpBackend';
import type { AcpSetup } from '../../../../server/src/workers/backends/acp/acpSetup';
import { RecordingLogger } from '../../../support/recordingLogger';
import { bundledScript, type BundledScript } from '../../support/bundledScript';
import { diskPorts, temporaryFolder } from '../../support/workerDisk';

/** Puts the attempt into each prompt, so that the agents' log tells whose it is. */
function marking(setup: AcpSetup): WorkerBackend {
  const backend = openAcpBackend(setup);
  return {
    ...backend,
    spawn: (request, signal) =>
      backend.spawn(
        { ...request, prompt: `${request.prompt} ${markOf(request.identity)}` },
        signal,
      ),
  };
}

function markOf({ attemptId }: AttemptIdentity): string {
  return `This is ${attemptId}.`;
}

/** The fake agent as a program; whoever asks for it removes it. */
export function fakeAgent(): Promise<BundledScript> {
  return bundledScript('test/workers/backends/acp/fakeAgent.ts');
}

export interface AcpWorld {
  readonly cwd: string;
  open(setup?: Partial<AcpSetup>): WorkerBackend;
  /** What the agents have written down, one line each. */
  log(): Promise<readonly { readonly prompt?: string; readonly chosen?: string }[]>;
  starts(identity: AttemptIdentity): Promise<number>;
  close(): Promise<void>;
}

export async function acpWorld(agent: BundledScript): Promise<AcpWorld> {
  const folder = await temporaryFolder('acp');
  const file = join(folder.path, 'agents.jsonl');
  const log = async () => {
    const text = await readFile(file, 'utf8').catch(() => '');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { prompt?: string; chosen?: string });
  };
  return {
    cwd: folder.path,
    open: (setup) =>
      marking({
        ...diskPorts(folder.path),
        logger: new RecordingLogger(),
        folder: 'queue',
        config: { command: process.execPath, args: [agent.path] },
        permissionMode: 'acceptEdits',
        environment: { PATH: process.env.PATH, FAKE_AGENT_LOG: file },
        ...setup,
      }),
    log,
    async starts(identity) {
      return (await log()).filter(({ prompt }) => prompt?.includes(markOf(identity))).length;
    },
    close: () => folder.remove(),
  };
}
