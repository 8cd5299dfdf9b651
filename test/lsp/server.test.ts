import { DocumentSymbolRequest, HoverRequest, SymbolKind } from 'vscode-languageserver/node';
import { expect, test } from 'vitest';
import { startInBand } from '../support/inBandServer';
import { MemoryFiles } from '../support/memoryFiles';
import { coreEngine } from '../../server/src/session/engine';

const folder = 'file:///w';
const queue = `${folder}/PROACTIVE-JOBS.md`;
const text = `# Jobs

## Phase 1: Start

### p1-1: Plan it ✅
- **Status:** complete

### p1-2: Manage it
- **Status:** in-progress (manager)
- **Model:** opus
- **Sub-Tasks:**
  - p1-2-a: in progress

#### p1-2-a: Build it 🧪 now
- **Status:** pending
- **Dependencies:** p1-1
- **Parent:** p1-2

## Phase 2: End

### p2-1: Ship it
- **Status:** pending
- **Dependencies:** p1-2-a
`;

test('what is announced is what is answered', async () => {
  const server = await startInBand({ files: new MemoryFiles() });
  expect(server.initializeResult.serverInfo).toEqual({ name: 'proactive-jobs' });
  expect(Object.keys(server.initializeResult.capabilities).sort()).toEqual([
    'codeActionProvider',
    'codeLensProvider',
    'documentSymbolProvider',
    'hoverProvider',
    'semanticTokensProvider',
    'textDocumentSync',
    'workspace',
  ]);
});

test('the snapshot is the phase tree with its counts', async () => {
  const files = new MemoryFiles({ [queue]: text });
  const server = await startInBand({ files, folders: [folder] });
  const { queues } = await server.untilScanned();
  const [view] = queues;
  expect(view).toMatchObject({
    uri: queue,
    name: 'PROACTIVE-JOBS.md',
    coverage: 'full',
    slots: { max: 2, declared: false, inUse: 0 },
    done: 1,
    total: 3,
    ready: 1,
  });
  expect(view?.nodes).toMatchObject([
    {
      kind: 'group',
      title: 'Phase 1: Start',
      done: 1,
      total: 2,
      children: [
        { id: 'p1-1', title: 'Plan it', status: 'complete', ready: false },
        {
          id: 'p1-2',
          isManager: true,
          model: 'opus',
          children: [{ id: 'p1-2-a', ready: true, range: { start: { line: 13 } } }],
        },
      ],
    },
    { kind: 'group', title: 'Phase 2: End', children: [{ id: 'p2-1', ready: false }] },
  ]);
});

test('the outline shows phases and tasks, with exact UTF-16 places', async () => {
  const server = await startInBand({ files: new MemoryFiles(), folders: [folder] });
  await server.open(queue, text);
  const symbols = await server.connection.sendRequest(DocumentSymbolRequest.type, {
    textDocument: { uri: queue },
  });
  expect(symbols).toMatchObject([
    {
      name: 'Phase 1: Start',
      kind: SymbolKind.Namespace,
      children: [
        { name: 'p1-1: Plan it', detail: 'complete' },
        {
          name: 'p1-2: Manage it',
          detail: 'in-progress',
          children: [
            {
              name: 'p1-2-a: Build it 🧪 now',
              detail: 'pending',
              selectionRange: {
                start: { line: 13, character: 5 },
                end: { line: 13, character: 11 },
              },
            },
          ],
        },
      ],
    },
    { name: 'Phase 2: End' },
  ]);
});

test('a request that breaks is logged and answers nothing', async () => {
  const server = await startInBand({
    files: new MemoryFiles(),
    engine: {
      ...coreEngine,
      readQueue: () => {
        throw new Error('a bug of ours');
      },
    },
  });
  await server.open(queue, text);
  const textDocument = { uri: queue };
  expect(
    await server.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
  ).toBeNull();
  expect(server.log.some((line) => line.startsWith('request.crashed name="documentSymbol"'))).toBe(
    true,
  );
});

test('a cancelled request is answered as cancelled', async () => {
  const server = await startInBand({
    files: new MemoryFiles({ [queue]: text }),
    folders: [folder],
  });
  await server.open(queue, text);
  const { CancellationTokenSource } = await import('vscode-languageserver/node');
  const source = new CancellationTokenSource();
  const request = server.connection.sendRequest(
    HoverRequest.type,
    { textDocument: { uri: queue }, position: { line: 0, character: 0 } },
    source.token,
  );
  source.cancel();
  await expect(request).rejects.toMatchObject({ code: -32800 });
});

test('settings are read from the very spelling that the client uses', async () => {
  const spelled = 'file:///w/with%20space/PROACTIVE-JOBS%2Dx.md';
  const server = await startInBand({ files: new MemoryFiles(), folders: ['file:///w/'] });
  await server.open(spelled, '### a-1\n- **Status:** pending\n');
  const snapshot = await server.untilScanned();
  await server.until('it', () => server.snapshots.at(-1)?.queues.length === 1);
  expect(snapshot).toBeDefined();
  expect(server.snapshots.at(-1)?.queues[0]?.name).toBe('with space/PROACTIVE-JOBS-x.md');
});
