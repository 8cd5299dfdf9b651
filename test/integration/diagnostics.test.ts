// Problems in a real VS Code: of closed files, of unsaved text, of files that others change.
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as vscode from 'vscode';
import { closeEditors, until, workspaceFile } from './support/editor';
import {
  codesOf,
  ownQueue,
  readyApi,
  removeFile,
  taskText,
  untilCode,
  untilNoCode,
  writeUntil,
} from './support/queues';

const code = 'unresolved-dependency';

suite('diagnostics', () => {
  let queue = ownQueue('diagnostics').uri;
  let id = '';
  setup(async () => {
    ({ uri: queue, id } = ownQueue('diagnostics'));
    await readyApi();
  });
  teardown(async () => {
    await closeEditors();
    await removeFile(queue);
  });

  test('a queue that is not open has its problems, each with its page', async () => {
    const uri = workspaceFile('PROACTIVE-JOBS.md');
    await until('problems', () => codesOf(uri).length > 5);
    assert.equal(
      vscode.workspace.textDocuments.some((d) => d.uri.fsPath === uri.fsPath),
      false,
    );
    for (const { code: value, source } of vscode.languages.getDiagnostics(uri)) {
      assert.equal(source, 'proactive-jobs');
      assert.ok(typeof value === 'object');
      assert.match(value.target.toString(), new RegExp(`/docs/rules/${value.value}\\.md$`));
    }
  });

  test('a file that others write, change and delete is followed', async () => {
    await writeUntil(queue, taskText(id, 'gone-9'), 'the new file', () =>
      codesOf(queue).includes(code),
    );
    await fs.writeFile(queue.fsPath, taskText(id));
    await untilNoCode(queue, code);
    await fs.writeFile(queue.fsPath, taskText(id, 'gone-9'));
    await untilCode(queue, code);
    await removeFile(queue);
    await untilNoCode(queue, code);
  });

  test('unsaved text wins over the disk, until it is closed', async () => {
    // Where VS Code is served to a browser it saves by itself after a second.
    await vscode.workspace
      .getConfiguration('files')
      .update('autoSave', 'off', vscode.ConfigurationTarget.Workspace);
    await fs.writeFile(queue.fsPath, taskText(id));
    const document = await vscode.workspace.openTextDocument(queue);
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    const start = document.getText().indexOf('none');
    edit.replace(
      queue,
      new vscode.Range(document.positionAt(start), document.positionAt(start + 4)),
      'gone-9',
    );
    await vscode.workspace.applyEdit(edit);
    await untilCode(queue, code);
    assert.equal(document.isDirty, true);
    await closeEditors();
    await untilNoCode(queue, code);
    await vscode.workspace
      .getConfiguration('files')
      .update('autoSave', undefined, vscode.ConfigurationTarget.Workspace);
  });

  test('a setting changes the severity, and takes a code away', async () => {
    await writeUntil(queue, taskText(id, 'gone-9'), 'the new file', () =>
      codesOf(queue).includes(code),
    );
    const settings = vscode.workspace.getConfiguration('proactiveJobs.rules');
    const target = vscode.ConfigurationTarget.Workspace;
    try {
      await settings.update(code, 'hint', target);
      await until('a hint', () =>
        vscode.languages
          .getDiagnostics(queue)
          .some(({ severity }) => severity === vscode.DiagnosticSeverity.Hint),
      );
      await settings.update(code, 'off', target);
      await untilNoCode(queue, code);
    } finally {
      await settings.update(code, undefined, target);
    }
    await untilCode(queue, code);
  });
});
