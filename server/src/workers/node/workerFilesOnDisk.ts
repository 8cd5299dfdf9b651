/** {@link WorkerFiles} on this machine's disk: whole files appear and change in one step, links are never followed. */
import { link, lstat, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { WorkerFiles } from '../workerPorts';
import { containedPath, errorCode, missing, pathWithoutLinks } from './containedPath';
import {
  hasNoLinks,
  isTemporaryName,
  moveWithoutOverwrite,
  temporaryPath,
} from './moveWithoutOverwrite';

/** Files below `folder`, an absolute path that may be a link itself. The folder need not exist yet. */
export function workerFilesOnDisk(folder: string): WorkerFiles {
  const inside = (path: string) => pathWithoutLinks(folder, path);
  const prepared = async (path: string) => {
    const whole = await inside(path);
    await mkdir(dirname(whole), { recursive: true });
    return whole;
  };
  return {
    absolute: (path) => containedPath(folder, path),
    read: async (path) => readFile(await inside(path), 'utf8').catch(missing),
    create: async (path, text) => createWhole(await prepared(path), text),
    replace: async (path, text) => replaceWhole(await prepared(path), text),
    append: async (path, text) => appendOnce(await prepared(path), text),
    claim: async (from, to) => moveWithoutOverwrite(await inside(from), await prepared(to)),
    remove: async (path) => removed(await inside(path)),
    async list(path) {
      const names = await readdir(await inside(path)).catch(missing);
      return (names ?? []).filter((name) => !isTemporaryName(name)).sort();
    },
    modifiedAt: async (path) =>
      lstat(await inside(path)).then(({ mtimeMs }) => Math.trunc(mtimeMs), missing),
  };
}

async function createWhole(path: string, text: string): Promise<boolean> {
  const temporary = temporaryPath(path);
  await writeNew(temporary, text);
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    if (!hasNoLinks(error)) throw error;
    return await createInPlace(path, text);
  } finally {
    await removed(temporary);
  }
}

/** Without hard links the name is still exclusive, but a reader may see the file before its text. */
async function createInPlace(path: string, text: string): Promise<boolean> {
  try {
    await writeNew(path, text);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function replaceWhole(path: string, text: string): Promise<void> {
  const temporary = temporaryPath(path);
  try {
    await writeNew(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await removed(temporary);
    throw error;
  }
}

async function writeNew(path: string, text: string): Promise<void> {
  await withFile(path, 'wx', async (file) => {
    await file.writeFile(text, 'utf8');
    // A power cut must not leave a name without its text: what is claimed here decides whether a worker is started.
    await file.sync();
  });
}

async function appendOnce(path: string, text: string): Promise<void> {
  const bytes = Buffer.from(text, 'utf8');
  await withFile(path, 'a', async (file) => {
    const { bytesWritten } = await file.write(bytes);
    if (bytesWritten < bytes.length) throw new Error(`The disk took only part of a line: ${path}`);
    await file.sync();
  });
}

async function withFile(
  path: string,
  flags: string,
  use: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await use(file);
  } finally {
    await file.close();
  }
}

async function removed(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch (error) {
    missing(error);
    return false;
  }
}
