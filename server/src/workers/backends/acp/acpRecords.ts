/**
 * What stands on the disk of one run, so that other windows know of it: who runs it, that the prompt is about to be
 * sent, and how it ended. Each record is written once and whole.
 */
import { type RunEnd, runEnds } from '../../backend';
import type { ProcessMark } from '../../node/stopProcess';
import { type Fields, timeOf } from '../fields';
import { isTextOrAbsent, markIn, readRecord, type RecordReading, writeRecord } from '../recordFile';
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

/** Relative to the workspace's folder. */
export function recordPath(setup: AcpSetup, uuid: string, name: keyof Records): string {
  return `${runsFolder(setup)}/${uuid}/${name}.json`;
}

/** Where the runs stand, relative to the workspace's folder; each has a folder that is named for its UUID. */
export function runsFolder({ folder }: AcpSetup): string {
  return `${folder}/.proactive-jobs/acp`;
}

/** As `readRecord` of the record files. */
export function readAcpRecord<N extends keyof Records>(
  setup: AcpSetup,
  uuid: string,
  name: N,
): Promise<RecordReading<Records[N]>> {
  return readRecord<Records[N]>(setup.files, recordPath(setup, uuid, name), shapes[name]);
}

/** True when this call wrote it; false when it was there. */
export function writeAcpRecord<N extends keyof Records>(
  setup: AcpSetup,
  uuid: string,
  name: N,
  record: Records[N],
): Promise<boolean> {
  return writeRecord(setup.files, recordPath(setup, uuid, name), record);
}

const shapes: { readonly [N in keyof Records]: (fields: Fields) => Records[N] | undefined } = {
  claim(fields) {
    const { attemptId, model, host } = fields;
    const at = timeOf(fields['at']);
    const owner = markIn(fields['owner']);
    return typeof attemptId === 'string' &&
      isTextOrAbsent(model) &&
      at !== undefined &&
      typeof host === 'string' &&
      owner !== undefined
      ? { attemptId, model, at, host, owner }
      : undefined;
  },
  session(fields) {
    const { sessionId } = fields;
    const agent = markIn(fields['agent']);
    const at = timeOf(fields['at']);
    return typeof sessionId === 'string' && agent !== undefined && at !== undefined
      ? { sessionId, agent, at }
      : undefined;
  },
  cancel(fields) {
    const at = timeOf(fields['at']);
    return at === undefined ? undefined : { at };
  },
  end(fields) {
    const state = runEnds.find((end) => end === fields['state']);
    const { lastLine } = fields;
    const at = timeOf(fields['at']);
    return state !== undefined && isTextOrAbsent(lastLine) && at !== undefined
      ? { state, lastLine, at }
      : undefined;
  },
};
