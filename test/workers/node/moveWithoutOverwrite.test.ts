import { link, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moveWithoutOverwrite } from '../../../server/src/workers/node/moveWithoutOverwrite';
import { type TemporaryFolder, temporaryFolder } from '../support/workerDisk';

describe('a move whose mover died halfway, with the file under both names', () => {
  let folder: TemporaryFolder;
  let one: string;
  let other: string;
  beforeEach(async () => {
    folder = await temporaryFolder('moves');
    [one, other] = [join(folder.path, 'one'), join(folder.path, 'other')];
    await writeFile(one, 'text');
    await link(one, other);
  });
  afterEach(() => folder.remove());

  it('is left alone at first: the mover may be between its two steps', async () => {
    expect(await moveWithoutOverwrite(one, other)).toBe(false);
    expect(await readdir(folder.path)).toEqual(['one', 'other']);
  });

  it.each(['forwards', 'back'])('is finished %s later, by one of many', async (direction) => {
    const [from, to] = direction === 'back' ? [other, one] : [one, other];
    const tries = Array.from({ length: 20 }, () => moveWithoutOverwrite(from, to, -60_000));
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
    expect(await readdir(folder.path)).toEqual([direction === 'back' ? 'one' : 'other']);
    expect(await readFile(to, 'utf8')).toBe('text');
  });

  it('never takes two files of equal content for one', async () => {
    await writeFile(join(folder.path, 'third'), 'text');
    expect(await moveWithoutOverwrite(join(folder.path, 'third'), other, -60_000)).toBe(false);
    expect(await readdir(folder.path)).toEqual(['one', 'other', 'third']);
  });
});
