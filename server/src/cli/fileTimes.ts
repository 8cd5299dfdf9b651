/** File times from a list instead of the disk: `{ "at": TIME, "files": { "path": TIME } }`. */
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import type { CliEnvironment } from './environment';

export interface FileTimes {
  /** The clock that the list goes with, as written. */
  readonly at: string | undefined;
  /** In ms since the epoch, by path below the folder that is looked at. */
  readonly files: ReadonlyMap<string, number>;
}

const longest = 16 * 1024 * 1024;

/** Reads the list; what is wrong with it comes back as a sentence. */
export async function readFileTimes(
  path: string,
  { cwd, files }: CliEnvironment,
): Promise<FileTimes | string> {
  const read = await files.read(URI.file(resolve(cwd, path)).toString(), longest);
  if (read.kind !== 'text' || read.truncated) return `--times ${path}: this file cannot be read`;
  const shape = `--times ${path}: expected {"at": TIME, "files": {"path": TIME, ...}}`;
  let value: unknown;
  try {
    value = JSON.parse(read.text);
  } catch (error) {
    return `${shape}: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (!isRecord(value) || !isRecord(value['files'])) return shape;
  const at = value['at'];
  if (at !== undefined && (typeof at !== 'string' || Number.isNaN(Date.parse(at)))) return shape;
  const times = Object.entries(value['files']).map(
    ([name, time]) => [name, typeof time === 'string' ? Date.parse(time) : NaN] as const,
  );
  const wrong = times.find(([, time]) => Number.isNaN(time));
  return wrong ? `${shape}: the time of "${wrong[0]}" is none` : { at, files: new Map(times) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
