/** Lenses through the running server: resolved when asked, drawn again only when they would say something else. */
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  HoverRequest,
  type CodeLens,
} from 'vscode-languageserver/node';
import { expect, test } from 'vitest';
import { taskKeyOf } from '../../server/src/core/model/taskKey';
import { trustNotification } from '../../server/src/protocol/workerMessages';
import { startInBand, type InBandServer } from '../support/inBandServer';
import { MemoryFiles } from '../support/memoryFiles';
import { scriptedEngines, workerOf, type ScriptedEngine } from '../support/scriptedEngine';

const folder = 'file:///w';
const queue = `${folder}/PROACTIVE-JOBS.md`;
const text = `# Jobs

### p1-1: Plan it
- **Status:** pending
- **Model:** haiku

### p1-2: Build it
- **Status:** pending
- **Dependencies:** p1-1
`;
const key = taskKeyOf(queue, 'p1-1');

async function open(settings: object = {}, workers: object | null = { isTrusted: true }) {
  const { engines, openEngine } = scriptedEngines();
  const refreshed = { times: 0 };
  const server = await startInBand({
    files: new MemoryFiles({ [queue]: text }),
    folders: [folder],
    openEngine,
    settings: (section) => (section === 'proactiveJobs' ? settings : null),
    initialize: {
      initializationOptions: { workers },
      capabilities: {
        workspace: { configuration: true, codeLens: { refreshSupport: true } },
      },
    },
  });
  server.connection.onRequest(CodeLensRefreshRequest.type, () => {
    refreshed.times += 1;
    server.changed();
  });
  await server.open(queue, text);
  await server.untilRead();
  return { server, refreshed, engine: () => engines.at(-1) as ScriptedEngine };
}

const params = { textDocument: { uri: queue } };

/** `line title command` of each lens, resolved. */
async function lenses(server: InBandServer): Promise<readonly string[]> {
  const found = (await server.connection.sendRequest(CodeLensRequest.type, params)) ?? [];
  for (const { command } of found) expect(command).toBeUndefined();
  const resolved = await Promise.all(
    found.map((lens) => server.connection.sendRequest(CodeLensResolveRequest.type, lens)),
  );
  return resolved.map(({ range, command }) =>
    [range.start.line, command?.title.replace('\u00a0', ' '), command?.command].join(' | '),
  );
}

test('lenses stand at their tasks, say what they do when resolved, and carry nothing but the key', async () => {
  const { server } = await open();
  expect(await lenses(server)).toEqual([
    '2 | $(play) Spawn worker · haiku | proactiveJobs.spawnWorker',
    '2 | Preview | proactiveJobs.previewPrompt',
    '2 | Show in graph | proactiveJobs.showInGraph',
    '6 | $(info) It waits for p1-1 (pending). | proactiveJobs.previewPrompt',
    '6 | Show in graph | proactiveJobs.showInGraph',
  ]);
  const [first] = (await server.connection.sendRequest(CodeLensRequest.type, params)) ?? [];
  const resolved = await server.connection.sendRequest(
    CodeLensResolveRequest.type,
    first as CodeLens,
  );
  expect(resolved.command?.arguments).toEqual([key]);
});

test('typing prose draws nothing again; a worker that begins and trust that is given do', async () => {
  const { server, refreshed, engine } = await open({}, { isTrusted: false });
  await lenses(server);
  await server.change(queue, 2, `${text}\nSome prose.\n`);
  const revision = server.snapshots.at(-1)?.revision ?? 0;
  await server.until('a new picture', () => (server.snapshots.at(-1)?.revision ?? 0) > revision);
  expect(refreshed.times).toBe(0);

  await server.connection.sendNotification(trustNotification, { isTrusted: true });
  await server.until('fresh lenses', () => refreshed.times === 1);
  expect((await lenses(server))[0]).toContain('Spawn worker');

  engine().list = [workerOf(key)];
  await server.connection.sendNotification(trustNotification, { isTrusted: true });
  await server.until('fresh lenses', () => refreshed.times === 2);
  expect((await lenses(server)).slice(0, 2)).toEqual([
    '2 | $(eye) Watch · running | proactiveJobs.watchWorker',
    '2 | $(debug-stop) Stop | proactiveJobs.stopWorker',
  ]);
});

test('kinds that are switched off are not there', async () => {
  const { server } = await open({ codeLens: { spawn: false, reason: false, graph: false } });
  expect(await lenses(server)).toEqual([]);
});

test('a client that does not know our commands gets no lens', async () => {
  const { server } = await open({}, null);
  expect(await lenses(server)).toEqual([]);
});

test('what comes back broken is answered as it came', async () => {
  const { server } = await open();
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  for (const data of [undefined, 3, { key: 4, kind: 'spawn' }, { key, kind: 'quit' }]) {
    const lens = await server.connection.sendRequest(CodeLensResolveRequest.type, { range, data });
    expect(lens.command).toBeUndefined();
  }
});

test('the hover offers the same commands, with the key alone, and no command comes from the queue', async () => {
  const link = '[now](command:workbench.action.quit)';
  const hostile = text.replace('Plan it', `Go ${link} $(flame)`).replace('haiku', link);
  const { server } = await open();
  await server.change(queue, 2, hostile);
  const hover = await server.connection.sendRequest(HoverRequest.type, {
    ...params,
    position: { line: 2, character: 6 },
  });
  const value =
    typeof hover?.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';
  const links = [...value.matchAll(/(?<!\\)\]\((command:[^)]*)\)/g)].map(([, link]) => link);
  const argument = encodeURIComponent(JSON.stringify([key]));
  expect(links).toEqual([
    `command:proactiveJobs.spawnWorker?${argument}`,
    `command:proactiveJobs.previewPrompt?${argument}`,
  ]);
  expect(value).toContain('Model: \\[now\\]\\(command:workbench.action.quit\\)');
});

test('the hover says why a worker needs a person, as plain words', async () => {
  const { server, refreshed, engine } = await open();
  await lenses(server);
  engine().list = [{ ...workerOf(key), needsYou: 'It waits: [x](command:y).' }];
  await server.connection.sendNotification(trustNotification, { isTrusted: true });
  await server.until('fresh lenses', () => refreshed.times > 0);
  const hover = await server.connection.sendRequest(HoverRequest.type, {
    ...params,
    position: { line: 2, character: 6 },
  });
  expect(hover?.contents).toMatchObject({
    value: expect.stringContaining('Needs you: It waits: \\[x\\]\\(command:y\\).') as string,
  });
});

test('the hover of a task that an attempt holds does not call it ready, whatever the queue says', async () => {
  const { server, refreshed, engine } = await open();
  const said = async (): Promise<string> => {
    const position = { line: 2, character: 6 };
    return JSON.stringify(
      await server.connection.sendRequest(HoverRequest.type, { ...params, position }),
    );
  };
  await lenses(server);
  expect(await said()).toContain('**Ready** to start.');
  engine().list = [workerOf(key)];
  await server.connection.sendNotification(trustNotification, { isTrusted: true });
  await server.until('fresh lenses', () => refreshed.times > 0);
  expect(await said()).toMatch(
    /\*\*Held\*\* by attempt 1 \\\\?\(.*although the queue still says pending/,
  );
  expect(await said()).not.toContain('to start');
});

test('without trust, and for other clients, the hover has no command', async () => {
  for (const workers of [{ isTrusted: false }, null]) {
    const { server } = await open({}, workers);
    const hover = await server.connection.sendRequest(HoverRequest.type, {
      ...params,
      position: { line: 2, character: 6 },
    });
    expect(JSON.stringify(hover)).toContain('Plan it');
    expect(JSON.stringify(hover)).not.toContain('command:');
  }
});
