/** The transcript of a session with what is under way in it: the answer to `chat.history`, read without trust. */
import type { TranscriptEntry } from '../../backend';
import { readSessionRow, type SessionRow } from './sessionRow';
import { type Fields, isRecord, listOf, numberOf, wordOf } from '../fields';

export interface SessionHistory {
  readonly row: SessionRow;
  /** Oldest first. */
  readonly messages: readonly HistoryMessage[];
  /** There are older messages than these. */
  readonly hasMore: boolean;
  /** Messages that are accepted, and wait for their turn. */
  readonly pending: number;
  readonly runIdInFlight: string | undefined;
}

export interface HistoryMessage {
  readonly entry: TranscriptEntry;
  readonly idempotencyKey: string | undefined;
}

/** Nothing when the answer is not one that we understand. */
export function readSessionHistory(payload: unknown): SessionHistory | undefined {
  if (!isRecord(payload)) return undefined;
  const row = readSessionRow(payload['sessionInfo']);
  if (row === undefined || !Array.isArray(payload['messages'])) return undefined;
  const pending = payload['pendingInputs'];
  const inFlight = payload['inFlightRun'];
  return {
    row,
    messages: listOf(payload['messages']).map(readMessage),
    hasMore: payload['hasMore'] === true,
    pending: isRecord(pending) ? (numberOf(pending['total']) ?? 0) : 0,
    runIdInFlight: isRecord(inFlight) ? wordOf(inFlight['runId']) : undefined,
  };
}

function readMessage(message: Fields): HistoryMessage {
  return {
    entry: {
      role: roleOf(wordOf(message['role'])),
      text: textOf(message['content']),
      at: numberOf(message['timestamp']),
    },
    idempotencyKey: wordOf(message['idempotencyKey']),
  };
}

function roleOf(role: string | undefined): TranscriptEntry['role'] {
  switch (role) {
    case 'user':
      return 'user';
    case 'assistant':
      return 'worker';
    case 'tool':
    case 'toolResult':
      return 'tool';
    default:
      return 'system';
  }
}

/** Content is a text, or parts: texts, thoughts, and calls of tools, of which only the name is told. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .filter(isRecord)
    .flatMap((part) => {
      if (wordOf(part['type']) === 'toolCall') return `[${wordOf(part['name']) ?? 'tool'}]`;
      return wordOf(part['text']) ?? [];
    })
    .join('\n');
}
