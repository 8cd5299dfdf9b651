/** Where a relative path leads below a folder, and whether a link stands in the way. */
import { lstat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/**
 * The absolute path of a relative one with `/`. Throws for everything that could lead elsewhere: absolute paths, `..`,
 * empty steps, backslashes, drive letters, streams and NUL.
 */
export function containedPath(folder: string, path: string): string {
  const steps = path.split('/');
  const isOdd = (step: string) =>
    step === '' || step === '.' || step === '..' || /[\\\0]/.test(step) || isDrive(step);
  if (steps.some(isOdd))
    throw new Error(`Not a path inside of the folder: ${JSON.stringify(path)}`);
  return join(resolve(folder), ...steps);
}

/** On Windows a colon names a drive or a stream; elsewhere it is a letter like any other. */
function isDrive(step: string): boolean {
  return process.platform === 'win32' && step.includes(':');
}

/** As {@link containedPath}; throws as well when a link stands anywhere on the way below the folder. */
export async function pathWithoutLinks(folder: string, path: string): Promise<string> {
  const whole = containedPath(folder, path);
  let reached = resolve(folder);
  for (const step of path.split('/')) {
    reached = join(reached, step);
    const kind = await lstat(reached).catch(missing);
    if (kind === undefined) break;
    if (kind.isSymbolicLink()) throw new Error(`A link stands in the way: ${reached}`);
  }
  return whole;
}

/** For `catch`: nothing when the file or its folder is not there; anything else is thrown on. */
export function missing(error: unknown): undefined {
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  throw error;
}

/** The system's word for what went wrong, such as `EEXIST`; nothing for errors of other kinds. */
export function errorCode(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
