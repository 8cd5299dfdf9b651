/** One line of the ledger, as it is written. */
import type { AttemptIdentity } from './attempt';
import type { BackendId } from './backend';
import type { Actor } from './workerPorts';

/**
 * What happened. `released` takes back a reservation, and only one that was never followed by a request; `moved` hands
 * the same attempt from the file queue to a back end that runs it, or back.
 */
export const ledgerEvents = [
  'reserved',
  'released',
  'requested',
  'started',
  'alive',
  'unknown',
  'failed',
  'ended',
  'handed-off',
  'closed',
  'adopted',
  'recorded',
  'put-back',
  'draining',
  'moved',
  'claimed',
  'completed',
] as const;

export type LedgerEvent = (typeof ledgerEvents)[number];

export interface LedgerActor extends Actor {
  /** Tells the process from a later one with its number, where that could be found out. */
  readonly mark: string | undefined;
}

export interface LedgerEntry {
  readonly event: LedgerEvent;
  /** Ms since the epoch. */
  readonly at: number;
  readonly by: LedgerActor;
  readonly identity: AttemptIdentity;
  /** Path of the queue in the workspace. */
  readonly queue: string;
  readonly backend?: BackendId | 'hand-off';
  readonly model?: string;
  readonly sessionKey?: string;
  /** A sentence: why it failed, what a person gave as a reason. Never words of the task or of the prompt. */
  readonly why?: string;
  /** How the run ended. */
  readonly run?: string;
  /** Mark of what was sent, which only the user who asked for it can make (`requestSeal`). */
  readonly seal?: string;
  /** SHA-256 of the task's block as it was before anything was started. */
  readonly block?: string;
  /** Its status at that time. */
  readonly from?: string;
  /** When the progress file was last written by us. */
  readonly progressAt?: number;
  /** The call to the back end has come back: nothing of it is under way in this process. */
  readonly isSettled?: boolean;
}

/** What a line says besides what it is about. */
export type EntryFields = Omit<LedgerEntry, 'event' | 'at' | 'by' | 'identity' | 'queue'>;

/** The line as it is appended, with its line break. */
export function ledgerLine(entry: LedgerEntry): string {
  const { at, ...rest } = entry;
  return `${JSON.stringify({ v: 1, at: new Date(at).toISOString(), ...rest })}\n`;
}
