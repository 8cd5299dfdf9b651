import { mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { defaultSettings } from '../../server/src/protocol/settings';
import { coreEngine, type Engine } from '../../server/src/session/engine';
import type { Picture } from '../../server/src/session/picture';
import { QueueSession } from '../../server/src/session/queueSession';
import { longestRunFile, runGlobsOf, runSource } from '../../server/src/session/runPlaces';
import type { SessionConfig } from '../../server/src/session/sessionConfig';
import { toCoreOptions, toScopeConfig } from '../../server/src/session/toConfig';
import { inParallel } from '../../server/src/workspace/inParallel';
import { nodeFiles } from '../../server/src/workspace/nodeFiles';
import type { Clock } from '../../server/src/workspace/ports';
import { systemClock } from '../../server/src/workspace/systemClock';
import { MemoryFiles } from '../support/memoryFiles';
import { RecordingLogger } from '../support/recordingLogger';

const folder = 'file:///w';
const queue = `${folder}/PROACTIVE-JOBS.md`;
const jobs = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `### step-${i}: Do it\n- **Status:** pending\n- **Model:** any\n`,
  ).join('\n');
const progressUri = (i: number): string => `${folder}/scheduler/progress/step-${i}.md`;

function config(): SessionConfig {
  const scope = toScopeConfig(defaultSettings);
  const core = toCoreOptions(defaultSettings, 0);
  return { core, projects: {}, loose: scope, folders: [{ uri: folder, name: 'w', ...scope }] };
}

/** A session over files, with what it drew and how far it came. */
function sessionOf(files: MemoryFiles, engine: Engine = coreEngine, clock: Clock = systemClock) {
  const logger = new RecordingLogger();
  const session = new QueueSession(config(), { engine, files, clock, logger });
  const pictures: Picture[] = [];
  session.onPicture((picture) => pictures.push(picture));
  return { session, pictures, logger };
}

async function untilRead(session: QueueSession): Promise<Picture> {
  for (;;) {
    const picture = await session.current();
    if (picture?.reading === false) return picture;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function workspaceWith(count: number): MemoryFiles {
  const files = new MemoryFiles({ [queue]: jobs(200) });
  for (let i = 0; i < count; i++) {
    const log = '- [x] a step\n'.repeat(60);
    files.write(progressUri(i), `# step-${i}\n\n**Status:** in-progress\n\n## Work Log\n\n${log}`);
  }
  return files;
}

test('queues come first: their picture does not wait for a thousand files beside them', async () => {
  const files = workspaceWith(1_000);
  const { session, pictures } = sessionOf(files);
  const progress: number[] = [];
  session.onReading((now) => progress.push(now?.done ?? -1));
  await session.configure(config());
  const first = await session.current();
  expect(first).toMatchObject({ scanning: false, reading: true });
  expect(first?.findings.get(queue)).toEqual([]);
  expect(first?.state.index.tasks.size).toBe(200);
  const last = await untilRead(session);
  expect(last.beside.size).toBe(1_000);
  expect(last.findings.get(queue)?.some(({ code }) => code === 'progress-drift')).toBe(true);
  expect(progress.slice(-2)).toEqual([1_000, -1]);
  // What is not complete is not judged: there is no picture with some of the files.
  expect(new Set(pictures.map(({ beside }) => beside.size))).toEqual(new Set([0, 1_000]));
  session.dispose();
});

test('typing while a thousand files are read is answered before they are', async () => {
  const files = workspaceWith(1_000);
  let parsed = 0;
  const slowly: Engine = {
    ...coreEngine,
    readRunFile: (source, offset) => {
      parsed += 1;
      const end = performance.now() + 1;
      while (performance.now() < end); // As long as a long file takes.
      return coreEngine.readRunFile(source, offset);
    },
  };
  const { session } = sessionOf(files, slowly);
  await session.configure(config());
  session.opened(queue, 1, jobs(200));
  await session.current();
  while (parsed < 50) await new Promise((resolve) => setImmediate(resolve));
  session.edited(queue, 2, jobs(201));
  const picture = await session.current();
  expect(picture?.state.index.tasks.size).toBe(201);
  expect(picture?.reading).toBe(true);
  session.dispose();
});

test('a keystroke reads none of a thousand files again', async () => {
  const cost = async (count: number): Promise<number> => {
    let parsed = 0;
    const counting: Engine = {
      ...coreEngine,
      readRunFile: (source, offset) => {
        parsed += 1;
        return coreEngine.readRunFile(source, offset);
      },
    };
    const { session } = sessionOf(workspaceWith(count), counting);
    await session.configure(config());
    await untilRead(session);
    expect(parsed).toBe(count);
    const spans: number[] = [];
    for (let version = 1; version <= 15; version++) {
      const started = performance.now();
      session.edited(queue, version, `${jobs(200)}\ntyped ${version}\n`);
      await session.current();
      spans.push(performance.now() - started);
    }
    expect(parsed).toBe(count);
    session.dispose();
    return spans.sort((a, b) => a - b)[7] as number;
  };
  await cost(0); // Warm.
  const [none, thousand] = [await cost(0), await cost(1_000)];
  console.log(`keystroke: ${none.toFixed(1)} ms alone, ${thousand.toFixed(1)} ms with 1,000 files`);
}, 30_000);

test('one changed file is the only one that is read and parsed again', async () => {
  const files = workspaceWith(20);
  const parsed: string[] = [];
  const engine: Engine = {
    ...coreEngine,
    readRunFile: (source, offset) => {
      parsed.push(source.uri);
      return coreEngine.readRunFile(source, offset);
    },
  };
  const { session } = sessionOf(files, engine);
  await session.configure(config());
  const before = await untilRead(session);
  parsed.length = 0;
  files.reads.clear();
  files.write(progressUri(7), '# step-7\n\n**Status:** complete\n');
  await session.filesChanged([progressUri(7)]);
  const after = await session.current();
  expect([parsed, [...files.reads.keys()]]).toEqual([[progressUri(7)], [progressUri(7)]]);
  const fileAt = (picture: Picture | undefined, i: number) =>
    picture?.state.runs.files.get(progressUri(i));
  expect(fileAt(after, 7)).not.toBe(fileAt(before, 7));
  expect(fileAt(after, 8)).toBe(fileAt(before, 8));
  // Coming back to the window asks for times only.
  files.reads.clear();
  await session.recheck();
  expect([...files.reads.keys()]).toEqual([queue]);
  session.dispose();
});

test('few files are read at a time', async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await inParallel([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    done.push(item);
  });
  expect(most).toBe(3);
  expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('a queue is as old as its file, or as the last keystroke', async () => {
  const files = new MemoryFiles();
  files.write(queue, jobs(1), 1_000);
  let now = 5_000;
  const clock: Clock = { ...systemClock, now: () => now };
  const { session } = sessionOf(files, coreEngine, clock);
  await session.configure(config());
  const time = async () => (await session.current())?.state.queueTimes.get(queue);
  expect(await time()).toBe(1_000);
  session.opened(queue, 1, jobs(1));
  expect(await time()).toBe(1_000);
  now = 6_000;
  session.edited(queue, 2, jobs(2));
  expect(await time()).toBe(6_000);
  session.dispose();
});

test('a file that breaks our reader is logged, and the others count', async () => {
  const engine: Engine = {
    ...coreEngine,
    readRunFile: (source, offset) => {
      if (source.uri === progressUri(1)) throw new Error('a bug of ours');
      return coreEngine.readRunFile(source, offset);
    },
  };
  const { session, logger } = sessionOf(workspaceWith(3), engine);
  await session.configure(config());
  const picture = await untilRead(session);
  expect([...picture.beside.keys()]).toEqual([progressUri(0), progressUri(2)]);
  expect(logger.events('error')).toEqual(['reader.crashed']);
  session.dispose();
});

test('a progress file of five megabytes is cut at a line, and JSON that long is left out', async () => {
  const place = { folder, path: 'scheduler/progress/x.md', name: 'x', severityOf: () => undefined };
  const line = `${'x'.repeat(99)}\n`;
  const long = runSource('u', place, { text: line.repeat(52_000), modifiedAt: 1 });
  expect(long?.isCut).toBe(true);
  expect(long?.text.length).toBe(Math.floor(longestRunFile / 100) * 100);
  const oneLine = runSource('u', place, { text: 'x'.repeat(longestRunFile + 1), modifiedAt: 1 });
  expect(oneLine?.text.length).toBe(longestRunFile);
  const json = { ...place, path: 'scheduler/heartbeats/x.json' };
  expect(runSource('u', json, { text: line.repeat(52_000), modifiedAt: 1 })).toBeUndefined();
  const files = workspaceWith(1);
  files.write(progressUri(0), `# step-0\n\n**Status:** complete\n\n${line.repeat(52_000)}`);
  const { session, logger } = sessionOf(files);
  await session.configure(config());
  expect((await untilRead(session)).findings.get(queue)?.[0]?.code).toBe('progress-drift');
  expect(logger.events('warn')).toEqual(['runFiles.tooLong']);
  session.dispose();
});

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
  const found = await nodeFiles.find(uriOf('w'), runGlobsOf([]));
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
  const scope = toScopeConfig(defaultSettings);
  const here = { ...config(), folders: [{ uri: uriOf('w'), name: 'w', ...scope }] };
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
  const scope = toScopeConfig(defaultSettings);
  const here: SessionConfig = {
    ...config(),
    folders: [{ uri: uriOf('w'), name: 'w', ...scope }],
  };
  const session = new QueueSession(here, ports);
  await session.configure(here);
  const picture = await untilRead(session);
  expect(picture.files.size).toBe(1);
  expect(picture.beside.size).toBe(0);
  expect([...logger.events('warn'), ...logger.events('error')]).toEqual([]);
  session.dispose();
});
