/** Coordinator notes: who was spawned for what, and in which order tasks follow each other (workflow 1.3). */
import { proseLinesOf } from '../proseLines';
import { noteOutlineOf } from './noteOutline';
import { sessionRecordsOf } from './sessionRecords';
import type { SpawnRecord } from './spawnRecord';
import { taskChainsIn } from './taskChains';
import { taskRecordsOf } from './taskRecords';

export interface CoordinatorNote {
  readonly spawns: readonly SpawnRecord[];
  /** Ids joined by arrows on one line, in order. */
  readonly chains: readonly (readonly string[])[];
}

/**
 * What a note tells in whatever words; both lists are empty where it tells nothing. There is one spawn record for each
 * session, and one for each task that is named without a session, in the order of lines; former workers come last.
 */
export function readNote(text: string): CoordinatorNote {
  const lines = proseLinesOf(text);
  const outline = noteOutlineOf(lines);
  const sessions = sessionRecordsOf(outline);
  const spawns = [...sessions.map(({ record }) => record), ...taskRecordsOf(outline, sessions)];
  return {
    spawns: spawns.sort((a, b) => Number(a.isFormer) - Number(b.isFormer) || a.line - b.line),
    chains: lines.flatMap(({ content }) => taskChainsIn(content)),
  };
}
