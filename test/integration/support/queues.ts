// What the tests of the extension share: its api, queue files of their own, and the problems of a file.
import * as fs from 'node:fs/promises';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../client/src/extensionApi';
import { allNodes } from '../../../client/src/tree/findNode';
import type { QueueNode } from '../../../client/src/tree/queueNode';
import { activateExtension, until, workspaceFile } from './editor';

/** The api of the activated extension, once its server has drawn a picture of the workspace. */
export async function readyApi(): Promise<ExtensionApi> {
  const api = (await activateExtension()).exports as ExtensionApi;
  await until(
    'a picture of the queues',
    () => api.snapshot.queues.length > 0 && !api.snapshot.scanning && !api.isStale,
    30_000,
  );
  return api;
}

/** Codes of our diagnostics of a file. */
export function codesOf(uri: vscode.Uri): readonly string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'proactive-jobs')
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

/** Waits for a code to come. */
export async function untilCode(uri: vscode.Uri, code: string): Promise<void> {
  await until(`${code} in ${uri.path}`, () => codesOf(uri).includes(code));
}

/** Waits for a code to go. */
export async function untilNoCode(uri: vscode.Uri, code: string): Promise<void> {
  await until(`no ${code} in ${uri.path}`, () => !codesOf(uri).includes(code));
}

/** Writes a file behind the editor's back, again and again until it is noticed: watchers begin late. */
export async function writeUntil(
  uri: vscode.Uri,
  text: string,
  what: string,
  isNoticed: () => boolean,
): Promise<void> {
  let attempt = 0;
  await until(
    what,
    async () => {
      if (isNoticed()) return true;
      // Once a second is enough, and gives the editor time to look.
      if (attempt++ % 40 === 0) await fs.writeFile(uri.fsPath, text);
      return false;
    },
    30_000,
  );
}

let queues = 0;

/**
 * A queue of one test alone in the open workspace: a document that a test has opened lives on for minutes after its
 * editor is closed, and so do its problems, although its file is gone.
 */
export function ownQueue(suite: string): { readonly uri: vscode.Uri; readonly id: string } {
  queues += 1;
  // Each suite is bundled on its own and counts on its own.
  const id = `own-${suite}-${queues}`;
  return { uri: workspaceFile(`PROACTIVE-JOBS-${id}.md`), id };
}

/** Text with one task that waits for `dependency`. */
export function taskText(id: string, dependency = 'none'): string {
  return `# Test\n\n## Phase 1\n\n### ${id}: Try\n- **Status:** pending\n- **Model:** any\n- **Dependencies:** ${dependency}\n`;
}

/** Takes the file away, whether it is there or not. */
export async function removeFile(uri: vscode.Uri): Promise<void> {
  await fs.rm(uri.fsPath, { force: true });
}

/** The node with that label, wherever it stands in the tree. */
export function nodeOf(api: ExtensionApi, label: string): QueueNode | undefined {
  return allNodes(api.nodes).find((node) => node.label === label);
}
