// The queue guard in a real VS Code: something else rewrites a queue, and what it took comes back.
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as vscode from 'vscode';
import { closeEditors, until } from './support/editor';
import {
  ownQueue,
  readyApi,
  removeFile,
  untilCode,
  untilNoCode,
  writeUntil,
} from './support/queues';

const code = 'queue-shrunk';

suite('queue guard', () => {
  let queue = ownQueue('guard').uri;
  let whole = '';
  let destroyed = '';

  setup(async () => {
    const own = ownQueue('guard');
    queue = own.uri;
    const task = (n: number, status: string): string =>
      `### ${own.id}-${n}: Part ${n}\n- **Status:** ${status}\n- **Model:** any\n\n`;
    whole = `# Guarded\n\n## Phase 1\n\n${task(1, 'complete')}${task(2, 'pending')}${task(3, 'blocked')}`;
    destroyed = `# Guarded\n\n## Phase 1\n\n${task(1, 'complete')}`;
    const api = await readyApi();
    const isKnown = (): boolean =>
      api.snapshot.queues.some(({ uri, total }) => uri === queue.toString() && total === 3);
    await writeUntil(queue, whole, 'the new queue', isKnown);
  });
  teardown(async () => {
    await closeEditors();
    await removeFile(queue);
  });

  test('lost tasks are restored, and the file is saved', async () => {
    await fs.writeFile(queue.fsPath, destroyed);
    await untilCode(queue, code);
    const order = { uri: queue.toString(), tasks: 'unfinished' };
    await vscode.commands.executeCommand('proactiveJobs.restoreLostTasks', order);
    assert.equal(await fs.readFile(queue.fsPath, 'utf8'), whole);
    await untilNoCode(queue, code);
  });

  test('the last good content is compared with the present one, and the change accepted', async () => {
    await fs.writeFile(queue.fsPath, destroyed);
    await untilCode(queue, code);
    await vscode.commands.executeCommand('vscode.open', queue);
    await vscode.commands.executeCommand('proactiveJobs.compareWithLastGood');
    const good = (): vscode.TextDocument | undefined =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'proactive-jobs-last-good');
    await until('the last good content', () => good()?.getText() === whole);
    assert.ok(vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('last good'));
    await vscode.commands.executeCommand('vscode.open', queue);
    await vscode.commands.executeCommand('proactiveJobs.acceptQueueChange');
    await untilNoCode(queue, code);
    assert.equal(await fs.readFile(queue.fsPath, 'utf8'), destroyed);
  });
});
