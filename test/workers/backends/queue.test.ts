import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { queueBackend } from '../../../server/src/workers/backends/queue/queueBackend';
import { diskPorts, temporaryFolder } from '../support/workerDisk';
import { describeBackend } from './contract';

describeBackend(
  'the file queue',
  {
    prompts: { finish: 'Finish.', fail: 'Fail.', hang: 'Hang.' },
    runs: false,
    survivesRestart: true,
    keepsTranscript: false,
  },
  async () => {
    const folder = await temporaryFolder('queue');
    return {
      cwd: folder.path,
      open: () => Promise.resolve(queueBackend({ ...diskPorts(folder.path), folder: 'queue' })),
      async starts({ uuid }) {
        const places = ['requests', 'processing', 'archive'].map((place) =>
          readdir(join(folder.path, 'queue', place)).catch(() => []),
        );
        const names = (await Promise.all(places)).flat();
        return names.filter((name) => name.startsWith(uuid)).length;
      },
      close: () => folder.remove(),
    };
  },
);
