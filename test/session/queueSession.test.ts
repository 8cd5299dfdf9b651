import { expect, test } from 'vitest';
import { coreEngine } from '../../server/src/session/engine';
import type { Picture } from '../../server/src/session/picture';
import { QueueSession } from '../../server/src/session/queueSession';
import type { SessionConfig } from '../../server/src/session/sessionConfig';
import { toCoreOptions, toScopeConfig } from '../../server/src/session/toConfig';
import { defaultSettings } from '../../server/src/protocol/settings';
import type { Engine } from '../../server/src/session/engine';
import { ManualClock, settle } from '../support/manualClock';
import { MemoryFiles } from '../support/memoryFiles';
import { RecordingLogger } from '../support/recordingLogger';
import { brokenRule, engineWith, unresolvedRule } from '../support/testEngine';

const folder = 'file:///w';
const queue = `${folder}/PROACTIVE-JOBS.md`;
const other = `${folder}/scheduler/PROACTIVE-JOBS-two.md`;
const task = (id: string, deps = 'none'): string =>
  `## Phase 1\n\n### ${id}\n- **Status:** pending\n- **Dependencies:** ${deps}\n`;

function config(...uris: readonly string[]): SessionConfig {
  const scope = toScopeConfig(defaultSettings);
  return {
    core: toCoreOptions(defaultSettings, 0),
    projects: {},
    loose: scope,
    folders: uris.map((uri) => ({ uri, name: uri.split('/').pop() ?? '', ...scope })),
  };
}

interface Setup {
  readonly session: QueueSession;
  readonly files: MemoryFiles;
  readonly clock: ManualClock;
  readonly logger: RecordingLogger;
  readonly pictures: Picture[];
  readonly codes: (uri: string) => readonly string[];
}

async function start(
  texts: Readonly<Record<string, string>>,
  engine: Engine = engineWith(unresolvedRule),
  folders: readonly string[] = [folder],
): Promise<Setup> {
  const files = new MemoryFiles(texts);
  const clock = new ManualClock();
  const logger = new RecordingLogger();
  const session = new QueueSession(config(...folders), { engine, files, clock, logger });
  const pictures: Picture[] = [];
  session.onPicture((picture) => pictures.push(picture));
  await session.configure(config(...folders));
  // First the queues, then what stands beside them.
  await clock.advance(0);
  await clock.advance(0);
  const codes = (uri: string): readonly string[] =>
    (session.picture?.findings.get(uri) ?? []).map(({ code }) => code);
  return { session, files, clock, logger, pictures, codes };
}

test('all queues of a folder are read and checked, open or not', async () => {
  const { session, codes } = await start({
    [queue]: task('a-1', 'gone-9'),
    [other]: task('b-1', 'a-1'),
    [`${folder}/README.md`]: task('c-1', 'gone-9'),
    [`${folder}/PROACTIVE-JOBS-TEMPLATE.md`]: task('d-1', 'gone-9'),
    [`${folder}/node_modules/x/PROACTIVE-JOBS.md`]: task('e-1', 'gone-9'),
  });
  expect([...(session.picture?.files.keys() ?? [])]).toEqual([queue, other]);
  expect(session.picture?.scanning).toBe(false);
  expect(codes(queue)).toEqual(['unresolved-dependency']);
  expect(codes(other)).toEqual([]);
});

test('an unsaved buffer wins over the disk, and closing it brings the disk back', async () => {
  const { session, clock, codes, files } = await start({ [queue]: task('a-1') });
  session.opened(queue, 1, task('a-1', 'gone-9'));
  await clock.advance(0);
  expect(codes(queue)).toEqual(['unresolved-dependency']);
  expect(session.picture?.files.get(queue)?.version).toBe(1);
  // A change of the disk does not replace the buffer.
  files.write(queue, task('a-2'));
  await session.filesChanged([queue]);
  await clock.advance(0);
  expect(codes(queue)).toEqual(['unresolved-dependency']);
  await session.closed(queue);
  await clock.advance(0);
  expect(codes(queue)).toEqual([]);
  expect(session.picture?.files.get(queue)?.version).toBeUndefined();
  expect(session.document(queue)?.declarations[0]?.id.value).toBe('a-2');
});

test('a file that is deleted while open stays, and goes when it is closed', async () => {
  const { session, clock, files } = await start({ [queue]: task('a-1') });
  session.opened(queue, 1, task('a-1'));
  files.delete(queue);
  await session.filesChanged([queue]);
  await clock.advance(0);
  expect(session.picture?.files.has(queue)).toBe(true);
  await session.closed(queue);
  await clock.advance(0);
  expect(session.picture?.files.has(queue)).toBe(false);
});

test('a deleted folder takes its queues with it', async () => {
  const { session, clock, files, codes } = await start({
    [queue]: task('a-1', 'b-1'),
    [other]: task('b-1'),
  });
  expect(codes(queue)).toEqual([]);
  files.delete(other);
  await session.filesChanged([`${folder}/scheduler`]);
  await clock.advance(0);
  expect([...(session.picture?.files.keys() ?? [])]).toEqual([queue]);
  expect(codes(queue)).toEqual(['unresolved-dependency']);
});

test('typing is waited for, but not for ever', async () => {
  const { session, clock, pictures } = await start({ [queue]: task('a-1') });
  session.opened(queue, 1, task('a-1'));
  await clock.advance(0);
  const before = pictures.length;
  for (let version = 2; version <= 5; version++) {
    session.edited(queue, version, task(`a-${version}`));
    await clock.advance(80);
  }
  expect(pictures.length).toBe(before);
  session.edited(queue, 6, task('a-6'));
  await clock.advance(80);
  expect(pictures.length).toBe(before + 1);
});

test('a request gets the text as it is now, without waiting for the pause', async () => {
  const { session } = await start({ [queue]: task('a-1') });
  session.opened(queue, 1, task('a-1'));
  session.edited(queue, 2, task('a-2'));
  expect(session.document(queue)?.declarations[0]?.id.value).toBe('a-2');
  const picture = await session.current();
  expect(picture?.state.documents.get(queue)?.declarations[0]?.id.value).toBe('a-2');
});

test('work that is overtaken by a change is dropped', async () => {
  const { session, clock, pictures } = await start({
    [queue]: task('a-1'),
    [other]: task('b-1'),
  });
  clock.ticking = 20; // Every look at the clock says that the slice is over, so that the session yields.
  session.opened(queue, 1, task('a-2'));
  const first = session.current();
  session.edited(queue, 2, task('a-3'));
  const picture = await first;
  expect(picture?.state.documents.get(queue)?.declarations[0]?.id.value).toBe('a-3');
  const drawn = pictures.slice(-1).map((p) => p.files.get(queue)?.version);
  expect(drawn).toEqual([2]);
  expect(pictures.some((p) => p.files.get(queue)?.version === 1)).toBe(false);
  session.dispose();
});

test('a cancelled request waits for nothing', async () => {
  const { session } = await start({ [queue]: task('a-1') });
  session.opened(queue, 1, task('a-2'));
  await expect(session.current(() => true)).resolves.toBeUndefined();
});

test('an unchanged document is not read again', async () => {
  let readings = 0;
  const { session, clock } = await start(
    { [queue]: task('a-1'), [other]: task('b-1') },
    {
      ...coreEngine,
      readQueue: (...args) => {
        readings++;
        return coreEngine.readQueue(...args);
      },
    },
  );
  const before = readings;
  session.opened(queue, 1, task('a-1'));
  await clock.advance(0);
  session.edited(queue, 2, task('a-2'));
  await clock.advance(100);
  expect(readings - before).toBe(1);
});

test('a file that is seen to be the same as before draws no new picture', async () => {
  const { session, clock, pictures } = await start({ [queue]: task('a-1') });
  const before = pictures.length;
  await session.filesChanged([queue]);
  await session.recheck();
  await clock.advance(0);
  expect(pictures.length).toBe(before);
});

test('files created and changed outside of the editor are seen', async () => {
  const { session, files, clock, codes } = await start({ [queue]: task('a-1', 'b-1') });
  expect(codes(queue)).toEqual(['unresolved-dependency']);
  files.write(other, task('b-1'));
  await session.filesChanged([other]);
  await clock.advance(0);
  expect(codes(queue)).toEqual([]);
  files.write(other, task('b-2'));
  await session.recheck();
  await clock.advance(0);
  expect(codes(queue)).toEqual(['unresolved-dependency']);
});

test('an older look at a file does not win over a newer one', async () => {
  const { session, files, clock } = await start({ [queue]: task('a-1') });
  let open = (): void => undefined;
  files.gate = new Promise((resolve) => (open = resolve));
  files.write(queue, task('a-2'));
  const slow = session.filesChanged([queue]);
  files.gate = undefined;
  files.write(queue, task('a-3'));
  await session.filesChanged([queue]);
  open();
  await slow;
  await clock.advance(0);
  expect(session.document(queue)?.declarations[0]?.id.value).toBe('a-3');
});

test('a queue in two folders belongs to the inner one', async () => {
  const inner = `${folder}/scheduler`;
  const { session } = await start({ [queue]: task('a-1'), [other]: task('b-1') }, undefined, [
    folder,
    inner,
  ]);
  const files = session.picture?.files;
  expect([...(files?.keys() ?? [])]).toEqual([queue, other]);
  expect(files?.get(other)?.folderUri).toBe(inner);
  expect(files?.get(other)?.name).toBe('scheduler/PROACTIVE-JOBS-two.md');
  expect(files?.get(queue)?.name).toBe('w/PROACTIVE-JOBS.md');
});

test('a lone file outside of every folder is checked while it is open', async () => {
  const lone = 'file:///elsewhere/PROACTIVE-JOBS.md';
  const { session, clock, codes } = await start({});
  session.opened(lone, 1, task('a-1', 'gone-9'));
  await clock.advance(0);
  expect(codes(lone)).toEqual(['unresolved-dependency']);
  await session.closed(lone);
  await clock.advance(0);
  expect(session.picture?.files.size).toBe(0);
});

test('each folder has its own severities and globs', async () => {
  const second = 'file:///v';
  const theirs = `${second}/todo.md`;
  const { session, clock } = await start({
    [queue]: task('a-1', 'gone-9'),
    [theirs]: task('b-1', 'gone-9'),
  });
  const base = config(folder, second);
  const settings = {
    ...defaultSettings,
    queue: { ...defaultSettings.queue, files: ['todo.md'] },
    rules: { 'unresolved-dependency': 'hint' as const },
  };
  await session.configure({
    ...base,
    folders: base.folders.map((f) => (f.uri === second ? { ...f, ...toScopeConfig(settings) } : f)),
  });
  await clock.advance(0);
  const severities = (uri: string) =>
    session.picture?.findings.get(uri)?.map(({ severity }) => severity);
  expect(severities(queue)).toEqual(['error']);
  expect(severities(theirs)).toEqual(['hint']);
});

test('a rule that breaks is logged, and the others are heard', async () => {
  const { codes, logger } = await start(
    { [queue]: task('a-1', 'gone-9') },
    engineWith(brokenRule, unresolvedRule),
  );
  expect(codes(queue)).toEqual(['unresolved-dependency']);
  expect(logger.events('error')).toContain('rule.crashed');
});

test('a reader that breaks on one file leaves the others standing', async () => {
  const { session, codes, logger } = await start(
    { [queue]: task('a-1', 'gone-9'), [other]: 'break me' },
    {
      ...engineWith(unresolvedRule),
      readQueue: (uri, text, ...rest) => {
        if (text === 'break me') throw new Error('a bug of ours');
        return coreEngine.readQueue(uri, text, ...rest);
      },
    },
  );
  expect(codes(queue)).toEqual(['unresolved-dependency']);
  expect(session.picture?.files.get(other)?.trouble).toBeDefined();
  expect(logger.events('error')).toContain('reader.crashed');
});

test('when deriving breaks, the last picture stays and the session lives on', async () => {
  let isBroken = false;
  const { session, clock, logger, pictures } = await start(
    { [queue]: task('a-1') },
    {
      ...coreEngine,
      deriveState: (input, previous) => {
        if (isBroken) throw new Error('a bug of ours');
        return coreEngine.deriveState(input, previous);
      },
    },
  );
  const last = pictures.at(-1);
  isBroken = true;
  session.opened(queue, 1, task('a-2'));
  await clock.advance(0);
  expect(session.picture).toBe(last);
  expect(logger.events('error')).toContain('session.crashed');
  isBroken = false;
  session.edited(queue, 2, task('a-3'));
  await clock.advance(100);
  expect(session.picture).not.toBe(last);
});

test('an unreadable file is told of, and keeps its place', async () => {
  const { session, files, clock, logger } = await start({ [queue]: task('a-1') });
  files.entries.set(other, { kind: 'unreadable', reason: 'EACCES' });
  await session.filesChanged([other]);
  await clock.advance(0);
  expect(session.picture?.files.get(other)?.trouble).toBe('EACCES');
  expect(logger.events('warn')).toEqual(['workspace.unreadable']);
});

test('time is looked at each minute only where something depends on it', async () => {
  const still = await start({ [queue]: task('a-1') });
  expect(still.clock.waiting).toBe(0);
  const moving = await start({ [queue]: `${task('a-1')}- **Started:** 2026-01-15 09:00\n` });
  expect(moving.clock.waiting).toBe(1);
  const before = moving.session.picture?.state.now ?? 0;
  await moving.clock.advance(60_000);
  await moving.clock.advance(0);
  expect(moving.session.picture?.state.now).toBe(before + 60_000);
});

test('nothing happens after it is disposed', async () => {
  const { session, clock, pictures } = await start({ [queue]: task('a-1') });
  const before = pictures.length;
  session.opened(queue, 1, task('a-2'));
  session.dispose();
  await clock.advance(1_000);
  await settle();
  expect(pictures.length).toBe(before);
  await expect(session.current()).resolves.toBeUndefined();
});
