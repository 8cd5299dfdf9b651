/** One line of the ledger, as written and as read back from a file that anybody may have touched. */
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
  readonly promptHash?: string;
  /** SHA-256 of the task's block as it was before anything was started. */
  readonly block?: string;
  /** Its status at that time. */
  readonly from?: string;
  /** When the progress file was last written by us. */
  readonly progressAt?: number;
  /** The call to the back end has come back: nothing of it is under way in this process. */
  readonly isSettled?: boolean;
}

export function ledgerLine(entry: LedgerEntry): string {
  const { at, ...rest } = entry;
  return `${JSON.stringify({ v: 1, at: new Date(at).toISOString(), ...rest })}\n`;
}

/** The entry, or what is wrong with the line. */
export function readLedgerLine(
  line: string,
):
  | { readonly kind: 'entry'; readonly entry: LedgerEntry }
  | { readonly kind: 'problem'; readonly why: string } {
  const value = objectIn(line);
  if (!value) return problem('it is no JSON object; it may have been cut off while it was written');
  if (value['v'] !== 1)
    return problem(`it has version ${JSON.stringify(value['v']) ?? 'none'}; this program knows 1`);
  const event = ledgerEvents.find((known) => known === value['event']);
  if (event === undefined) return problem('its event is none that we write');
  const at = typeof value['at'] === 'string' ? Date.parse(value['at']) : NaN;
  if (Number.isNaN(at)) return problem('its time cannot be read');
  const identity = identityIn(value['identity']);
  if (!identity) return problem('it does not say which attempt it is about');
  const by = actorIn(value['by']);
  if (!by) return problem('it does not say who wrote it');
  if (typeof value['queue'] !== 'string') return problem('it does not name its queue');
  return {
    kind: 'entry',
    entry: { event, at, by, identity, queue: value['queue'], ...optional(value) },
  };
}

const backends: readonly (BackendId | 'hand-off')[] = [
  'openclaw',
  'process',
  'queue',
  'acp',
  'hand-off',
];
const words = ['model', 'sessionKey', 'why', 'run', 'promptHash', 'block', 'from'] as const;

function optional(value: Readonly<Record<string, unknown>>): Partial<LedgerEntry> {
  const backend = backends.find((known) => known === value['backend']);
  return {
    ...(backend === undefined ? {} : { backend }),
    ...Object.fromEntries(
      words.flatMap((name) => (typeof value[name] === 'string' ? [[name, value[name]]] : [])),
    ),
    ...(typeof value['progressAt'] === 'number' ? { progressAt: value['progressAt'] } : {}),
    ...(typeof value['isSettled'] === 'boolean' ? { isSettled: value['isSettled'] } : {}),
  };
}

function identityIn(value: unknown): AttemptIdentity | undefined {
  if (!isRecord(value)) return undefined;
  const { attemptId, project, taskId, number, uuid } = value;
  return typeof attemptId === 'string' &&
    typeof project === 'string' &&
    typeof taskId === 'string' &&
    typeof number === 'number' &&
    Number.isInteger(number) &&
    number > 0 &&
    typeof uuid === 'string' &&
    /^[0-9a-f-]{36}$/.test(uuid)
    ? { attemptId, project, taskId, number, uuid }
    : undefined;
}

/** Who wrote an entry or a lease; nothing when that cannot be read. */
export function actorIn(value: unknown): LedgerActor | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, host, pid, instance, mark } = value;
  return (kind === 'editor' || kind === 'command-line') &&
    typeof host === 'string' &&
    typeof pid === 'number' &&
    typeof instance === 'string'
    ? { kind, host, pid, instance, mark: typeof mark === 'string' ? mark : undefined }
    : undefined;
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined; // Said by the caller, with the number of the line.
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function problem(why: string): { readonly kind: 'problem'; readonly why: string } {
  return { kind: 'problem', why };
}
