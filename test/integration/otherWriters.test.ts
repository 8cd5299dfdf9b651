// Others write, delete or replace the queue just before we edit it: theirs is not lost, and nothing comes back from the dead.
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeEditors, until } from './support/editor';
import { nodeOf, ownQueue, readyApi, untilCode, untilNoCode, writeUntil } from './support/queues';

const code = 'queue-shrunk';

suite('an edit by us and other writers', () => {
  let { uri, id } = ownQueue('others');
  let document: vscode.TextDocument;
  const task = (name: string) => `### ${id}-${name}: Do it\n- **Status:** pending\n\n`;
  const head = '# Test\n\n## Phase 1\n\n';
  const restore = () =>
    vscode.commands.executeCommand('proactiveJobs.restoreLostTasks', {
      uri: uri.toString(),
      tasks: 'unfinished',
    });

  // A queue that has lost tasks, open in an editor that shows it as it is.
  setup(async () => {
    ({ uri, id } = ownQueue('others'));
    const api = await readyApi();
    const whole = head + ['a', 'b', 'c', 'd'].map(task).join('');
    await writeUntil(uri, whole, 'the queue', () => nodeOf(api, `${id}-d`) !== undefined);
    await fs.writeFile(uri.fsPath, head + task('a'));
    await untilCode(uri, code);
    document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await until('the text', () => document.getText() === head + task('a'));
  });
  teardown(async () => {
    await closeEditors();
    await fs.rm(uri.fsPath, { recursive: true, force: true });
  });

  test('what was written a moment before is kept, and the edit is saved over it', async () => {
    await fs.writeFile(uri.fsPath, head + task('a') + task('agent'));
    await restore();
    await untilNoCode(uri, code);
    const text = await fs.readFile(uri.fsPath, 'utf8');
    for (const name of ['a', 'agent', 'b', 'c', 'd']) assert.ok(text.includes(task(name)), text);
    assert.equal(document.isDirty, false);
    assert.equal(document.getText(), text);
  });

  test('a queue that was deleted while it is open is not written anew', async () => {
    await fs.rm(uri.fsPath);
    await restore();
    assert.equal(existsSync(uri.fsPath), false);
    assert.equal(document.isDirty, false);
  });

  test('a folder in the place of the queue is left alone, and the editor without changes', async () => {
    await fs.rm(uri.fsPath);
    await fs.mkdir(uri.fsPath);
    await restore();
    assert.equal(document.isDirty, false);
    assert.deepEqual(await fs.readdir(uri.fsPath), []);
  });
});
