import type { Run, RunState } from '../../backend';
import type { SessionHistory } from './sessionHistory';
import type { SessionRow } from './sessionRow';

/** In UTF-16 units. */
const longestLastLine = 500;

/** The run of an attempt as the gateway's row tells it. */
export function runOfSession(attemptId: string, row: SessionRow, lastWords?: string): Run {
  const state = stateOf(row);
  const isOver = state !== 'starting' && state !== 'running';
  return {
    attemptId,
    backend: 'openclaw',
    state,
    sessionKey: row.key,
    startedAt: row.startedAt,
    endedAt: isOver ? (row.endedAt ?? row.updatedAt) : undefined,
    lastSignAt: latest(row.updatedAt, row.endedAt, row.startedAt),
    lastLine: (row.lastError ?? lastWords)?.trim().slice(0, longestLastLine) || undefined,
    tokens: row.tokens,
    model: row.model,
  };
}

/** With the last words that were spoken in it. */
export function runOfHistory(attemptId: string, { row, messages, pending }: SessionHistory): Run {
  const lastWords = messages.findLast(({ entry }) => entry.role === 'worker')?.entry.text;
  const run = runOfSession(attemptId, row, lastWords);
  return run.state === 'starting' && pending > 0 ? { ...run, state: 'running' } : run;
}

function stateOf(row: SessionRow): RunState {
  if (row.hasActiveRun) return 'running';
  switch (row.status) {
    case undefined:
      // An archived session takes no prompt: what had not begun never will. A run that was stopped before its first
      // word leaves no status either (measured with 2026.9.6); whoever stops it archives the session.
      return row.isArchived ? 'cancelled' : 'starting';
    case 'running':
      return 'running';
    case 'done':
      return 'succeeded';
    case 'failed':
      return 'failed';
    case 'killed':
      return 'cancelled';
    case 'timeout':
      return 'timed-out';
    default:
      return 'running';
  }
}

function latest(...times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}
