/** A line of the ledger, read back from a file that anybody may have touched: any text gives an entry or a problem. */
import { readJsonObject } from '../core/runs/readJsonObject';
import { type AttemptIdentity, highestNumber, longestAttemptId } from './attempt';
import type { BackendId } from './backend';
import { type Fields, fieldsOf, pidOf, timeOf } from './backends/fields';
import { type EntryFields, type LedgerActor, type LedgerEntry, ledgerEvents } from './ledgerEntry';

export type LineReading =
  | {
      readonly kind: 'entry';
      readonly entry: LedgerEntry;
      /** Names of fields that hold something else than we write; the entry goes without them. */
      readonly unread: readonly string[];
    }
  | { readonly kind: 'problem'; readonly why: string };

/**
 * The entry, or what is wrong with the line. Of what goes with an entry a part may be unreadable: the line counts all the
 * same, since what it announces may have been done.
 */
export function readLedgerLine(line: string): LineReading {
  const json = readJsonObject(line);
  if (json.kind !== 'object')
    return problem('it is no JSON object; it may have been cut off while it was written');
  const { value } = json;
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
  const queue = textOf(value['queue']);
  if (queue === undefined) return problem('it does not name its queue');
  const { fields, unread } = optional(value);
  return { kind: 'entry', entry: { event, at, by, identity, queue, ...fields }, unread };
}

const backends: readonly (BackendId | 'hand-off')[] = [
  'openclaw',
  'process',
  'queue',
  'acp',
  'hand-off',
];

function backendIn(value: unknown): BackendId | 'hand-off' | undefined {
  return backends.find((known) => known === value);
}

/** No word that we write is longer, in UTF-16 units. */
const longest = 20_000;

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= longest ? value : undefined;
}

function flagOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function optional(value: Fields): {
  readonly fields: EntryFields;
  readonly unread: readonly string[];
} {
  const unread: string[] = [];
  const take = <T>(name: string, read: (held: unknown) => T | undefined): T | undefined => {
    const held = read(value[name]);
    if (held === undefined && value[name] !== undefined) unread.push(name);
    return held;
  };
  const backend = take('backend', backendIn);
  const model = take('model', textOf);
  const sessionKey = take('sessionKey', textOf);
  const why = take('why', textOf);
  const run = take('run', textOf);
  // What it was called before it was more than a hash.
  const seal = take('seal', textOf) ?? take('promptHash', textOf);
  const block = take('block', textOf);
  const from = take('from', textOf);
  const progressAt = take('progressAt', timeOf);
  const isSettled = take('isSettled', flagOf);
  const fields: EntryFields = {
    ...(backend === undefined ? {} : { backend }),
    ...(model === undefined ? {} : { model }),
    ...(sessionKey === undefined ? {} : { sessionKey }),
    ...(why === undefined ? {} : { why }),
    ...(run === undefined ? {} : { run }),
    ...(seal === undefined ? {} : { seal }),
    ...(block === undefined ? {} : { block }),
    ...(from === undefined ? {} : { from }),
    ...(progressAt === undefined ? {} : { progressAt }),
    ...(isSettled === undefined ? {} : { isSettled }),
  };
  return { fields, unread };
}

function identityIn(value: unknown): AttemptIdentity | undefined {
  const { attemptId, project, taskId, number, uuid } = fieldsOf(value);
  return typeof attemptId === 'string' &&
    attemptId.length <= longestAttemptId &&
    typeof project === 'string' &&
    typeof taskId === 'string' &&
    project.length + taskId.length <= longest &&
    typeof number === 'number' &&
    Number.isInteger(number) &&
    number > 0 &&
    number <= highestNumber &&
    typeof uuid === 'string' &&
    /^[0-9a-f-]{36}$/.test(uuid)
    ? { attemptId, project, taskId, number, uuid }
    : undefined;
}

/** Who wrote an entry or a lease; nothing when that cannot be read. */
export function actorIn(value: unknown): LedgerActor | undefined {
  const { kind, host, pid: number, instance, mark } = fieldsOf(value);
  const pid = pidOf(number);
  return (kind === 'editor' || kind === 'command-line') &&
    typeof host === 'string' &&
    pid !== undefined &&
    typeof instance === 'string'
    ? { kind, host, pid, instance, mark: typeof mark === 'string' ? mark : undefined }
    : undefined;
}

function problem(why: string): { readonly kind: 'problem'; readonly why: string } {
  return { kind: 'problem', why };
}
