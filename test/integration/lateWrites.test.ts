// A worker writes the queue in the moment in which the editor saves it: its text is seen, and not saved over.
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { closeEditors, until } from './support/editor';
import { nodeOf, ownQueue, readyApi, removeFile, taskText, writeUntil } from './support/queues';

/** Another thread, which lets no time pass between the save and its own write. */
const writeOnSight = `
  const { readFileSync, writeFileSync } = require('node:fs');
  const { parentPort, workerData: { path, sign, text } } = require('node:worker_threads');
  parentPort.postMessage('watching');
  const end = Date.now() + 10_000;
  while (!readFileSync(path, 'utf8').includes(sign)) if (Date.now() > end) process.exit(1);
  writeFileSync(path, text);
`;

suite('a write in the moment of a save', () => {
  const { uri, id } = ownQueue('late');

  teardown(async () => {
    await closeEditors();
    await removeFile(uri);
  });

  test('is shown in the editor and in the tree, and kept by the next save', async () => {
    const api = await readyApi();
    await writeUntil(uri, taskText(id), 'the queue', () => nodeOf(api, id) !== undefined);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    // VS Code is not always so unlucky as to look at the file only after the other write.
    for (const round of ['one', 'two', 'three']) {
      const sign = `saved in round ${round}`;
      const text = taskText(`${id}-${round}`);
      const data = { path: uri.fsPath, sign, text };
      const other = new Worker(writeOnSight, { eval: true, workerData: data });
      const ended = new Promise<number>((resolve) => other.once('exit', resolve));
      await new Promise((resolve) => other.once('message', resolve));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uri, new vscode.Position(document.lineCount, 0), `\n${sign}\n`);
      await vscode.workspace.applyEdit(edit);
      await document.save();
      assert.equal(await ended, 0);
      await until('the text of the other', () => document.getText() === text);
      await until('the task of the other', () => nodeOf(api, `${id}-${round}`) !== undefined);
      assert.equal(await fs.readFile(uri.fsPath, 'utf8'), text);
      assert.equal(document.isDirty, false);
    }
  });
});
