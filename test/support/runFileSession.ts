/** Sessions over a queue with many progress files beside it. */
import { coreEngine, type Engine } from '../../server/src/session/engine';
import type { Picture } from '../../server/src/session/picture';
import { QueueSession } from '../../server/src/session/queueSession';
import type { Clock } from '../../server/src/workspace/ports';
import { systemClock } from '../../server/src/workspace/systemClock';
import { MemoryFiles } from './memoryFiles';
import { RecordingLogger } from './recordingLogger';
import { sessionConfig } from './sessionConfig';

export const folder = 'file:///w';
export const queue = `${folder}/PROACTIVE-JOBS.md`;

/** A queue of so many pending tasks. */
export const jobs = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `### step-${i}: Do it\n- **Status:** pending\n- **Model:** any\n`,
  ).join('\n');

export const progressUri = (i: number): string => `${folder}/scheduler/progress/step-${i}.md`;

/** A session over files, with what it drew and how far it came. */
export function sessionOf(
  files: MemoryFiles,
  engine: Engine = coreEngine,
  clock: Clock = systemClock,
) {
  const logger = new RecordingLogger();
  const session = new QueueSession(sessionConfig(folder), { engine, files, clock, logger });
  const pictures: Picture[] = [];
  session.onPicture((picture) => pictures.push(picture));
  return { session, pictures, logger };
}

/** The first picture with everything in it. */
export async function untilRead(session: QueueSession): Promise<Picture> {
  for (;;) {
    const picture = await session.current();
    if (picture?.reading === false) return picture;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A queue of 200 pending tasks, and so many progress files that say otherwise. */
export function workspaceWith(count: number): MemoryFiles {
  const files = new MemoryFiles({ [queue]: jobs(200) });
  for (let i = 0; i < count; i++) {
    const log = '- [x] a step\n'.repeat(60);
    files.write(progressUri(i), `# step-${i}\n\n**Status:** in-progress\n\n## Work Log\n\n${log}`);
  }
  return files;
}
