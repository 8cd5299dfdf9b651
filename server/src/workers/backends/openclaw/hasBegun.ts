import type { SessionHistory } from './sessionHistory';

/**
 * Whether the prompt of that idempotency key has been admitted, or may have been: any trace of work counts. What comes
 * from the gateway's memory alone is forgotten in a restart, so that the durable traces decide (workers.md, finding 6).
 */
export function hasBegun(history: SessionHistory, idempotencyKey: string): boolean {
  const { row, messages, pending, runIdInFlight, hasMore } = history;
  return (
    runIdInFlight === idempotencyKey ||
    row.lastRunId === idempotencyKey ||
    messages.some((message) => message.idempotencyKey === `${idempotencyKey}:user`) ||
    pending > 0 ||
    row.hasActiveRun ||
    // A session of ours is used by nobody else: a run in it was ours, whatever became of it.
    row.status !== undefined ||
    // Ours may be among those that were not shown.
    hasMore
  );
}
