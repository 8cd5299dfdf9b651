// Marks that only this user can make: the same everywhere for one key, others for another, none without a key.
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userSeal, userStateFolder } from '../../../server/src/workers/node/userSeal';
import { RecordingLogger } from '../../support/recordingLogger';
import { temporaryFolder, type TemporaryFolder } from '../support/workerDisk';

let home: TemporaryFolder;
beforeEach(async () => {
  home = await temporaryFolder('seal');
});
afterEach(() => home.remove());

const logger = new RecordingLogger();
const keyOf = (folder: string) => join(folder, 'proactive-jobs', 'seal-key');

test('all who make the key at once make the same marks, and only the user can read it', async () => {
  const marks = await Promise.all(
    Array.from({ length: 8 }, () => userSeal(home.path, logger)('words')),
  );
  expect(marks[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(marks).size).toBe(1);
  expect(await userSeal(home.path, logger)('other words')).not.toBe(marks[0]);
  if (process.platform !== 'win32') expect((await stat(keyOf(home.path))).mode & 0o077).toBe(0);
});

test('another user makes other marks', async () => {
  const [one, other] = ['one', 'other'].map((name) => userSeal(join(home.path, name), logger));
  expect(await one?.('words')).not.toBe(await other?.('words'));
});

test('a damaged key and a folder that cannot be one give no mark, and say so', async () => {
  await mkdir(join(home.path, 'damaged', 'proactive-jobs'), { recursive: true });
  await writeFile(keyOf(join(home.path, 'damaged')), '');
  await writeFile(join(home.path, 'file'), '');
  for (const folder of ['damaged', 'file']) {
    const log = new RecordingLogger();
    expect(await userSeal(join(home.path, folder), log)('words')).toBeUndefined();
    expect(log.events('warn')).toEqual(['workers.noSeal']);
  }
});

test('the key stands in the folder for state, which counts only when it is absolute', () => {
  const state = join(home.path, 'state');
  expect(userStateFolder({ XDG_STATE_HOME: state })).toBe(state);
  expect(userStateFolder({ XDG_STATE_HOME: 'state' })).toBe(userStateFolder({}));
});
