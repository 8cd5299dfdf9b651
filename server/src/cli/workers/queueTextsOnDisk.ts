/** Queue files on the machine's disk: changed only where they still are what was read, in one step, one writer at a time. */
import { lstat, open, readFile, rename, unlink } from 'node:fs/promises';
import { relative } from 'node:path';
import { URI } from 'vscode-uri';
import { applyEdits, type Edits, type TextEdit } from '../../core/edits/textEdit';
import { pathWithoutLinks } from '../../workers/node/containedPath';
import { temporaryPath } from '../../workers/node/moveWithoutOverwrite';
import type { QueueDesk } from '../../workers/workerPorts';
import { withQueueLock, type LockPlace } from './queueLock';

type Applied = Awaited<ReturnType<QueueDesk['apply']>>;

interface NewContent {
  readonly path: string;
  readonly mode: number;
  readonly before: Buffer;
  readonly after: Buffer;
}

/** Applies the edits, or says why none was made. Byte order mark, line breaks and the mode of the file stay. */
export async function applyEditsOnDisk(order: LockPlace, { edits }: Edits): Promise<Applied> {
  if (edits.length === 0) return { kind: 'applied' };
  try {
    return await withQueueLock(order, () => applyLocked(order.folder, edits));
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

async function applyLocked(folder: string, edits: readonly TextEdit[]): Promise<Applied> {
  const contents: NewContent[] = [];
  for (const uri of new Set(edits.map((edit) => edit.uri))) {
    const content = await newContent(
      folder,
      uri,
      edits.filter((edit) => edit.uri === uri),
    );
    if ('why' in content) return content;
    contents.push(content);
  }
  for (const [i, content] of contents.entries()) {
    if (await replaceUnchanged(content)) continue;
    // All or none: what has been written is taken back, unless somebody has changed it since.
    for (const { path, mode, before, after } of contents.slice(0, i))
      await replaceUnchanged({ path, mode, before: after, after: before });
    return refused('The queue has changed since it was read, so nothing was changed. Try again.');
  }
  return { kind: 'applied' };
}

async function newContent(
  folder: string,
  uri: string,
  edits: readonly TextEdit[],
): Promise<NewContent | Extract<Applied, { kind: 'refused' }>> {
  const name = relative(folder, URI.parse(uri).fsPath).replaceAll('\\', '/');
  const path = await pathWithoutLinks(folder, name);
  const { mode } = await lstat(path);
  const before = await readFile(path);
  const text = before.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(before))
    return refused(`${name} is not valid UTF-8, so it cannot be changed without harm.`);
  const applied = applyEdits(text, edits);
  return applied.kind === 'refused'
    ? refused(applied.why)
    : { path, mode: mode & 0o7777, before, after: Buffer.from(applied.text, 'utf8') };
}

/** False when the file is no longer what it was. Between the look and the rename lies nothing but the rename. */
async function replaceUnchanged({ path, mode, before, after }: NewContent): Promise<boolean> {
  const temporary = temporaryPath(path);
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(after);
      // The process's own mask may have taken bits away.
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    if (!(await readFile(path)).equals(before)) return false;
    await rename(temporary, path);
    return true;
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
}

function refused(why: string): Extract<Applied, { kind: 'refused' }> {
  return { kind: 'refused', why };
}
