/** Moving a file so that of several who try only one succeeds, and nothing that is there already is written over. */
import { randomBytes } from 'node:crypto';
import { link, lstat, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './containedPath';

/**
 * A name in the same folder that nobody else has; {@link isTemporaryName} knows it again.
 */
export function temporaryPath(path: string): string {
  const mark = randomBytes(6).toString('hex');
  return join(dirname(path), `.${basename(path).slice(0, 120)}.${mark}.tmp`);
}

export function isTemporaryName(name: string): boolean {
  return /^\..*\.[0-9a-f]{12}\.tmp$/.test(name);
}

/** File systems without hard links say so in one of these words. */
export function hasNoLinks(error: unknown): boolean {
  return /^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK|EXDEV)$/.test(errorCode(error) ?? '');
}

/**
 * True when this call moved the file; false when `from` is gone or `to` exists. Absolute paths on one file system.
 *
 * `rename` alone would write over `to`. So `to` is made as a second name of the file, which fails if it is there; then
 * the old name is taken away by a rename, which only one can do. What was taken is compared with what was linked: if
 * another file has come to stand there meanwhile, it is put back. Whoever dies between the two steps leaves one file
 * under both names, never none.
 */
export async function moveWithoutOverwrite(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
  } catch (error) {
    if (hasNoLinks(error)) return renameUnlessThere(from, to);
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  const taken = temporaryPath(from);
  if (!(await renamed(from, taken))) return takeBack(to);
  if (await isSameFile(taken, to)) {
    await unlink(taken);
    return true;
  }
  await link(taken, from).catch(() => undefined);
  await unlink(taken);
  return takeBack(to);
}

async function takeBack(to: string): Promise<false> {
  await unlink(to).catch(() => undefined);
  return false;
}

async function renameUnlessThere(from: string, to: string): Promise<boolean> {
  const isThere = await lstat(to).then(
    () => true,
    () => false,
  );
  return !isThere && renamed(from, to);
}

async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all(
    [one, other].map((path) => lstat(path, { bigint: true }).catch(() => undefined)),
  );
  return first !== undefined && first.ino === second?.ino && first.dev === second.dev;
}
