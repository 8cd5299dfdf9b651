// Queues come first; the files beside them are read behind the first picture, and each only when it has changed.
import { expect, test } from 'vitest';
import { usualSpawnQueue } from '../../server/src/core/runs/runFileKind';
import { coreEngine, type Engine } from '../../server/src/session/engine';
import type { Picture } from '../../server/src/session/picture';
import { longestRunFile, runSource } from '../../server/src/session/runPlaces';
import type { Clock } from '../../server/src/workspace/ports';
import { systemClock } from '../../server/src/workspace/systemClock';
import { MemoryFiles } from '../support/memoryFiles';
import {
  folder,
  jobs,
  progressUri,
  queue,
  sessionOf,
  untilRead,
  workspaceWith,
} from '../support/runFileSession';
import { sessionConfig } from '../support/sessionConfig';

test('queues come first: their picture does not wait for a thousand files beside them', async () => {
  const files = workspaceWith(1_000);
  const { session, pictures } = sessionOf(files);
  const progress: number[] = [];
  session.onReading((now) => progress.push(now?.done ?? -1));
  await session.configure(sessionConfig(folder));
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
  await session.configure(sessionConfig(folder));
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
  let parsed = 0;
  const counting: Engine = {
    ...coreEngine,
    readRunFile: (source, offset) => {
      parsed += 1;
      return coreEngine.readRunFile(source, offset);
    },
  };
  const { session } = sessionOf(workspaceWith(1_000), counting);
  await session.configure(sessionConfig(folder));
  await untilRead(session);
  expect(parsed).toBe(1_000);
  for (let version = 1; version <= 3; version++) {
    session.edited(queue, version, `${jobs(200)}\ntyped ${version}\n`);
    const picture = await session.current();
    expect(picture?.files.get(queue)?.version).toBe(version);
  }
  expect(parsed).toBe(1_000);
  session.dispose();
});

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
  await session.configure(sessionConfig(folder));
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

test('a folder whose files were left unread is not judged by some of them when they are read again', async () => {
  const files = workspaceWith(20);
  const { session } = sessionOf(files);
  const config = sessionConfig(folder);
  const unread = config.folders.map((each) => ({ ...each, readsRunFiles: false }));
  await session.configure(config);
  await untilRead(session);
  await session.configure({ ...config, folders: unread });
  expect((await untilRead(session)).beside.size).toBe(0);
  let goOn = (): void => undefined;
  const stopped = new Promise<void>((resolve) =>
    session.onReading((progress) => {
      if (progress?.done !== 5) return;
      files.gate = new Promise((open) => (goOn = open));
      resolve();
    }),
  );
  await session.configure(config);
  await session.current();
  await stopped;
  session.redraw();
  const half = await session.current();
  expect([half?.reading, half?.beside.size]).toEqual([true, 0]);
  files.gate = undefined;
  goOn();
  expect((await untilRead(session)).beside.size).toBe(20);
  session.dispose();
});

test('files that are moved with their folder into a folder of the workspace within another one are read', async () => {
  const inner = `${folder}/inner`;
  const files = workspaceWith(1);
  files.write(`${inner}/PROACTIVE-JOBS.md`, jobs(1));
  const { session } = sessionOf(files);
  await session.configure(sessionConfig(folder, inner));
  await untilRead(session);
  const moved = `${inner}/scheduler/progress/step-0.md`;
  files.write(moved, '# step-0\n\n**Status:** in-progress\n');
  await session.filesChanged([`${inner}/scheduler`]);
  expect([...(await untilRead(session)).beside.keys()]).toEqual([moved, progressUri(0)]);
  session.dispose();
});

test('a queue is as old as its file, or as the last keystroke', async () => {
  const files = new MemoryFiles();
  files.write(queue, jobs(1), 1_000);
  let now = 5_000;
  const clock: Clock = { ...systemClock, now: () => now };
  const { session } = sessionOf(files, coreEngine, clock);
  await session.configure(sessionConfig(folder));
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
  await session.configure(sessionConfig(folder));
  const picture = await untilRead(session);
  expect([...picture.beside.keys()]).toEqual([progressUri(0), progressUri(2)]);
  expect(logger.events('error')).toEqual(['reader.crashed']);
  session.dispose();
});

test('a progress file of five megabytes is cut at a line, and JSON that long is left out', async () => {
  const place = {
    ...{ folder, path: 'scheduler/progress/x.md', name: 'x', severityOf: () => undefined },
    spawnQueue: usualSpawnQueue,
  };
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
  await session.configure(sessionConfig(folder));
  expect((await untilRead(session)).findings.get(queue)?.[0]?.code).toBe('progress-drift');
  expect(logger.events('warn')).toEqual(['runFiles.tooLong']);
  session.dispose();
});
