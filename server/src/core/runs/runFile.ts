/** One file beside the queues: progress, heartbeat, note, message, … as read, with its place and its file time. */
import type { LineTable } from '../text/lineTable';
import { lineTableOf } from '../text/lineTable';
import { type Heartbeat, readHeartbeat } from './readHeartbeat';
import { type InboxMessage, readMessage } from './readMessage';
import { type CoordinatorNote, readNote } from './notes/readNote';
import { type Portfolio, readPortfolio } from './readPortfolio';
import { type Progress, readProgress } from './readProgress';
import { type SpawnRequest, readSpawnRequest } from './readSpawnRequest';
import { type SpawnResponse, readSpawnResponse } from './readSpawnResponse';
import { type Verdict, readVerdict } from './readVerdict';
import { type RunFileKind, runFileKindOf } from './runFileKind';

/** What is read: text and facts about the file, gathered outside of the core. */
export interface RunSource {
  readonly uri: string;
  /** Uri of the workspace folder. */
  readonly folder: string;
  /** Place in the folder, with forward slashes. */
  readonly path: string;
  /** Folder of the file queue below the workspace folder; absent where it is the usual one. */
  readonly spawnQueue?: string;
  /** When the file last changed, in ms since the epoch. */
  readonly modifiedAt: number;
  readonly text: string;
  /** Only its beginning was read: it is longer than any such file should be. */
  readonly isCut?: true;
}

export type RunContent =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'heartbeat'; readonly heartbeat: Heartbeat }
  | { readonly kind: 'note'; readonly note: CoordinatorNote }
  | { readonly kind: 'portfolio'; readonly portfolio: Portfolio }
  | { readonly kind: 'message'; readonly message: InboxMessage }
  | { readonly kind: 'spawn-request'; readonly request: SpawnRequest }
  | { readonly kind: 'spawn-response'; readonly response: SpawnResponse }
  | { readonly kind: 'verdict'; readonly verdict: Verdict };

export interface RunFile extends RunSource {
  readonly lines: LineTable;
  readonly content: RunContent;
}

/** Reads a file by what its place says it is; nothing for a place that means nothing to us. Total: any text is read. */
export function readRunFile(
  source: RunSource,
  localOffsetMinutes: number | undefined,
): RunFile | undefined {
  const kind = runFileKindOf(source.path, source.spawnQueue);
  if (kind === undefined) return undefined;
  return {
    ...source,
    lines: lineTableOf(source.text),
    content: contentOf(kind, source, localOffsetMinutes),
  };
}

function contentOf(
  kind: RunFileKind,
  { text, path, modifiedAt }: RunSource,
  offset: number | undefined,
): RunContent {
  switch (kind) {
    case 'progress':
      return { kind, progress: readProgress(text, path, offset) };
    case 'heartbeat':
      return { kind, heartbeat: readHeartbeat(text, path, modifiedAt, offset) };
    case 'note':
      return { kind, note: readNote(text) };
    case 'portfolio':
      return { kind, portfolio: readPortfolio(text) };
    case 'message':
      return { kind, message: readMessage(text, path, offset) };
    case 'spawn-request':
      return { kind, request: readSpawnRequest(text, path, offset) };
    case 'spawn-response':
      return { kind, response: readSpawnResponse(text, offset) };
    case 'verdict':
      return { kind, verdict: readVerdict(text, path, offset) };
  }
}
