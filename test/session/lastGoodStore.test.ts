import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  memoryLastGoodStore,
  type KeptLimits,
  type LastGoodStore,
} from '../../server/src/workspace/lastGoodStore';
import { LastGoodStoreOnDisk } from '../../server/src/workspace/lastGoodStoreOnDisk';
import { RecordingLogger } from '../support/recordingLogger';

const one = 'file:///w/PROACTIVE-JOBS.md';
const two = 'file:///w/scheduler/PROACTIVE-JOBS.md';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'last-good-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const onDisk = (limits?: KeptLimits): LastGoodStore =>
  new LastGoodStoreOnDisk(folder, new RecordingLogger(), limits);

const texts = async (store: LastGoodStore, uri: string): Promise<readonly string[]> =>
  (await store.versions(uri)).map(({ text }) => text);

describe.each([
  ['in memory', memoryLastGoodStore],
  ['on disk', onDisk],
] as const)('%s', (_where, create) => {
  test('contents come back, the newest first, each queue its own', async () => {
    const store = create();
    await store.keep(one, 'a ✅\r\n', 1_000);
    await store.keep(two, 'x', 2_000);
    await store.keep(one, 'b', 3_000);
    expect(await texts(store, one)).toEqual(['b', 'a ✅\r\n']);
    expect(await texts(store, two)).toEqual(['x']);
    expect(await texts(store, 'file:///other.md')).toEqual([]);
  });

  test('the newest content is not kept twice, an older one is', async () => {
    const store = create();
    for (const [at, text] of ['a', 'a', 'b', 'a'].entries()) await store.keep(one, text, at);
    expect(await texts(store, one)).toEqual(['a', 'b', 'a']);
  });

  test('of each queue only so many are kept', async () => {
    const store = create({ versions: 2, characters: 1_000 });
    for (const [at, text] of ['a', 'b', 'c'].entries()) await store.keep(one, text, at);
    await store.keep(two, 'x', 9);
    expect(await texts(store, one)).toEqual(['c', 'b']);
    expect(await texts(store, two)).toEqual(['x']);
  });

  test('of all together only so much, but always the newest', async () => {
    const store = create({ versions: 9, characters: 10 });
    for (const [at, text] of ['aaaa', 'bbbb', 'cccc'].entries()) await store.keep(one, text, at);
    expect(await texts(store, one)).toEqual(['cccc', 'bbbb']);
    await store.keep(two, 'x'.repeat(99), 9);
    expect(await texts(store, one)).toEqual([]);
    expect(await texts(store, two)).toHaveLength(1);
  });
});

test('on disk what is kept outlives the store; what is half-written or foreign is no content', async () => {
  await onDisk().keep(one, 'a', 1);
  const kept = join(folder, 'last-good');
  writeFileSync(join(kept, 'crashed.tmp'), 'half');
  writeFileSync(join(kept, 'notes.txt'), 'not ours');
  const later = onDisk();
  expect(await texts(later, one)).toEqual(['a']);
  await later.keep(one, 'b', 0);
  expect(await texts(later, one)).toEqual(['b', 'a']);
  const names = readdirSync(kept);
  expect(names).toContain('notes.txt');
  expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(names.join()).not.toContain('PROACTIVE');
});

test('where nothing can be written, nothing is kept, and that is logged', async () => {
  writeFileSync(join(folder, 'last-good'), 'a file where the folder should be');
  const logger = new RecordingLogger();
  const store = new LastGoodStoreOnDisk(folder, logger);
  await store.keep(one, 'a', 1);
  expect(await store.versions(one)).toEqual([]);
  expect(logger.events('warn')).toEqual(['lastGood.notKept']);
});
