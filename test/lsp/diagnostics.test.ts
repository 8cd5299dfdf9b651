import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  RegistrationRequest,
  UnregistrationRequest,
  type Registration,
} from 'vscode-languageserver/node';
import { expect, test } from 'vitest';
import { startInBand, type InBandServer } from '../support/inBandServer';
import { MemoryFiles } from '../support/memoryFiles';
import { brokenRule, engineWith, unresolvedRule } from '../support/testEngine';

const folder = 'file:///w';
const queue = `${folder}/PROACTIVE-JOBS.md`;
const other = `${folder}/scheduler/PROACTIVE-JOBS-two.md`;
const code = 'unresolved-dependency';
const engine = engineWith(brokenRule, unresolvedRule);
const task = (id: string, deps = 'none'): string =>
  `## Phase 1\n\n### ${id}\n- **Status:** pending\n- **Dependencies:** ${deps}\n`;

function changed(server: InBandServer, type: FileChangeType, ...uris: string[]): Promise<void> {
  return server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: uris.map((uri) => ({ uri, type })),
  });
}

test('queues that are not open are diagnosed, with code, page and source', async () => {
  const files = new MemoryFiles({ [queue]: task('a-1', 'gone-9'), [other]: task('b-1') });
  const server = await startInBand({ files, engine, folders: [folder] });
  await server.untilCode(queue, code);
  expect(server.of(queue)).toEqual([
    {
      range: { start: { line: 4, character: 20 }, end: { line: 4, character: 26 } },
      severity: 1,
      code,
      codeDescription: {
        href: `https://github.com/proactive-jobs/proactive-jobs/blob/main/docs/rules/${code}.md`,
      },
      source: 'proactive-jobs',
      message: 'No task `gone-9`.',
    },
  ]);
  expect(server.diagnostics.has(other)).toBe(false);
});

test('a rule that breaks silences no other, and is no mistake of the user', async () => {
  const files = new MemoryFiles({ [queue]: task('a-1', 'gone-9') });
  const server = await startInBand({ files, engine, folders: [folder] });
  await server.untilCode(queue, code);
  expect(server.codes(queue)).toEqual([code]);
  const line = server.log.find((entry) => entry.startsWith('rule.crashed'));
  expect(line).toContain('code="mojibake"');
  expect(line).toContain('a bug of ours');
});

test('an unsaved buffer wins, carries its version, and gives way when it is closed', async () => {
  const files = new MemoryFiles({ [queue]: task('a-1') });
  const server = await startInBand({ files, engine, folders: [folder] });
  await server.untilScanned();
  await server.open(queue, task('a-1', 'gone-9'), 7);
  await server.untilCode(queue, code);
  expect(server.diagnostics.get(queue)?.version).toBe(7);
  await server.change(queue, 8, task('a-1'));
  await server.untilNoCode(queue, code);
  await server.change(queue, 9, task('a-1', 'gone-9'));
  await server.untilCode(queue, code);
  await server.close(queue);
  await server.untilNoCode(queue, code);
});

test('files changed, created, renamed and deleted outside of the editor are followed', async () => {
  const files = new MemoryFiles({ [queue]: task('a-1', 'b-1') });
  const server = await startInBand({ files, engine, folders: [folder] });
  await server.untilCode(queue, code);
  files.write(other, task('b-1'));
  await changed(server, FileChangeType.Created, other);
  await server.untilNoCode(queue, code);
  const renamed = `${folder}/PROACTIVE-JOBS-three.md`;
  files.delete(other);
  files.write(renamed, task('b-2', 'gone-9'));
  await changed(server, FileChangeType.Deleted, other);
  await changed(server, FileChangeType.Created, renamed);
  await server.untilCode(queue, code);
  await server.untilCode(renamed, code);
  files.delete(renamed);
  await changed(server, FileChangeType.Deleted, renamed);
  await server.untilNoCode(renamed, code);
  expect(server.diagnostics.get(renamed)).toEqual({ uri: renamed, diagnostics: [] });
});

test('only queue files are diagnosed', async () => {
  const note = `${folder}/scheduler/progress/a-1.md`;
  const files = new MemoryFiles({ [queue]: task('a-1', 'gone-9') });
  const server = await startInBand({ files, engine, folders: [folder] });
  await server.open(note, task('c-1', 'gone-9'));
  await server.untilCode(queue, code);
  expect(server.diagnostics.has(note)).toBe(false);
});

test('what has not changed is not published again', async () => {
  const files = new MemoryFiles({
    [queue]: task('a-1', 'gone-9'),
    [other]: task('b-1', 'gone-9'),
  });
  const server = await startInBand({ files, engine, folders: [folder] });
  await server.untilCode(other, code);
  await server.open(queue, task('a-1'));
  await server.untilNoCode(queue, code);
  expect(server.published.filter(({ uri }) => uri === other)).toHaveLength(1);
});

test('two folders see each other, and one that leaves takes its problems along', async () => {
  const second = 'file:///v';
  const theirs = `${second}/PROACTIVE-JOBS.md`;
  const files = new MemoryFiles({
    [queue]: task('a-1', 'b-1'),
    [theirs]: task('b-1', 'gone-9'),
  });
  const server = await startInBand({ files, engine, folders: [folder, second] });
  await server.untilCode(theirs, code);
  expect(server.codes(queue)).toEqual([]);
  await server.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added: [], removed: [{ uri: second, name: 'v' }] },
  });
  await server.untilNoCode(theirs, code);
  await server.untilCode(queue, code);
});

test('settings are asked for by folder, bad ones are logged and left at their default', async () => {
  const files = new MemoryFiles({
    [queue]: task('a-1', 'gone-9'),
    [`${folder}/old/PROACTIVE-JOBS.md`]: task('b-1', 'gone-9'),
  });
  let severity = 'hint';
  const server = await startInBand({
    files,
    engine,
    folders: [folder],
    settings: (section, scope) => {
      if (section === 'files.exclude') return { '**/old': true };
      return {
        slots: { default: 'many' },
        rules: scope === undefined ? {} : { [code]: severity },
      };
    },
  });
  await server.untilCode(queue, code);
  expect(server.of(queue)[0]?.severity).toBe(4);
  expect(server.diagnostics.has(`${folder}/old/PROACTIVE-JOBS.md`)).toBe(false);
  expect(server.log.join('\n')).toContain('proactiveJobs.slots.default is \\"many\\"');
  severity = 'off';
  await server.connection.sendNotification(DidChangeConfigurationNotification.type, {
    settings: null,
  });
  await server.untilNoCode(queue, code);
});

test('a client that can neither be asked nor watch gets the defaults, or what it gave at start', async () => {
  const files = new MemoryFiles({ [queue]: task('a-1', 'gone-9') });
  const server = await startInBand({
    files,
    engine,
    initialize: {
      capabilities: {},
      workspaceFolders: null,
      rootUri: `${folder}/`,
      initializationOptions: { settings: { rules: { [code]: 'warning' } } },
    },
  });
  await server.untilCode(queue, code);
  expect(server.of(queue)[0]?.severity).toBe(2);
  expect(server.registrations).toEqual([]);
});

test('the queue globs of each folder are watched, and the folder around them', async () => {
  const server = await startInBand({ files: new MemoryFiles(), engine, folders: [folder] });
  const isWatching = () =>
    server.registrations.some(({ method }) => method === 'workspace/didChangeWatchedFiles');
  await server.untilScanned();
  await server.until('watchers', () => {
    return isWatching();
  });
  const { registerOptions } = server.registrations.find(({ method }) =>
    method.endsWith('didChangeWatchedFiles'),
  ) as { registerOptions: { watchers: { globPattern: unknown }[] } };
  expect(registerOptions.watchers.map(({ globPattern }) => globPattern)).toEqual([
    { baseUri: folder, pattern: '**/PROACTIVE-JOBS.md' },
    { baseUri: folder, pattern: '**/PROACTIVE-JOBS-*.md' },
    { baseUri: folder, pattern: '**/scheduler/**' },
  ]);
});

test('settings that change while watchers are asked for leave one set of them behind', async () => {
  const server = await startInBand({ files: new MemoryFiles(), engine, folders: [folder] });
  const { connection } = server;
  const watchers = 'workspace/didChangeWatchedFiles';
  const idsOf = (registrations: readonly Registration[]): readonly string[] =>
    registrations.flatMap(({ method, id }) => (method === watchers ? [id] : []));
  await server.until('watchers', () => idsOf(server.registrations).length === 1);
  const live = new Set(idsOf(server.registrations));
  let [asked, answered] = [0, 0];
  let answer = (): void => undefined;
  const gate = new Promise<void>((resolve) => (answer = resolve));
  connection.onRequest(RegistrationRequest.type, async ({ registrations }) => {
    asked += 1;
    server.changed();
    await gate;
    for (const id of idsOf(registrations)) live.add(id);
    answered += 1;
  });
  connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => {
    for (const { id } of unregisterations) live.delete(id);
    server.changed();
  });
  const change = () =>
    connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  await change();
  await server.until('the first question', () => asked === 1);
  await change();
  await server.until('the second question', () => asked === 2);
  answer();
  await server.until('the end of the old watchers', () => answered === 2 && live.size === 1);
});

test('nothing is said before all queues are read, since an id may stand in the next one', async () => {
  const files = new MemoryFiles({ [queue]: task('a-1', 'b-1'), [other]: task('b-1') });
  let open = (): void => undefined;
  files.gate = new Promise((resolve) => (open = resolve));
  const server = await startInBand({ files, engine, folders: [folder] });
  await server.open(queue, task('a-1', 'b-1'));
  await server.until('a first picture', () => (server.snapshots.at(-1)?.queues.length ?? 0) > 0);
  expect(server.snapshots.at(-1)?.scanning).toBe(true);
  expect(server.published).toEqual([]);
  open();
  await server.untilScanned();
  expect(server.codes(queue)).toEqual([]);
});
