// Real folders: nothing behind a link is opened, nothing twice, and what vanishes is no trouble.
import { mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { coreEngine } from '../../server/src/session/engine';
import { QueueSession } from '../../server/src/session/queueSession';
import { runGlobsOf } from '../../server/src/session/runPlaces';
import { nodeFiles } from '../../server/src/workspace/nodeFiles';
import { systemClock } from '../../server/src/workspace/systemClock';
import { sessionConfig } from '../support/sessionConfig';
import { RecordingLogger } from '../support/recordingLogger';
import { untilRead } from '../support/runFileSession';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pj-runs-'));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const uriOf = (...parts: readonly string[]): string => URI.file(join(root, ...parts)).toString();

const write = async (...parts: readonly string[]): Promise<void> => {
  await mkdir(join(root, ...parts.slice(0, -1)), { recursive: true });
  await writeFile(join(root, ...parts), `# ${parts.join('/')}\n`);
};

test('nothing behind a link is opened, wherever on the way it stands', async () => {
  await write('w', 'scheduler', 'progress', 'a-1.md');
  await write('outside', 'progress', 'secret.md');
  const secret = join(root, 'outside', 'progress', 'secret.md');
  await symlink(secret, join(root, 'w', 'scheduler', 'progress', 'link.md'));
  await symlink(join(root, 'outside'), join(root, 'w', 'scheduler', 'heartbeats'));
  const found = await nodeFiles.find(uriOf('w'), runGlobsOf(sessionConfig().loose));
  expect(found.uris).toEqual([uriOf('w', 'scheduler', 'progress', 'a-1.md')]);
  const read = (...parts: readonly string[]) =>
    nodeFiles.readInside(uriOf('w'), uriOf(...parts), 1_000, undefined);
  expect(await read('w', 'scheduler', 'progress', 'a-1.md')).toMatchObject({ kind: 'text' });
  expect(await read('w', 'scheduler', 'progress', 'link.md')).toEqual({ kind: 'missing' });
  expect(await read('w', 'scheduler', 'heartbeats', 'progress', 'secret.md')).toEqual({
    kind: 'missing',
  });
  expect(await read('outside', 'progress', 'secret.md')).toEqual({ kind: 'missing' });
  expect(await read('w', '..', 'outside', 'progress', 'secret.md')).toEqual({ kind: 'missing' });
  // The folder itself may be reached through one.
  await symlink(join(root, 'w'), join(root, 'v'));
  const through = uriOf('v', 'scheduler', 'progress', 'a-1.md');
  expect(await nodeFiles.readInside(uriOf('v'), through, 1_000, undefined)).toMatchObject({
    kind: 'text',
  });
});

test('a queue behind a link is not read, even when it is announced', async () => {
  await write('w', 'PROACTIVE-JOBS.md');
  await write('outside', 'PROACTIVE-JOBS-far.md');
  const far = join(root, 'outside', 'PROACTIVE-JOBS-far.md');
  await symlink(far, join(root, 'w', 'PROACTIVE-JOBS-far.md'));
  const here = sessionConfig(uriOf('w'));
  const logger = new RecordingLogger();
  const ports = { engine: coreEngine, files: nodeFiles, clock: systemClock, logger };
  const session = new QueueSession(here, ports);
  await session.configure(here);
  await session.filesChanged([uriOf('w', 'PROACTIVE-JOBS-far.md')]);
  const picture = await session.current();
  expect([...(picture?.files.keys() ?? [])]).toEqual([uriOf('w', 'PROACTIVE-JOBS.md')]);
  session.dispose();
});

test('a file whose time is known is not opened again', async () => {
  await write('w', 'scheduler', 'progress', 'a-1.md');
  const uri = uriOf('w', 'scheduler', 'progress', 'a-1.md');
  const first = await nodeFiles.readInside(uriOf('w'), uri, 1_000, undefined);
  const time = first !== 'same' && first.kind === 'text' ? first.modifiedAt : undefined;
  expect(time).toBeTypeOf('number');
  expect(await nodeFiles.readInside(uriOf('w'), uri, 1_000, time)).toBe('same');
  await utimes(join(root, 'w', 'scheduler', 'progress', 'a-1.md'), 1, 1);
  expect(await nodeFiles.readInside(uriOf('w'), uri, 1_000, time)).toMatchObject({
    modifiedAt: 1_000,
  });
});

test('a folder that vanishes while it is read is no trouble', async () => {
  await write('w', 'PROACTIVE-JOBS.md');
  for (let i = 0; i < 40; i++) await write('w', 'scheduler', 'progress', `a-${i}.md`);
  const scheduler = join(root, 'w', 'scheduler');
  const files = {
    ...nodeFiles,
    find: async (uri: string, globs: Parameters<typeof nodeFiles.find>[1]) => {
      const found = await nodeFiles.find(uri, globs);
      if (globs.include.some((glob) => glob.includes('scheduler'))) {
        await rename(scheduler, join(root, 'gone'));
      }
      return found;
    },
  };
  const logger = new RecordingLogger();
  const ports = { engine: coreEngine, files, clock: systemClock, logger };
  const here = sessionConfig(uriOf('w'));
  const session = new QueueSession(here, ports);
  await session.configure(here);
  const picture = await untilRead(session);
  expect(picture.files.size).toBe(1);
  expect(picture.beside.size).toBe(0);
  expect([...logger.events('warn'), ...logger.events('error')]).toEqual([]);
  session.dispose();
});
