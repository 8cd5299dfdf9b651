// Where the paths lead that an agent names: the same place that writing to them would change.
import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { realPath } from '../../../../server/src/workers/backends/acp/realPath';
import { temporaryFolder, type TemporaryFolder } from '../../support/workerDisk';

let disk: TemporaryFolder;
let root: string;
beforeEach(async () => {
  disk = await temporaryFolder('real-path');
  root = await realpath(disk.path);
  await mkdir(join(root, 'work'));
  await mkdir(join(root, 'other'));
});
afterEach(() => disk.remove());

const inWork = (path: string) => realPath(path, join(root, 'work'));

test('files that are there, and files that are not there yet', async () => {
  await writeFile(join(root, 'work', 'a.md'), '');
  expect(await inWork('a.md')).toBe(join(root, 'work', 'a.md'));
  expect(await inWork('new/b.md')).toBe(join(root, 'work', 'new', 'b.md'));
  expect(await inWork('../other/c.md')).toBe(join(root, 'other', 'c.md'));
});

test('a link counts as where it leads, whether something stands there or not', async () => {
  await symlink(join(root, 'other'), join(root, 'work', 'folder'));
  await symlink('../other/not-there.md', join(root, 'work', 'file'));
  await symlink('file', join(root, 'work', 'again'));
  expect(await inWork('folder/new.md')).toBe(join(root, 'other', 'new.md'));
  expect(await inWork('file')).toBe(join(root, 'other', 'not-there.md'));
  expect(await inWork('again')).toBe(join(root, 'other', 'not-there.md'));
});

test('links in a ring lead nowhere', async () => {
  await symlink('two', join(root, 'work', 'one'));
  await symlink('one', join(root, 'work', 'two'));
  await expect(inWork('one')).rejects.toThrow('Too many links');
});
