/** A session over files in memory, with a clock that only moves when it is told to. */
import type { Picture } from '../../server/src/session/picture';
import { QueueSession } from '../../server/src/session/queueSession';
import type { Engine } from '../../server/src/session/engine';
import { sessionConfig } from './sessionConfig';
import { ManualClock } from './manualClock';
import { MemoryFiles } from './memoryFiles';
import { RecordingLogger } from './recordingLogger';
import { engineWith, unresolvedRule } from './testEngine';

export const folder = 'file:///w';
export const queue = `${folder}/PROACTIVE-JOBS.md`;
export const other = `${folder}/scheduler/PROACTIVE-JOBS-two.md`;

export const task = (id: string, deps = 'none'): string =>
  `## Phase 1\n\n### ${id}\n- **Status:** pending\n- **Dependencies:** ${deps}\n`;

/** What a test may do to a session and see of it. */
interface Setup {
  readonly session: QueueSession;
  readonly files: MemoryFiles;
  readonly clock: ManualClock;
  readonly logger: RecordingLogger;
  readonly pictures: Picture[];
  readonly codes: (uri: string) => readonly string[];
}

/** A session that has read its files once. `codes` are those of the findings of a file, as of now. */
export async function startSession(
  texts: Readonly<Record<string, string>>,
  engine: Engine = engineWith(unresolvedRule),
  folders: readonly string[] = [folder],
): Promise<Setup> {
  const files = new MemoryFiles(texts);
  const clock = new ManualClock();
  const logger = new RecordingLogger();
  const session = new QueueSession(sessionConfig(...folders), { engine, files, clock, logger });
  const pictures: Picture[] = [];
  session.onPicture((picture) => pictures.push(picture));
  await session.configure(sessionConfig(...folders));
  // First the queues, then what stands beside them.
  await clock.advance(0);
  await clock.advance(0);
  const codes = (uri: string): readonly string[] =>
    (session.picture?.findings.get(uri) ?? []).map(({ code }) => code);
  return { session, files, clock, logger, pictures, codes };
}
