/**
 * What the ledger says, put together. The order of the lines decides, and all who read the same lines come to the same
 * result: that is what settles races between windows.
 */
import type { AttemptIdentity, AttemptState } from './attempt';
import type { BackendId } from './backend';
import type { LedgerActor, LedgerEntry } from './ledgerEntry';
import { readLedgerLine } from './readLedgerLine';

/** One attempt as its lines tell it. */
export interface Attempt {
  readonly identity: AttemptIdentity;
  readonly queue: string;
  readonly state: AttemptState;
  /** Number of its first line: who reserved first has the first right to a slot. */
  readonly position: number;
  readonly backend: BackendId | 'hand-off' | undefined;
  /** Who reserved it, and later who requested it. */
  readonly owner: LedgerActor;
  /** When it was reserved, and later requested; ms since the epoch. */
  readonly requestedAt: number;
  /** When the last line that changed its state was written. */
  readonly stateAt: number;
  /** The request was sent and its call has come back, or has been answered. */
  readonly isSettled: boolean;
  /** The queue says that this attempt works on the task. */
  readonly isRecorded: boolean;
  readonly model: string | undefined;
  readonly sessionKey: string | undefined;
  readonly why: string | undefined;
  readonly run: string | undefined;
  readonly block: string | undefined;
  readonly from: string | undefined;
  readonly progressAt: number | undefined;
  readonly seal: string | undefined;
  /** All who ever set about taking it out of the file queue, each once. */
  readonly drainers: readonly LedgerActor[];
  /** A person has said which session it is; what back ends say of its name does not count any more. */
  readonly isAdopted: boolean;
}

export interface LedgerReading {
  /** By UUID, in the order of their first lines. */
  readonly attempts: ReadonlyMap<string, Attempt>;
  /** One sentence for each line that could not be read, or not all of it. */
  readonly problems: readonly string[];
  /** How many lines it was made of. */
  readonly lines: number;
}

export const emptyLedger: LedgerReading = { attempts: new Map(), problems: [], lines: 0 };

/** Any text gives a reading. `before` is that of the whole lines in front of it. */
export function readLedger(
  text: string,
  name = 'ledger.jsonl',
  before: LedgerReading = emptyLedger,
): LedgerReading {
  if (text === '') return before;
  const attempts = new Map(before.attempts);
  const problems = [...before.problems];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  lines.forEach((line, i) => {
    if (line.trim() === '') return;
    const at = before.lines + i;
    const read = readLedgerLine(line);
    if (read.kind === 'problem') {
      problems.push(`Line ${at + 1} of ${name} was passed over: ${read.why}.`);
      return;
    }
    if (read.unread.length > 0)
      problems.push(
        `Line ${at + 1} of ${name} has something unreadable for ${read.unread.join(', ')}; that was left out.`,
      );
    const { uuid } = read.entry.identity;
    attempts.set(uuid, next(attempts.get(uuid), read.entry, at));
  });
  return { attempts, problems, lines: before.lines + lines.length };
}

/** How far an attempt has come; it never goes back, whoever writes late. */
const ranks: Readonly<Record<AttemptState, number>> = {
  reserved: 0,
  requested: 1,
  unknown: 2,
  'handed-off': 2,
  started: 3,
  alive: 4,
  failed: 5,
  ended: 5,
  closed: 6,
};

function next(before: Attempt | undefined, entry: LedgerEntry, position: number): Attempt {
  const known = before ?? begun(entry, position);
  // What was proven of one back end says nothing of the one that the attempt has moved to since.
  if (entry.event === 'failed' && (entry.backend ?? known.backend) !== known.backend) return known;
  const state = stateAfter(before?.state, entry);
  const moves = entry.event === 'moved' && state === 'requested';
  const keeps = known.isAdopted && entry.event !== 'adopted';
  const requests = moves || (entry.event === 'requested' && state === 'requested');
  return {
    ...known,
    state: state ?? known.state,
    stateAt: state === undefined || state === known.state ? known.stateAt : entry.at,
    owner: requests ? entry.by : known.owner,
    requestedAt: entry.event === 'requested' && requests ? entry.at : known.requestedAt,
    isSettled: requests ? false : known.isSettled || entry.isSettled === true,
    isRecorded: entry.event === 'recorded' || (known.isRecorded && entry.event !== 'put-back'),
    backend: entry.backend ?? known.backend,
    model: entry.model ?? known.model,
    sessionKey: keeps ? known.sessionKey : (entry.sessionKey ?? known.sessionKey),
    why: state === undefined ? known.why : (entry.why ?? known.why),
    run: entry.run ?? known.run,
    block: entry.block ?? known.block,
    from: entry.from ?? known.from,
    progressAt: entry.progressAt ?? known.progressAt,
    seal: entry.seal ?? known.seal,
    drainers: entry.event === 'draining' ? withDrainer(known.drainers, entry.by) : known.drainers,
    isAdopted: known.isAdopted || entry.event === 'adopted',
  };
}

function begun({ identity, queue, by, at, event }: LedgerEntry, position: number): Attempt {
  // Where the beginning is missing, something may have been sent.
  const state = event === 'reserved' || event === 'released' ? 'reserved' : 'unknown';
  return {
    ...{ identity, queue, position, state, owner: by, requestedAt: at, stateAt: at },
    ...{ isSettled: false, isRecorded: false, backend: undefined, model: undefined },
    ...{ sessionKey: undefined, why: undefined, run: undefined, block: undefined },
    ...{ from: undefined, progressAt: undefined, seal: undefined, drainers: [] },
    isAdopted: false,
  };
}

function withDrainer(known: readonly LedgerActor[], by: LedgerActor): readonly LedgerActor[] {
  return known.some(({ instance }) => instance === by.instance) ? known : [...known, by];
}

/** The state that the line brings about; nothing when it changes none. */
function stateAfter(now: AttemptState | undefined, entry: LedgerEntry): AttemptState | undefined {
  const { event } = entry;
  const rank = now === undefined ? -1 : ranks[now];
  const ahead = (state: AttemptState) => (ranks[state] > rank ? state : undefined);
  switch (event) {
    case 'released':
      return rank <= ranks.reserved ? 'failed' : undefined;
    // Proof that nothing was started does not undo the sight of a worker.
    case 'failed':
      return rank < ranks.started ? 'failed' : undefined;
    case 'moved':
      return rank < ranks.failed ? 'requested' : undefined;
    case 'adopted':
      return ahead('started');
    case 'recorded':
    case 'put-back':
    case 'draining':
    case 'claimed':
    case 'completed':
      return undefined;
    case 'reserved':
    case 'requested':
    case 'started':
    case 'alive':
    case 'unknown':
    case 'ended':
    case 'handed-off':
    case 'closed':
      return ahead(event);
  }
}

/** The attempts at one task, the first one first. Letters of the id do not count. */
export function attemptsAt(
  { attempts }: LedgerReading,
  project: string,
  taskId: string,
): readonly Attempt[] {
  const id = taskId.toLowerCase();
  return [...attempts.values()]
    .filter((a) => a.identity.project === project && a.identity.taskId.toLowerCase() === id)
    .sort((a, b) => a.identity.number - b.identity.number);
}
