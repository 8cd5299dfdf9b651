// The tree and its commands in a real VS Code.
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as vscode from 'vscode';
import { allNodes } from '../../client/src/tree/findNode';
import { closeEditors, until, workspaceFile } from './support/editor';
import { nodeOf, ownQueue, readyApi, removeFile, taskText, writeUntil } from './support/queues';

suite('tree', () => {
  let queue = ownQueue('tree').uri;
  let id = '';
  setup(async () => {
    ({ uri: queue, id } = ownQueue('tree'));
    const api = await readyApi();
    await writeUntil(queue, taskText(id), 'the task', () => nodeOf(api, id) !== undefined);
  });
  teardown(async () => {
    await closeEditors();
    await removeFile(queue);
  });

  test('every queue, phase and task stands in it, each with its own id', async () => {
    const api = await readyApi();
    const names = api.snapshot.queues.map(({ name }) => name);
    assert.deepEqual(
      api.nodes.map(({ label }) => label),
      names,
    );
    const ids = allNodes(api.nodes).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const task = nodeOf(api, id);
    assert.equal(task?.description, 'pending, ready · Try');
    assert.equal(api.treeMessage ?? '', '');
  });

  test('a click on a task goes to its line', async () => {
    const api = await readyApi();
    await vscode.commands.executeCommand('proactiveJobs.openTask', nodeOf(api, id));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.fsPath, queue.fsPath);
    assert.equal(editor.selection.active.line, 4);
  });

  test('from the text to the tree and back', async () => {
    const document = await vscode.workspace.openTextDocument(queue);
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(6, 0, 6, 0);
    await vscode.commands.executeCommand('proactiveJobs.revealInTree');
    const api = await readyApi();
    await until('the selection', () => api.selection[0]?.label === id);
  });

  test('what is typed shows at once, before it is saved', async () => {
    const api = await readyApi();
    const document = await vscode.workspace.openTextDocument(queue);
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    const start = document.getText().indexOf('pending');
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + 7));
    edit.replace(queue, range, 'blocked');
    await vscode.workspace.applyEdit(edit);
    await until('the status', () => nodeOf(api, id)?.description.startsWith('blocked'));
  });

  test('creating a queue never overwrites one', async () => {
    const existing = workspaceFile('PROACTIVE-JOBS.md');
    const before = await fs.readFile(existing.fsPath, 'utf8');
    await vscode.commands.executeCommand('proactiveJobs.createQueue');
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, existing.fsPath);
    assert.equal(vscode.window.activeTextEditor?.document.getText(), before);
    assert.equal(await fs.readFile(existing.fsPath, 'utf8'), before);
  });

  test('a refresh finds the same queues again', async () => {
    const api = await readyApi();
    const names = (): readonly string[] =>
      api.snapshot.queues.map(({ name }) => name).filter((name) => !name.includes('-own-'));
    const before = names();
    const { revision } = api.snapshot;
    await vscode.commands.executeCommand('proactiveJobs.refresh');
    await until('a new picture', () => api.snapshot.revision > revision);
    assert.deepEqual(names(), before);
  });
});
