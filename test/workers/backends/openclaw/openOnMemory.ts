import { openOpenclawBackend } from '../../../../server/src/workers/backends/openclaw/openclawBackend';
import type { OpenclawSetup } from '../../../../server/src/workers/backends/openclaw/openclawSetup';
import type { WorkerBackend } from '../../../../server/src/workers/backend';
import { RecordingLogger } from '../../../support/recordingLogger';
import type { MemoryGateway } from './memoryGateway';

/** The back end on a gateway in memory, with a clock on which waiting takes no time. */
export function openOnMemory(
  gateway: MemoryGateway,
  setup: Partial<OpenclawSetup> = {},
): WorkerBackend & { readonly logger: RecordingLogger } {
  const logger = new RecordingLogger();
  let now = 1_000_000;
  const clock = {
    now: () => now,
    wait: (milliseconds: number) => {
      now += milliseconds;
      return Promise.resolve();
    },
  };
  const backend = openOpenclawBackend({
    url: 'ws://127.0.0.1:18789',
    agentId: 'main',
    requestTimeoutMs: 15_000,
    token: () => Promise.resolve('a-secret-token'),
    connect: gateway.connect,
    ...{ clock, logger, ...setup },
  });
  return { ...backend, logger };
}
