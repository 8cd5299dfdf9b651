import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workerFilesOnDisk } from '../../../server/src/workers/node/workerFilesOnDisk';
import type { WorkerFiles } from '../../../server/src/workers/workerPorts';

describe('the files of the workers on disk', () => {
  let outside: string;
  let files: WorkerFiles;
  beforeEach(async () => {
    outside = await mkdtemp(join(tmpdir(), 'worker-files-'));
    await mkdir(join(outside, 'inside'));
    files = workerFilesOnDisk(join(outside, 'inside'));
  });
  afterEach(() => rm(outside, { recursive: true, force: true }));

  it('creates a file once, with its folders, and never writes over it', async () => {
    expect(await files.create('a/b/one.json', 'first')).toBe(true);
    expect(await files.create('a/b/one.json', 'second')).toBe(false);
    expect(await files.read('a/b/one.json')).toBe('first');
    expect(await files.list('a/b')).toEqual(['one.json']);
  });

  it('lets one of twenty who create the same file win, and everybody reads the whole text', async () => {
    const texts = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(50_000));
    const won = await Promise.all(texts.map((text) => files.create('race.json', text)));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await files.read('race.json')).toBe(texts[won.indexOf(true)]);
  });

  it.each(['the same place', 'places of their own'])(
    'lets one of twenty who move a file to %s win',
    async (where) => {
      await files.create('requests/one.json', 'text');
      await mkdir(join(outside, 'inside/processing'));
      const to = (index: number) => `processing/one${where === 'the same place' ? '' : index}.json`;
      const moves = Array.from({ length: 20 }, (_, i) => files.claim('requests/one.json', to(i)));
      const won = await Promise.all(moves);
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await files.list('requests')).toEqual([]);
      expect(await files.list('processing')).toEqual([to(won.indexOf(true)).split('/')[1]]);
      expect(await files.read(to(won.indexOf(true)))).toBe('text');
    },
  );

  it('moves nothing over what is there, and nothing that is gone', async () => {
    await files.create('requests/one.json', 'new');
    await files.create('processing/one.json', 'old');
    expect(await files.claim('requests/one.json', 'processing/one.json')).toBe(false);
    expect(await files.claim('requests/two.json', 'processing/two.json')).toBe(false);
    expect(await files.read('requests/one.json')).toBe('new');
    expect(await files.read('processing/one.json')).toBe('old');
  });

  it('replaces, appends and removes', async () => {
    await files.replace('one.txt', 'first');
    await files.replace('one.txt', 'second\n');
    await Promise.all(['a\n', 'b\n'].map((line) => files.append('one.txt', line)));
    expect((await files.read('one.txt'))?.split('\n').sort()).toEqual(['', 'a', 'b', 'second']);
    expect(await files.modifiedAt('one.txt')).toBeTypeOf('number');
    expect(await files.remove('one.txt')).toBe(true);
    expect(await files.remove('one.txt')).toBe(false);
    expect(await files.read('one.txt')).toBeUndefined();
    expect(await files.modifiedAt('one.txt')).toBeUndefined();
    expect(await files.list('nowhere')).toEqual([]);
  });

  it.each(['../secret', '/etc/passwd', 'a/../../secret', 'a//b', '', '.', 'a\\b', 'a\0b'])(
    'refuses %j, which is no path inside of the folder',
    async (path) => {
      expect(() => files.absolute(path)).toThrow('Not a path inside of the folder');
      await expect(files.read(path)).rejects.toThrow('Not a path inside of the folder');
      await expect(files.create(path, '')).rejects.toThrow('Not a path inside of the folder');
    },
  );

  it('follows no link, neither a folder nor a file', async () => {
    await writeFile(join(outside, 'secret'), 'theirs');
    await symlink(outside, join(outside, 'inside/folder'));
    await symlink(join(outside, 'secret'), join(outside, 'inside/file'));
    for (const path of ['folder/secret', 'file']) {
      await expect(files.read(path)).rejects.toThrow('A link stands in the way');
      await expect(files.replace(path, 'ours')).rejects.toThrow('A link stands in the way');
      await expect(files.append(path, 'ours')).rejects.toThrow('A link stands in the way');
      await expect(files.remove(path)).rejects.toThrow('A link stands in the way');
    }
    await expect(files.create('folder/new', 'ours')).rejects.toThrow('A link stands in the way');
    await expect(files.list('folder')).rejects.toThrow('A link stands in the way');
    expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('theirs');
  });
});
