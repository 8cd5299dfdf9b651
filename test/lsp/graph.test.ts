/** The dependency graph through the running server: what is drawn, and every change that a person can make on it. */
import {
  ApplyWorkspaceEditRequest,
  TextDocumentEdit,
  type ApplyWorkspaceEditParams,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect, test } from 'vitest';
import {
  graphEditRequest,
  graphRequest,
  type GraphEdit,
  type GraphEditResult,
  type GraphResult,
} from '../../server/src/protocol/graphMessages';
import { startInBand, type InBandServer } from '../support/inBandServer';
import { MemoryFiles } from '../support/memoryFiles';

const folder = 'file:///w';
const uri = `${folder}/PROACTIVE-JOBS.md`;
const other = `${folder}/PROACTIVE-JOBS-far.md`;
const text = `# Jobs

**Slots:** 1/2 occupied

## Phase 1: Build

### p1-1: Lay the ground
- **Status:** complete

### p1-2: Raise the walls
- **Status:** in-progress
- **Priority:** P1
- **Dependencies:** p1-1

## Phase 2: Move in

### p2-1: Carry the boxes
- **Status:** pending
- **Dependencies:** Phase 1

### p2-2: Hang the pictures
- **Status:** pending
- **Dependencies:** p2-1, far-1
`;
const far = `# Far\n\n### far-1: Order the pictures\n- **Status:** pending\n`;

const key = (id: string, queue = uri): string => `${queue}\n${id}`;

interface Drawn {
  readonly server: InBandServer;
  readonly graph: () => Promise<NonNullable<GraphResult>>;
  readonly edit: (edit: GraphEdit) => Promise<GraphEditResult>;
  /** The text as the editor has it, and how many changes it was asked for. */
  readonly text: () => string;
  readonly changes: () => number;
}

async function draw(own = text): Promise<Drawn> {
  const files = new MemoryFiles({ [uri]: own, [other]: far });
  const server = await startInBand({ files, folders: [folder] });
  await server.untilRead();
  let document = TextDocument.create(uri, 'markdown', 1, own);
  let changes = 0;
  await server.open(uri, own);
  server.connection.onRequest(
    ApplyWorkspaceEditRequest.type,
    async ({ edit }: ApplyWorkspaceEditParams) => {
      changes += 1;
      for (const change of edit.documentChanges ?? []) {
        if (!TextDocumentEdit.is(change)) throw new Error('only texts are edited');
        expect(change.textDocument).toEqual({ uri, version: document.version });
        const edits = change.edits.filter((each) => 'newText' in each);
        const after = TextDocument.applyEdits(document, edits);
        document = TextDocument.create(uri, 'markdown', document.version + 1, after);
        await server.change(uri, document.version, after);
      }
      return { applied: true };
    },
  );
  const ask = <T>(request: string, params: object): Promise<T> =>
    server.connection.sendRequest(request, { queueUri: uri, ...params });
  return {
    server,
    graph: () => ask(graphRequest, {}),
    edit: (edit) => ask(graphEditRequest, { edit }),
    text: () => document.getText(),
    changes: () => changes,
  };
}

test('lanes, tasks, edges and the plan of a queue', async () => {
  const { graph } = await draw();
  const drawn = await graph();
  expect(drawn).toMatchObject({
    queueUri: uri,
    queueName: 'PROACTIVE-JOBS.md',
    slots: { max: 2, declared: true, inUse: 1 },
  });
  expect(drawn.lanes.map(({ title, done, total }) => [title, done, total])).toEqual([
    ['PROACTIVE-JOBS-far.md', 0, 1],
    ['Phase 1: Build', 1, 2],
    ['Phase 2: Move in', 0, 2],
  ]);
  expect(
    drawn.tasks.map(({ id, wave, blocks, waitsFor, slack, isCritical, isForeign }) => ({
      ...{ id, wave, blocks, waitsFor, slack, isCritical, isForeign },
    })),
  ).toEqual([
    { id: 'p1-1', blocks: 0, waitsFor: 0, isCritical: false, isForeign: false },
    { id: 'p1-2', wave: 0, blocks: 2, waitsFor: 0, slack: 0, isCritical: true, isForeign: false },
    { id: 'p2-1', wave: 1, blocks: 1, waitsFor: 1, slack: 0, isCritical: true, isForeign: false },
    { id: 'p2-2', wave: 2, blocks: 0, waitsFor: 3, slack: 0, isCritical: true, isForeign: false },
    { id: 'far-1', wave: 0, blocks: 1, waitsFor: 0, slack: 1, isCritical: false, isForeign: true },
  ]);
  expect(drawn.edges.map(({ from, to, kind, fulfilment }) => [from, to, kind, fulfilment])).toEqual(
    [
      [key('p1-2'), key('p1-1'), 'dependency', 'met'],
      [key('p2-1'), key('p1-2'), 'phase', 'unmet'],
      [key('p2-2'), key('p2-1'), 'dependency', 'unmet'],
      [key('p2-2'), key('far-1', other), 'dependency', 'unmet'],
    ],
  );
  expect(drawn.waves).toEqual([[key('p1-2')], [key('p2-1')], [key('p2-2')]]);
  expect(drawn.waterfall).toEqual([
    { key: key('p1-2'), slot: 0, start: 0, end: 1 },
    { key: key('p2-1'), slot: 0, start: 1, end: 2 },
    { key: key('p2-2'), slot: 0, start: 2, end: 3 },
  ]);
  expect(drawn.criticalPath).toEqual([key('p1-2'), key('p2-1'), key('p2-2')]);
  expect(drawn.tasks[3]?.notReady).toEqual(['It waits for p2-1 (pending) and far-1 (pending).']);
});

test('nothing for what is no queue', async () => {
  const { server } = await draw();
  expect(
    await server.connection.sendRequest(graphRequest, { queueUri: 'file:///w/README.md' }),
  ).toBeNull();
});

test('a line is drawn, and what closes a ring is refused with the ring', async () => {
  const { edit, graph, text: now, changes } = await draw();
  expect(await edit({ kind: 'addDependency', from: key('p2-2'), to: key('p1-2') })).toEqual({
    kind: 'applied',
    description: 'Let p2-2 wait for p1-2.',
  });
  expect(now()).toContain('- **Dependencies:** p2-1, far-1, p1-2\n');
  expect(changes()).toBe(1);
  expect((await graph()).edges).toContainEqual(
    expect.objectContaining({ from: key('p2-2'), to: key('p1-2'), kind: 'dependency' }),
  );
  expect(await edit({ kind: 'addDependency', from: key('p1-2'), to: key('p2-2') })).toEqual({
    kind: 'refused',
    why: 'That would close a ring, and none of these could start: p1-2 → p2-2 → p1-2.',
  });
  expect(changes()).toBe(1);
});

test('a line is taken out: of a task, and of a phase as a whole', async () => {
  const { edit, text: now } = await draw();
  expect(
    await edit({ kind: 'removeDependency', from: key('p2-2'), to: key('far-1', other) }),
  ).toEqual({ kind: 'applied', description: 'Let p2-2 no longer wait for far-1.' });
  expect(now()).toContain('- **Dependencies:** p2-1\n');
  expect(await edit({ kind: 'removeDependency', from: key('p2-1'), to: key('p1-2') })).toEqual({
    kind: 'applied',
    description: 'Let p2-1 no longer wait for Phase 1 (2 tasks).',
  });
  expect(now()).not.toContain('Phase 1\n');
  expect(await edit({ kind: 'removeDependency', from: key('p2-1'), to: key('p1-2') })).toEqual({
    kind: 'refused',
    why: 'That is no longer waited for. The graph has been drawn again.',
  });
});

test('waiting for a lane ends with the reference to its phase', async () => {
  const many = Array.from({ length: 14 }, (_, i) => `### p1-${i + 3}\n- **Status:** pending\n\n`);
  const {
    edit,
    graph,
    text: now,
  } = await draw(text.replace('## Phase 2', `${many.join('')}## Phase 2`));
  const edges = (await graph()).edges.filter(({ from }) => from === key('p2-1'));
  const lane = (await graph()).lanes.find(({ title }) => title === 'Phase 1: Build');
  expect(edges).toMatchObject([{ to: lane?.key, kind: 'phase', fulfilment: 'unmet' }]);
  expect(await edit({ kind: 'removeDependency', from: key('p2-1'), to: lane?.key ?? '' })).toEqual({
    kind: 'applied',
    description: 'Let p2-1 no longer wait for Phase 1 (16 tasks).',
  });
  expect(now()).not.toContain(': Phase 1\n');
});

test('a status is set, with the slot line', async () => {
  const { edit, text: now, changes } = await draw();
  expect(await edit({ kind: 'setStatus', key: key('p1-2'), status: 'complete' })).toEqual({
    kind: 'applied',
    description: 'Set p1-2 to complete.',
  });
  expect(now()).toContain('**Slots:** 0/2 occupied');
  expect(changes()).toBe(1);
});

test('a task is added after another one, and waits for it', async () => {
  const { edit, text: now } = await draw();
  const added = { kind: 'addTaskAfter', key: key('p2-1'), id: 'p2-1-b', title: 'Unpack' } as const;
  expect(await edit(added)).toEqual({ kind: 'applied', description: 'Add p2-1-b.' });
  expect(now()).toContain(
    '### p2-1-b: Unpack\n- **Status:** pending\n- **Dependencies:** p2-1\n\n### p2-2',
  );
  expect(await edit(added)).toEqual({
    kind: 'refused',
    why: '`p2-1-b` is already declared.',
  });
});

test('a task moves to another lane', async () => {
  const { edit, graph, text: now } = await draw(text.replace('p2-1, far-1', 'far-1'));
  const lane = (await graph()).lanes.find(({ title }) => title === 'Phase 1: Build');
  const moved = { kind: 'moveToLane', key: key('p2-2'), lane: lane?.key ?? '' } as const;
  expect(await edit(moved)).toEqual({
    kind: 'applied',
    description: 'Move p2-2 to Phase 1: Build.',
  });
  expect(now().indexOf('### p2-2')).toBeLessThan(now().indexOf('## Phase 2'));
  expect(await edit({ ...moved, lane: `${other}\n@` })).toEqual({
    kind: 'refused',
    why: '`p2-2` cannot be moved into another queue here. Move it by hand.',
  });
});

test('a move that closes a ring is refused: who waits for the phase waits for the task, too', async () => {
  const { edit, graph, changes } = await draw();
  const lane = (await graph()).lanes.find(({ title }) => title === 'Phase 1: Build');
  expect(await edit({ kind: 'moveToLane', key: key('p2-2'), lane: lane?.key ?? '' })).toEqual({
    kind: 'refused',
    why: 'There, these would wait for each other and none could start: p2-2 → p2-1 → p2-2.',
  });
  expect(changes()).toBe(0);
});

test('what is gone, foreign or unknown is refused with the reason', async () => {
  const { edit, changes } = await draw();
  const refused = async (given: GraphEdit): Promise<string> => {
    const result = await edit(given);
    return result.kind === 'refused' ? result.why : '';
  };
  expect(await refused({ kind: 'setStatus', key: key('p9-9'), status: 'complete' })).toBe(
    'No task `p9-9` is declared any more. The graph has been drawn again.',
  );
  expect(await refused({ kind: 'setStatus', key: key('far-1', other), status: 'complete' })).toBe(
    '`far-1` stands in another queue. Show the graph of that queue to change it.',
  );
  expect(await refused({ kind: 'setStatus', key: key('p2-1'), status: 'unknown' })).toBe(
    'That is no change this server knows. Reload the window.',
  );
  expect(await refused({ kind: 'explode' } as unknown as GraphEdit)).toBe(
    'That is no change this server knows. Reload the window.',
  );
  expect(await refused(null as unknown as GraphEdit)).toBe(
    'That is no change this server knows. Reload the window.',
  );
  expect(changes()).toBe(0);
});
