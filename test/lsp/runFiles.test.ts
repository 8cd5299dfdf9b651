import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver/node';
import { expect, test } from 'vitest';
import { startInBand, type InBandServer } from '../support/inBandServer';
import { MemoryFiles } from '../support/memoryFiles';

const folder = 'file:///w';
const queue = `${folder}/PROACTIVE-JOBS.md`;
const at = (path: string): string => `${folder}/scheduler/${path}`;
const minute = 60_000;
const ago = (minutes: number): number => Date.now() - minutes * minute;

const plan = at('progress/p1-plan.md');
const beat = at('heartbeats/p2-build.json');
const jobs = `# Jobs

### p1-plan: Plan
- **Status:** complete

### p2-build: Build
- **Status:** in-progress
- **Model:** any
- **Worker:** w-7
- **Started:** ${new Date(ago(180)).toISOString()}
`;
const progress = (status: string): string => `# Task: p1-plan\n\n**Status:** ${status}\n`;
const heartbeat = '{ "taskId": "p2-build", "status": "running" }\n';

/** A workspace where all is well. */
function wellKept(): MemoryFiles {
  const files = new MemoryFiles();
  files.write(queue, jobs, ago(60));
  files.write(plan, progress('complete'), ago(90));
  files.write(beat, heartbeat, ago(3));
  return files;
}

async function start(files: MemoryFiles): Promise<InBandServer> {
  const server = await startInBand({ files, folders: [folder] });
  await server.untilRead();
  return server;
}

function changed(server: InBandServer, type: FileChangeType, ...uris: string[]): Promise<void> {
  return server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: uris.map((uri) => ({ uri, type })),
  });
}

test('a progress file that others change is compared with its task', async () => {
  const files = wellKept();
  const server = await start(files);
  expect(server.codes(queue)).toEqual([]);
  files.write(plan, progress('in-progress'));
  await changed(server, FileChangeType.Changed, plan);
  await server.untilCode(queue, 'progress-drift');
  expect(server.of(queue)[0]?.relatedInformation).toMatchObject([
    { location: { uri: plan, range: { start: { line: 2, character: 12 } } } },
  ]);
  files.write(plan, progress('complete'));
  await changed(server, FileChangeType.Changed, plan);
  await server.untilNoCode(queue, 'progress-drift');
});

test('a worker whose heartbeat goes away is missed, and the tree says so', async () => {
  const files = wellKept();
  const server = await start(files);
  const build = () => server.snapshots.at(-1)?.queues[0]?.nodes.at(-1);
  expect(build()).toMatchObject({ id: 'p2-build', lastSignMinutes: 3 });
  files.delete(beat);
  await changed(server, FileChangeType.Deleted, beat);
  await server.untilCode(queue, 'running-without-worker');
  await server.until('the tree', () => {
    const node = build();
    return node?.kind === 'task' && node.noLifeSign?.includes('no heartbeat') === true;
  });
  files.write(beat, heartbeat, ago(1));
  await changed(server, FileChangeType.Created, beat);
  await server.untilNoCode(queue, 'running-without-worker');
  // A heartbeat that only got a newer time is a sign of life, too.
  files.write(beat, heartbeat, ago(0));
  await changed(server, FileChangeType.Changed, beat);
  await server.until('the new time', () => {
    const node = build();
    return node?.kind === 'task' && node.lastSignMinutes === 0;
  });
});

test('an unsaved progress file wins over the disk, until it is closed', async () => {
  const server = await start(wellKept());
  await server.open(plan, progress('complete'));
  await server.change(plan, 2, progress('blocked'));
  await server.untilCode(queue, 'progress-drift');
  await server.close(plan);
  await server.untilNoCode(queue, 'progress-drift');
});

test('problems of a file beside the queue stand in that file, and go with it', async () => {
  const files = wellKept();
  files.write(beat, '{ "taskId": "p2-build", "status": ', ago(3));
  const server = await start(files);
  await server.untilCode(beat, 'invalid-json');
  expect(server.of(beat)[0]).toMatchObject({ severity: 1, source: 'proactive-jobs' });
  await server.open(beat, heartbeat, 4);
  await server.untilNoCode(beat, 'invalid-json');
  await server.change(beat, 5, '{');
  await server.untilCode(beat, 'invalid-json');
  expect(server.diagnostics.get(beat)?.version).toBe(5);
  await server.close(beat);
  files.delete(at('heartbeats'));
  files.delete(beat);
  await changed(server, FileChangeType.Deleted, at('heartbeats'));
  await server.untilNoCode(beat, 'invalid-json');
});

test('files that are moved here with their folder are read', async () => {
  const files = wellKept();
  files.delete(plan);
  const server = await start(files);
  expect(server.codes(queue)).toEqual([]);
  files.write(at('progress/phase-1/p1-plan.md'), progress('blocked'));
  files.entries.set(at('progress/phase-1'), { kind: 'directory' });
  await changed(server, FileChangeType.Created, at('progress/phase-1'));
  await server.untilCode(queue, 'progress-drift');
});

test('a setting leaves them unread, others say when a worker counts as gone', async () => {
  let settings: unknown = {};
  const files = wellKept();
  files.write(plan, progress('blocked'), ago(90));
  files.write(beat, heartbeat, ago(45));
  const server = await startInBand({
    files,
    folders: [folder],
    settings: (section) => (section === 'proactiveJobs' ? settings : null),
  });
  const change = async (value: unknown): Promise<void> => {
    settings = value;
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
  };
  await server.untilCode(queue, 'progress-drift');
  await server.untilCode(queue, 'running-without-worker');
  await change({ workers: { noLifeSignMinutes: 60 } });
  await server.untilNoCode(queue, 'running-without-worker');
  expect(server.codes(queue)).toEqual(['progress-drift']);
  await change({ workspaceChecks: { enabled: false } });
  await server.untilNoCode(queue, 'progress-drift');
  await change({ rules: { 'progress-drift': 'hint' } });
  await server.untilCode(queue, 'progress-drift');
  expect(server.of(queue).find(({ code }) => code === 'progress-drift')?.severity).toBe(4);
});

test('where all file times are alike nobody is called gone', async () => {
  const files = wellKept();
  const time = ago(300);
  const names = ['a-1', 'a-2', 'a-3', 'a-4', 'p1-plan'];
  for (const name of names) files.write(at(`progress/${name}.md`), progress('complete'), time);
  files.write(beat, heartbeat, time);
  const server = await start(files);
  expect(server.codes(queue)).toEqual([]);
  const [, build] = server.snapshots.at(-1)?.queues[0]?.nodes ?? [];
  expect(build).toMatchObject({ id: 'p2-build' });
  expect(build).not.toHaveProperty('lastSignMinutes');
});

test('a folder without a queue is left alone', async () => {
  const files = new MemoryFiles();
  const lonely = 'file:///v/scheduler/heartbeats/x-1.json';
  files.write(queue, jobs, ago(60));
  files.write(lonely, '{');
  const server = await startInBand({ files, folders: [folder, 'file:///v'] });
  await server.untilRead();
  expect(files.reads.has(lonely)).toBe(false);
  expect(server.diagnostics.has(lonely)).toBe(false);
  // Once it has one, the files beside it count.
  files.write('file:///v/PROACTIVE-JOBS.md', '# Jobs\n\n### y-1\n- **Status:** pending\n');
  await changed(server, FileChangeType.Created, 'file:///v/PROACTIVE-JOBS.md');
  await server.untilCode(lonely, 'invalid-json');
});

test('what is wrong with a request shows wherever the setting puts the file queue, and follows it', async () => {
  const files = wellKept();
  const usual = at('spawn-queue/requests/1.json');
  const moved = `${folder}/work/queue/requests/2.json`;
  files.write(usual, '{');
  files.write(moved, '{');
  let place = '';
  const server = await startInBand({
    files,
    folders: [folder],
    settings: (section) =>
      section === 'proactiveJobs' && place !== '' ? { spawnQueue: { folder: place } } : null,
  });
  await server.untilRead();
  await server.untilCode(usual, 'invalid-json');
  expect(server.codes(moved)).toEqual([]);
  place = 'work/queue';
  await server.connection.sendNotification(DidChangeConfigurationNotification.type, {
    settings: null,
  });
  await server.untilCode(moved, 'invalid-json');
  expect(server.codes(usual)).toEqual([]);
  files.write(moved, '{ "taskId": "p2-build" }');
  await changed(server, FileChangeType.Changed, moved);
  await server.untilNoCode(moved, 'invalid-json');
});
