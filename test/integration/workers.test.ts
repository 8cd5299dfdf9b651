// Workers in a real VS Code: a start by command, secrets, the scopes of settings.
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { allNodes } from '../../client/src/tree/findNode';
import { machineSettings } from '../../server/src/protocol/settings';
import { closeEditors, until, workspaceFile } from './support/editor';
import { ownQueue, readyApi, removeFile, taskText, writeUntil } from './support/queues';

const settings = () => vscode.workspace.getConfiguration('proactiveJobs');

suite('workers', () => {
  let queue = ownQueue('workers');
  setup(async () => {
    queue = ownQueue('workers');
    const api = await readyApi();
    const isKnown = (): boolean =>
      api.snapshot.queues.some(({ uri, ready }) => uri === queue.uri.toString() && ready === 1);
    await writeUntil(queue.uri, taskText(queue.id), 'the new queue', isKnown);
    await settings().update('workers.backend', 'queue', vscode.ConfigurationTarget.Workspace);
  });
  teardown(async () => {
    await settings().update('workers.backend', undefined, vscode.ConfigurationTarget.Workspace);
    await closeEditors();
    await removeFile(queue.uri);
    for (const place of ['spawn-queue', `progress/${queue.id}.md`])
      await fs.rm(workspaceFile(`scheduler/${place}`).fsPath, { recursive: true, force: true });
  });

  test('the lenses of a queue are those of its tasks, and nothing is forgotten of one that is old', async () => {
    await vscode.commands.executeCommand('vscode.open', queue.uri);
    const ask = async (): Promise<readonly vscode.Command[] | undefined> => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        queue.uri,
        10,
      );
      return found.length > 0 ? found.flatMap(({ command }) => command ?? []) : undefined;
    };
    const old = await until('lenses', ask);
    assert.deepEqual(await ask(), old, 'the same task has the same lenses');
    // Arguments are what VS Code forgets: without any, the command alone knows the task.
    assert.deepEqual(
      old.map(({ title, arguments: bound }) => [title.replace(/^.*\u00a0/, ''), bound]),
      [
        ['Spawn worker · any', undefined],
        ['Preview', undefined],
        ['Show in graph', undefined],
      ],
    );
    await vscode.commands.executeCommand(old[1]?.command ?? '');
    await until('the preview of that task', () =>
      vscode.window.visibleTextEditors.some(({ document }) =>
        document.uri.path.endsWith(`${queue.id}.md`),
      ),
    );
  });

  test('the preview of a task that was closed is made anew, with the words that somebody has saved', async () => {
    const api = await readyApi();
    const task = allNodes(api.nodes).find(({ label }) => label === queue.id);
    assert.ok(task?.key);
    const uri = vscode.Uri.from({
      ...{ scheme: 'proactive-jobs-prompt', path: `/task/${queue.id}.md`, query: task.key },
    });
    const isOpen = (): boolean =>
      vscode.workspace.textDocuments.some((each) => each.uri.toString() === uri.toString());
    const shown = async (): Promise<vscode.TextEditor> => {
      // Unlike `showTextDocument`, this leaves nothing open once the editor is closed.
      await vscode.commands.executeCommand('vscode.open', uri);
      return until('the preview', () => {
        const editor = vscode.window.activeTextEditor;
        return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
      });
    };
    const first = await shown();
    assert.match(first.document.getText(), /- Model: any/);
    const end = first.document.lineAt(first.document.lineCount - 1).range.end;
    await first.edit((edit) => {
      edit.insert(end, 'Bring your own flour.');
    });
    assert.ok(await first.document.save());
    await closeEditors();
    await until('the document to be closed', () => !isOpen());
    const changed = taskText(queue.id).replace('**Model:** any', '**Model:** haiku');
    await writeUntil(queue.uri, changed, 'the other model', () =>
      allNodes(api.nodes).some(
        ({ label, tooltip }) => label === queue.id && tooltip.includes('haiku'),
      ),
    );
    const text = (await shown()).document.getText();
    assert.match(text, /- Model: haiku/);
    assert.match(text, /Bring your own flour\.$/);
  });

  test('the template that was closed can be opened again', async () => {
    const uri = vscode.Uri.parse('proactive-jobs-prompt:/template/worker-prompt.md');
    await vscode.commands.executeCommand('vscode.open', uri);
    const document = await until('the template', () =>
      vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString()),
    );
    assert.notEqual(document.getText().trim(), '');
  });

  test('a hover may run our commands for its task and no other', async () => {
    await vscode.commands.executeCommand('vscode.open', queue.uri);
    const at = new vscode.Position(4, 6);
    const hovers = await until('a hover', async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        queue.uri,
        at,
      );
      return found.length > 0 ? found : undefined;
    });
    const contents = hovers.flatMap((hover) => hover.contents) as vscode.MarkdownString[];
    const ours = contents.find(({ value }) => value.includes('command:proactiveJobs.'));
    assert.ok(ours, contents.map(({ value }) => value).join('\n'));
    assert.equal(ours.supportHtml ?? false, false);
    const allowed = typeof ours.isTrusted === 'object' ? ours.isTrusted.enabledCommands : [];
    assert.ok(allowed.length > 0 && allowed.every((id) => id.startsWith('proactiveJobs.')));
  });

  test('what a workspace says of programs, arguments and addresses does not count', async () => {
    const file = workspaceFile('.vscode/settings.json');
    const before = await fs.readFile(file.fsPath, 'utf8').catch(() => undefined);
    const evil = {
      'proactiveJobs.process.command': '/tmp/evil',
      'proactiveJobs.process.args': ['--evil'],
      'proactiveJobs.process.preset': 'custom',
      'proactiveJobs.process.env': { EVIL: 'yes' },
      'proactiveJobs.acp.command': '/tmp/evil',
      'proactiveJobs.openclaw.url': 'ws://evil.example',
      'proactiveJobs.workers.maxConcurrent': 7,
    };
    try {
      await fs.mkdir(path.dirname(file.fsPath), { recursive: true });
      await fs.writeFile(file.fsPath, JSON.stringify(evil));
      // Once this one has come through, the others have been read, too.
      await until(
        'the settings of the workspace',
        () => settings().get<number>('workers.maxConcurrent') === 7,
      );
      for (const name of machineSettings) {
        const found = settings().inspect(name);
        assert.deepEqual(settings().get(name), found?.globalValue ?? found?.defaultValue, name);
      }
    } finally {
      if (before === undefined) await fs.rm(file.fsPath, { force: true });
      else await fs.writeFile(file.fsPath, before);
    }
  });

  test('settings for one machine or one user cannot be written to a workspace', async () => {
    for (const name of [...machineSettings, 'workers.confirmSpawn']) {
      await assert.rejects(
        Promise.resolve(settings().update(name, 'x', vscode.ConfigurationTarget.Workspace)),
        /workspace/i,
        name,
      );
    }
  });

  test('the token of the gateway goes into the secret storage and out again, and into no setting', async () => {
    await vscode.commands.executeCommand('proactiveJobs.setGatewayToken', 'a-secret-token');
    const api = await readyApi();
    assert.equal(await api.hasGatewayToken(), true);
    assert.ok(!JSON.stringify(settings()).includes('a-secret-token'));
    await vscode.commands.executeCommand('proactiveJobs.forgetGatewayToken');
    assert.equal(await api.hasGatewayToken(), false);
  });

  test('the template of a workspace is edited as a document, and kept as its setting', async () => {
    const template = () => settings().inspect<string>('workers.promptTemplate')?.workspaceValue;
    await vscode.commands.executeCommand('proactiveJobs.editPromptTemplate');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, 'proactive-jobs-prompt');
    assert.match(document?.getText() ?? '', /\$\{taskId\}/);
    try {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document?.uri ?? queue.uri, new vscode.Position(0, 0), 'Be brief.\n');
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.ok(await document?.save());
      assert.match((await until('the setting', template)).slice(0, 10), /Be brief\./);
      const key = `${queue.uri.toString()}\n${queue.id}`;
      const preview = await until('the new words', async () => {
        await vscode.commands.executeCommand('proactiveJobs.previewPrompt', key);
        const text = vscode.window.activeTextEditor?.document.getText() ?? '';
        return text.includes('Be brief.') ? text : undefined;
      });
      assert.match(preview, new RegExp(`# Worker for ${queue.id}`));
    } finally {
      const target = vscode.ConfigurationTarget.Workspace;
      await settings().update('workers.promptTemplate', undefined, target);
    }
  });

  test('a start by command is in queue, ledger, requests and tree', async () => {
    const api = await readyApi();
    const key = `${queue.uri.toString()}\n${queue.id}`;
    const node = api.nodes.find(({ target }) => target.uri === queue.uri.toString());
    const started = vscode.commands.executeCommand('proactiveJobs.fillFreeSlots', node);
    await until('the pick', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return api.workers.some((worker) => worker.key === key);
    });
    await started;
    const worker = api.workers.find((one) => one.key === key);
    assert.equal(worker?.state === 'started' || worker?.state === 'alive', true, worker?.state);
    assert.equal(worker?.run, 'queued');
    const text = await until('the queue', async () => {
      const now = await fs.readFile(queue.uri.fsPath, 'utf8');
      return now.includes('in-progress') ? now : undefined;
    });
    assert.match(text, /\*\*Attempt:\*\* 1/);
    const requests = await fs.readdir(workspaceFile('scheduler/spawn-queue/requests').fsPath);
    assert.ok(requests.length >= 1);
    await until('the tree', () =>
      allNodes(api.nodes).some(({ kind, key: of }) => kind === 'worker' && of === key),
    );
  });
});
