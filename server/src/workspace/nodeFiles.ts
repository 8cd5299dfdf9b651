/** The disk, through Node. Every trouble comes back as a value. */
import { open, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { findOnDisk } from './findOnDisk';
import type { FileRead, Files } from './ports';
import { pathBelow } from './uris';

/** Files of the machine, addressed by `file:` URIs. */
export const nodeFiles: Files = {
  read: readFileUri,
  readInside,
  find: findOnDisk,
};

async function readFileUri(uri: string, maxTextLength: number): Promise<FileRead> {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') {
    return { kind: 'unreadable', reason: `files of scheme "${parsed.scheme}" cannot be read` };
  }
  try {
    return await readPath(parsed.fsPath, maxTextLength);
  } catch (error) {
    return troubleOf(error);
  }
}

async function readInside(
  folderUri: string,
  uri: string,
  maxTextLength: number,
  knownTime: number | undefined,
): Promise<FileRead | 'same'> {
  const below = pathBelow(folderUri, uri);
  if (below === undefined) return { kind: 'missing' };
  const path = URI.parse(uri).fsPath;
  try {
    // The folder itself may be reached through a link: below it there must be none.
    const [folder, real] = await Promise.all([
      realpath(URI.parse(folderUri).fsPath),
      realpath(path),
    ]);
    if (!isSamePath(real, join(folder, below))) return { kind: 'missing' };
    if (knownTime !== undefined && (await stat(real)).mtimeMs === knownTime) return 'same';
    return await readPath(real, maxTextLength);
  } catch (error) {
    return troubleOf(error);
  }
}

/** On some systems one file answers to many spellings. */
function isSamePath(a: string, b: string): boolean {
  if (process.platform !== 'win32' && process.platform !== 'darwin') return a === b;
  return a.normalize().toLowerCase() === b.normalize().toLowerCase();
}

async function readPath(path: string, maxTextLength: number): Promise<FileRead> {
  // A pipe or a device would block on open: ask what it is first.
  const kind = await stat(path);
  if (kind.isDirectory()) return { kind: 'directory' };
  if (!kind.isFile()) return { kind: 'unreadable', reason: 'not a regular file' };
  const handle = await open(path, 'r');
  try {
    // UTF-8 needs at most three bytes for a UTF-16 unit: so many prove that the text is over the limit.
    const limit = maxTextLength * 3 + 4;
    const { size, mtimeMs } = await handle.stat();
    const bytes = Buffer.alloc(Math.min(size, limit));
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break; // It became shorter meanwhile.
      length += bytesRead;
    }
    const text = bytes.toString('utf8', 0, length);
    return { kind: 'text', text, truncated: size > limit, modifiedAt: mtimeMs };
  } finally {
    await handle.close();
  }
}

function troubleOf(error: unknown): FileRead {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  if (code === 'EISDIR') return { kind: 'directory' };
  return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
}
