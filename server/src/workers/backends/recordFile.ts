/** Records on the disk, each written once and whole; what is read may have come from anybody. */
import { readJsonObject } from '../../core/runs/readJsonObject';
import type { ProcessMark } from '../node/stopProcess';
import type { WorkerFiles } from '../workerPorts';
import { type Fields, fieldsOf, pidOf } from './fields';

export type RecordReading<T> =
  | { readonly kind: 'none' }
  | { readonly kind: 'record'; readonly record: T }
  /** A sentence without its full stop. */
  | { readonly kind: 'damaged'; readonly why: string };

/**
 * The record at `path`, as `shape` makes it of the file's fields; damaged where `shape` gives nothing. Throws only when
 * the file is there and the disk does not give it.
 */
export async function readRecord<T>(
  files: WorkerFiles,
  path: string,
  shape: (fields: Fields) => T | undefined,
): Promise<RecordReading<T>> {
  const text = await files.read(path);
  if (text === undefined) return { kind: 'none' };
  const json = readJsonObject(text);
  if (json.kind !== 'object')
    return { kind: 'damaged', why: `${path} is damaged: it is no whole JSON object` };
  const record = shape(json.value);
  return record === undefined
    ? { kind: 'damaged', why: `${path} is damaged: it does not hold what we write there` }
    : { kind: 'record', record };
}

/** The record, where it could be read. */
export function recordOf<T>(reading: RecordReading<T>): T | undefined {
  return reading.kind === 'record' ? reading.record : undefined;
}

/** True when this call wrote it; false when it was there. */
export function writeRecord(files: WorkerFiles, path: string, record: object): Promise<boolean> {
  return files.create(path, `${JSON.stringify(record)}\n`);
}

/** A process as a record names it; nothing where it names none. */
export function markIn(value: unknown): ProcessMark | undefined {
  const { pid: number, startMark } = fieldsOf(value);
  const pid = pidOf(number);
  if (pid === undefined || !isTextOrAbsent(startMark)) return undefined;
  return { pid, startMark };
}

/** For fields that are left out where nothing is known. */
export function isTextOrAbsent(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}
