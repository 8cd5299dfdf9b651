// Code actions over the wire: quick fixes with their diagnostics, all of a kind, and fixes on saving.
import {
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  type CodeAction,
  type Diagnostic,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect, test } from 'vitest';
import { startInBand, type InBandServer } from '../support/inBandServer';
import { MemoryFiles } from '../support/memoryFiles';

const folder = 'file:///w';
const queue = `${folder}/PROACTIVE-JOBS.md`;
const text = `# Jobs 🧪

### p1-1: Plan it ✅
- **Status:** complete

### p1-2: Build it
- **Status:** pending
- **Dependencies:** p1-1 ❌, p1-11

### p1-3: Ship it
- **Status:** blocked
- **Dependencies:** p1-1 ⏳
`;

async function serving(words = text): Promise<InBandServer> {
  const server = await startInBand({ files: new MemoryFiles(), folders: [folder] });
  await server.open(queue, words, 7);
  await server.untilScanned();
  return server;
}

async function actionsAt(
  server: InBandServer,
  diagnostic: Diagnostic,
  only?: string[],
): Promise<readonly CodeAction[]> {
  const answer = await server.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: queue },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic], ...(only ? { only } : {}) },
  });
  return (answer ?? []) as CodeAction[];
}

function diagnosticOf(server: InBandServer, code: string): Diagnostic {
  const found = server.of(queue).find((d) => d.code === code);
  if (!found) throw new Error(`no ${code} among ${server.codes(queue).join()}`);
  return found;
}

function changed(edit: WorkspaceEdit | undefined, words = text): string {
  const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  expect(change?.textDocument).toEqual({ uri: queue, version: 7 });
  const document = TextDocument.create(queue, 'markdown', 7, words);
  return TextDocument.applyEdits(document, (change?.edits ?? []) as never);
}

test('a quick fix comes with its diagnostic and the version it was made for', async () => {
  const server = await serving();
  await server.untilCode(queue, 'stale-blocked');
  const diagnostic = diagnosticOf(server, 'stale-blocked');
  const [fix] = await actionsAt(server, diagnostic);
  expect(fix).toMatchObject({
    title: 'Set `p1-3` to pending',
    kind: CodeActionKind.QuickFix,
    isPreferred: true,
    diagnostics: [diagnostic],
  });
  expect(changed(fix?.edit)).toBe(text.replace('blocked', 'pending'));
});

test('all of a kind in the file: worked out when it is chosen', async () => {
  const server = await serving();
  await server.untilCode(queue, 'dep-annotation-drift');
  const actions = await actionsAt(server, diagnosticOf(server, 'dep-annotation-drift'));
  expect(actions.map((a) => a.title)).toEqual([
    'Mark `p1-1` as done',
    'Remove the mark of `p1-1`',
    'Fix all 2 dep-annotation-drift in this file',
  ]);
  const all = actions.at(-1) as CodeAction;
  expect(all.edit).toBeUndefined();
  const resolved = await server.connection.sendRequest(CodeActionResolveRequest.type, all);
  expect(changed(resolved.edit)).toBe(text.replace('❌', '✅').replace('⏳', '✅'));
});

test('on saving: only what leaves nothing to decide', async () => {
  const server = await serving();
  await server.untilCode(queue, 'unresolved-dependency');
  const diagnostic = diagnosticOf(server, 'unresolved-dependency');
  for (const only of [
    [CodeActionKind.SourceFixAll],
    [CodeActionKind.Source],
    ['source.fixAll.proactive-jobs'],
  ]) {
    const [action, ...more] = await actionsAt(server, diagnostic, only);
    expect(more).toEqual([]);
    expect(action?.kind).toBe('source.fixAll.proactive-jobs');
    const resolved = await server.connection.sendRequest(
      CodeActionResolveRequest.type,
      action as CodeAction,
    );
    expect(changed(resolved.edit)).toBe(text.replace('❌', '✅').replace('⏳', '✅'));
  }
  expect(await actionsAt(server, diagnostic, [CodeActionKind.Refactor])).toEqual([]);
});

test('a healthy place offers nothing, nor does a note', async () => {
  const server = await serving();
  const context = { diagnostics: [] };
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const ask = (uri: string) =>
    server.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context,
    });
  expect(await ask(queue)).toEqual([]);
  expect(await ask(`${folder}/notes.md`)).toBeNull();
});

test('fixes speak of the text as it is typed', async () => {
  const server = await serving();
  await server.untilCode(queue, 'stale-blocked');
  const diagnostic = diagnosticOf(server, 'stale-blocked');
  await server.change(queue, 8, text.replace('blocked', 'pending'));
  expect(await actionsAt(server, diagnostic)).toEqual([]);
});

test('nonsense in what is to be worked out later is answered as it came', async () => {
  const server = await serving();
  for (const data of [
    undefined,
    7,
    { uri: 3 },
    { uri: queue, codes: 'mojibake' },
    { uri: 'x:/y', codes: ['no-such'] },
  ]) {
    const action: CodeAction = { title: 'T', ...(data === undefined ? {} : { data }) };
    const resolved = await server.connection.sendRequest(CodeActionResolveRequest.type, action);
    expect(resolved.edit).toBeUndefined();
  }
});
