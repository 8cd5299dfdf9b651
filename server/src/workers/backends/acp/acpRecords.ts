/**
 * What stands on the disk of one run, so that other windows know of it: who runs it, that the prompt is about to be
 * sent, and how it ended. Each record is written once and whole.
 */
import type { RunEnd } from '../../backend';
import { readJsonObject } from '../../../core/runs/readJsonObject';
import type { ProcessMark } from '../../node/stopProcess';
import type { AcpSetup } from './acpSetup';

export interface ClaimRecord {
  readonly attemptId: string;
  readonly model: string | undefined;
  /** Ms since the epoch. */
  readonly at: number;
  readonly host: string;
  readonly owner: ProcessMark;
}

/** Written right before the prompt is sent: where it is missing, nothing was started. */
export interface SessionRecord {
  readonly sessionId: string;
  readonly agent: ProcessMark;
  readonly at: number;
}

export interface EndRecord {
  readonly state: RunEnd;
  readonly lastLine: string | undefined;
  readonly at: number;
}

interface Records {
  readonly claim: ClaimRecord;
  readonly session: SessionRecord;
  /** A person wants it to stop. */
  readonly cancel: { readonly at: number };
  readonly end: EndRecord;
}

export function recordPath(setup: AcpSetup, uuid: string, name: keyof Records): string {
  return `${runsFolder(setup)}/${uuid}/${name}.json`;
}

export function runsFolder({ folder }: AcpSetup): string {
  return `${folder}/.proactive-jobs/acp`;
}

/** Nothing when there is none; throws when it is damaged or the disk does not answer. */
export async function readRecord<N extends keyof Records>(
  setup: AcpSetup,
  uuid: string,
  name: N,
): Promise<Records[N] | undefined> {
  const path = recordPath(setup, uuid, name);
  const text = await setup.files.read(path);
  if (text === undefined) return undefined;
  const reading = readJsonObject(text);
  if (reading.kind !== 'object') throw new Error(`${path} is damaged: ${reading.why}`);
  return reading.value as unknown as Records[N];
}

/** True when this call wrote it; false when it was there. */
export function writeRecord<N extends keyof Records>(
  setup: AcpSetup,
  uuid: string,
  name: N,
  record: Records[N],
): Promise<boolean> {
  return setup.files.create(recordPath(setup, uuid, name), `${JSON.stringify(record)}\n`);
}
