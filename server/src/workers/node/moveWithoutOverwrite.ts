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

/** Whether a name is one that {@link temporaryPath} makes. */
export function isTemporaryName(name: string): boolean {
  return /^\..*\.[0-9a-f]{12}\.tmp$/.test(name);
}

/** File systems without hard links say so in one of these words. */
export function hasNoLinks(error: unknown): boolean {
  return /^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK|EXDEV)$/.test(errorCode(error) ?? '');
}

/** Two steps of a mover follow each other at once; one whose file stands under both names for so long is dead. */
const deadAfterMs = 30_000;

/**
 * True when this call moved the file; false when `from` is gone or `to` exists. Absolute paths on one file system.
 *
 * `rename` alone would write over `to`. So `to` is made as a second name of the file, which fails if it is there; then
 * the old name is taken away by a rename, which only one can do. What was taken is compared with what was linked: if
 * another file has come to stand there meanwhile, it is put back. Whoever dies between the two steps leaves one file
 * under both names, never none; the next one who moves it finishes that after `staleMs`.
 */
export async function moveWithoutOverwrite(
  from: string,
  to: string,
  staleMs = deadAfterMs,
): Promise<boolean> {
  const began = performance.now();
  try {
    await link(from, to);
  } catch (error) {
    if (hasNoLinks(error)) return renameUnlessThere(from, to);
    if (errorCode(error) === 'EEXIST') return finishForDead(from, to, staleMs);
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
  const taken = temporaryPath(from);
  if (!(await renamed(from, taken))) return takeBack(to, began);
  if (await isSameFile(taken, to)) {
    await unlink(taken);
    return true;
  }
  await link(taken, from).catch(() => undefined);
  await unlink(taken);
  return takeBack(to, began);
}

/** A mover that was held up may find that another has finished for it: then the new name is no longer its own. */
async function takeBack(to: string, began: number): Promise<false> {
  if (performance.now() - began < deadAfterMs / 2) await unlink(to).catch(() => undefined);
  return false;
}

/** Takes the old name away where a dead mover has left both. Making the second name was the last change of the file. */
async function finishForDead(from: string, to: string, staleMs: number): Promise<boolean> {
  const changed = await lstat(to).catch(() => undefined);
  if (changed === undefined || Date.now() - changed.ctimeMs < staleMs) return false;
  if (!(await isSameFile(from, to))) return false;
  const taken = temporaryPath(from);
  if (!(await renamed(from, taken))) return false;
  const isIt = await isSameFile(taken, to);
  if (!isIt) await link(taken, from).catch(() => undefined);
  await unlink(taken);
  return isIt;
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
