import {
  HoverRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRequest,
  type Hover,
  type SemanticTokens,
  type SemanticTokensDelta,
} from 'vscode-languageserver/node';
import { expect, test } from 'vitest';
import {
  semanticTokenModifiers,
  semanticTokenTypes,
} from '../../server/src/core/features/semanticTokens';
import { startInBand, type InBandServer } from '../support/inBandServer';
import { MemoryFiles } from '../support/memoryFiles';

const folder = 'file:///w';
const queue = `${folder}/PROACTIVE-JOBS.md`;
const note = `${folder}/scheduler/progress/notes.md`;
const text = `# Jobs 🧪

### p1-1: Plan it
- **Status:** in-progress

### p1-2: Build it
- **Status:** pending
- **Model:** opus
- **Dependencies:** p1-1
`;

async function hover(server: InBandServer, uri: string, line: number, character: number) {
  const position = { line, character };
  const params = { textDocument: { uri }, position };
  return server.connection.sendRequest(HoverRequest.type, params);
}

function valueOf(hover: Hover | null): string {
  return hover !== null && typeof hover.contents === 'object' && 'value' in hover.contents
    ? hover.contents.value
    : '';
}

/** `line:start+length type.modifier` of each token. */
function decode({ data }: SemanticTokens): readonly string[] {
  const tokens: string[] = [];
  let line = 0;
  let start = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, units = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
    start = lines > 0 ? units : start + units;
    line += lines;
    const modifiers = semanticTokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    tokens.push(`${line}:${start}+${length} ${[semanticTokenTypes[type], ...modifiers].join('.')}`);
  }
  return tokens;
}

test('an id in a queue tells what is known of its task', async () => {
  const server = await startInBand({
    files: new MemoryFiles({ [queue]: text }),
    folders: [folder],
  });
  await server.untilScanned();
  const found = await hover(server, queue, 8, 20);
  expect(valueOf(found)).toContain('Plan it');
  expect(valueOf(found)).toContain('in-progress');
  expect(found?.range).toEqual({
    start: { line: 8, character: 20 },
    end: { line: 8, character: 24 },
  });
  expect(await hover(server, queue, 0, 3)).toBeNull();
});

test('an id in a note of the scheduler does, too, at its UTF-16 place', async () => {
  const server = await startInBand({
    files: new MemoryFiles({ [queue]: text }),
    folders: [folder],
  });
  await server.open(note, '🧪🧪 see p1-2 for more\r\nand p1-9 too\n');
  await server.untilScanned();
  const found = await hover(server, note, 0, 11);
  expect(valueOf(found)).toContain('Build it');
  expect(found?.range).toEqual({
    start: { line: 0, character: 9 },
    end: { line: 0, character: 13 },
  });
});

test('a hover speaks of the text as it is typed', async () => {
  const server = await startInBand({
    files: new MemoryFiles({ [queue]: text }),
    folders: [folder],
  });
  await server.open(queue, text);
  await server.untilScanned();
  await server.change(queue, 2, text.replace('in-progress', 'blocked'));
  expect(valueOf(await hover(server, queue, 2, 5))).toContain('blocked');
});

test('ids, statuses and models are coloured', async () => {
  const server = await startInBand({ files: new MemoryFiles(), folders: [folder] });
  await server.open(queue, text);
  const tokens = await server.connection.sendRequest(SemanticTokensRequest.type, {
    textDocument: { uri: queue },
  });
  expect(decode(tokens ?? { data: [] })).toEqual([
    '2:4+4 taskId.declaration.active',
    '3:14+11 taskStatus.active',
    '5:4+4 taskId.declaration.pending',
    '6:14+7 taskStatus.pending',
    '7:13+4 taskModel',
    '8:20+4 taskReference.active',
  ]);
});

test('what has changed is sent as a difference', async () => {
  const server = await startInBand({ files: new MemoryFiles(), folders: [folder] });
  await server.open(queue, text);
  const textDocument = { uri: queue };
  const first = await server.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  const previousResultId = first?.resultId ?? '';
  expect(previousResultId).not.toBe('');
  await server.change(queue, 2, text.replace('opus', 'haiku'));
  const params = { textDocument, previousResultId };
  const delta = await server.connection.sendRequest(SemanticTokensDeltaRequest.type, params);
  const { edits } = delta as SemanticTokensDelta;
  expect(edits).toEqual([{ start: 22, deleteCount: 1, data: [5] }]);
  const unknown = { textDocument, previousResultId: 'from another life' };
  const full = await server.connection.sendRequest(SemanticTokensDeltaRequest.type, unknown);
  expect(decode(full as SemanticTokens)).toHaveLength(6);
});

test('a note has no colours of ours', async () => {
  const server = await startInBand({ files: new MemoryFiles(), folders: [folder] });
  await server.open(note, text);
  const tokens = await server.connection.sendRequest(SemanticTokensRequest.type, {
    textDocument: { uri: note },
  });
  expect(tokens).toEqual({ data: [] });
});
