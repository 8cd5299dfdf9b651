// The extension comes to life in a real VS Code when a workspace with a queue is opened.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateExtension, until } from './support/editor';

suite('activation', () => {
  test('a workspace with a queue activates the extension by itself', async () => {
    await until(
      'the extension to activate',
      () => vscode.extensions.getExtension('proactive-jobs.proactive-jobs')?.isActive,
    );
  });

  test('every command of the manifest is registered', async () => {
    const extension = await activateExtension();
    const manifest = extension.packageJSON as {
      contributes: { commands: readonly { command: string }[] };
    };
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands
      .map(({ command }) => command)
      .filter((command) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
