// Hover, outline and colours through VS Code's own commands.
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as vscode from 'vscode';
import { closeEditors, until, workspaceFile } from './support/editor';
import { nodeOf, ownQueue, readyApi, removeFile, taskText, writeUntil } from './support/queues';

suite('language', () => {
  let queue = ownQueue('language').uri;
  let id = '';
  let note = queue;
  setup(async () => {
    ({ uri: queue, id } = ownQueue('language'));
    const api = await readyApi();
    await writeUntil(queue, taskText(id), 'the task', () => nodeOf(api, id) !== undefined);
    note = workspaceFile(`scheduler/note-${id}.md`);
    await fs.writeFile(note.fsPath, `The worker of ${id} says hello.\n`);
  });
  teardown(async () => {
    await closeEditors();
    await removeFile(queue);
    await removeFile(note);
  });

  async function hoverText(uri: vscode.Uri, needle: string): Promise<string> {
    const document = await vscode.workspace.openTextDocument(uri);
    const at = document.positionAt(document.getText().indexOf(needle) + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      at,
    );
    return hovers
      .flatMap(({ contents }) => contents)
      .map((part) => (typeof part === 'string' ? part : part.value))
      .join('\n');
  }

  test('an id tells of its task, in the queue and in the notes beside it', async () => {
    for (const uri of [queue, note]) {
      const text = await until(`a hover in ${uri.path}`, async () => {
        const hover = await hoverText(uri, id);
        return hover === '' ? undefined : hover;
      });
      assert.match(text, /Try/);
      assert.match(text, /pending/);
    }
  });

  test('the outline shows phases and their tasks', async () => {
    await vscode.workspace.openTextDocument(queue);
    const phase = await until('the outline', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        queue,
      );
      return symbols?.find(
        ({ name, children }) =>
          name === 'Phase 1' && children.some(({ detail }) => detail === 'pending'),
      );
    });
    assert.deepEqual(
      phase.children.map(({ name }) => name),
      [`${id}: Try`],
    );
  });

  test('ids and statuses have colours', async () => {
    await vscode.workspace.openTextDocument(queue);
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
      'vscode.provideDocumentSemanticTokensLegend',
      queue,
    );
    assert.ok(legend?.tokenTypes.includes('taskId'));
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
      'vscode.provideDocumentSemanticTokens',
      queue,
    );
    const types = [...(tokens?.data ?? [])].filter((_, i) => i % 5 === 3);
    assert.deepEqual(
      types.map((type) => legend?.tokenTypes[type]),
      ['taskId', 'taskStatus', 'taskModel'],
    );
  });

  test('other markdown files are left alone', async () => {
    const readme = workspaceFile('README.md');
    assert.doesNotMatch(await hoverText(readme, '#'), /Status/);
    assert.deepEqual(vscode.languages.getDiagnostics(readme), []);
  });
});
