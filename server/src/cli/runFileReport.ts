/** All that was read of one file beside the queues, as JSON. Lines count from 1, times are ISO 8601. */
import type { Claim } from '../core/runs/claim';
import { readHeartbeat } from '../core/runs/readHeartbeat';
import { readMessage } from '../core/runs/readMessage';
import { readNote } from '../core/runs/notes/readNote';
import { readPortfolio } from '../core/runs/readPortfolio';
import { readProgress } from '../core/runs/readProgress';
import { readSpawnRequest } from '../core/runs/readSpawnRequest';
import { readSpawnResponse } from '../core/runs/readSpawnResponse';
import { readVerdict } from '../core/runs/readVerdict';
import type { RunFileKind } from '../core/runs/runFileKind';
import { lineAt, lineTableOf, type LineTable } from '../core/text/lineTable';
import { isoTime } from './isoTime';

export interface InspectedFile {
  readonly kind: RunFileKind;
  readonly text: string;
  /** Its place in its workspace. */
  readonly path: string;
  /** In ms since the epoch. */
  readonly modifiedAt: number;
  readonly localOffsetMinutes: number | undefined;
}

/** The JSON of `inspect --as`. */
export function runFileReport(file: InspectedFile, toolVersion: string): string {
  const report = {
    version: 1,
    tool: { name: 'proactive-jobs', version: toolVersion },
    kind: file.kind,
    path: file.path,
    modifiedAt: isoTime(file.modifiedAt),
    ...contentView(file),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function contentView({
  kind,
  text,
  path,
  modifiedAt,
  localOffsetMinutes: offset,
}: InspectedFile): object {
  switch (kind) {
    case 'progress': {
      const { status, head, started, completed, sessionKey, ...rest } = readProgress(
        text,
        path,
        offset,
      );
      const lines = lineTableOf(text);
      return {
        ...rest,
        status: status?.value ?? 'unknown',
        claim: claimView(status, text, lines),
        head: claimView(head, text, lines),
        sessionKey: sessionKey ?? null,
        started: isoTime(started),
        completed: isoTime(completed),
      };
    }
    case 'heartbeat': {
      const beat = readHeartbeat(text, path, modifiedAt, offset);
      return {
        ...beat,
        sessionKey: beat.sessionKey ?? null,
        lastBeat: isoTime(beat.lastBeat),
        startedAt: isoTime(beat.startedAt),
      };
    }
    case 'note': {
      const { spawns, chains } = readNote(text);
      return { spawns: spawns.map((spawn) => ({ ...spawn, line: spawn.line + 1 })), chains };
    }
    case 'portfolio': {
      const { phaseCounts, mentions } = readPortfolio(text);
      const fromOne = <T extends { readonly line: number }>(item: T): T => ({
        ...item,
        line: item.line + 1,
      });
      return { phaseCounts: phaseCounts.map(fromOne), mentions: mentions.map(fromOne) };
    }
    case 'message': {
      const message = readMessage(text, path, offset);
      return { ...message, verdict: message.verdict ?? null, at: isoTime(message.at) };
    }
    case 'spawn-request': {
      const request = readSpawnRequest(text, path, offset);
      return { ...request, requestedAt: isoTime(request.requestedAt) };
    }
    case 'spawn-response': {
      const response = readSpawnResponse(text, offset);
      return {
        ...response,
        sessionKey: response.sessionKey ?? null,
        processedAt: isoTime(response.processedAt),
      };
    }
    case 'verdict': {
      const { taskId, verdict, span, at } = readVerdict(text, path, offset);
      const line = span ? lineAt(lineTableOf(text), span.start) + 1 : null;
      return { taskId: taskId ?? null, verdict, line, at: isoTime(at) };
    }
  }
}

function claimView(
  claim: Claim<string> | undefined,
  text: string,
  lines: LineTable,
): object | null {
  if (claim === undefined) return null;
  const { value, span, confidence } = claim;
  const line = lineAt(lines, span.start) + 1;
  return { status: value, text: text.slice(span.start, span.end), line, confidence };
}
