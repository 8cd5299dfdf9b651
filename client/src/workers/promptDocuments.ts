/**
 * The preview of a worker and the template as documents that can be edited and saved: `proactive-jobs-prompt:`. A saved
 * prompt is kept for the next start of its task; a saved template for the workspace.
 */
import * as vscode from 'vscode';
import {
  defaultTemplateRequest,
  planRequest,
  type PlanResult,
  type SpawnPlanView,
  type TaskParams,
} from '../../../server/src/protocol/workerMessages';
import type { QueueClient } from '../languageClient';
import { previewText, promptIn, promptLine } from './promptText';

const promptScheme = 'proactive-jobs-prompt';
const templateUri = vscode.Uri.from({ scheme: promptScheme, path: '/template/worker-prompt.md' });

export class PromptDocuments implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #client: QueueClient;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  /** What was shown or saved last, by URI. */
  readonly #texts = new Map<string, { readonly text: string; readonly at: number }>();
  /** Prompts that somebody has saved, by key of the task. */
  readonly #prompts = new Map<string, string>();
  readonly #registered: vscode.Disposable;

  readonly onDidChangeFile = this.#changed.event;

  constructor(client: QueueClient) {
    this.#client = client;
    this.#registered = vscode.workspace.registerFileSystemProvider(promptScheme, this, {
      isCaseSensitive: true,
    });
  }

  /** The task of a preview; nothing for other documents. */
  keyOf(uri: vscode.Uri): string | undefined {
    return uri.scheme === promptScheme && uri.path.startsWith('/task/') ? uri.query : undefined;
  }

  /** Opens the preview of a task as things are now. */
  async preview(plan: SpawnPlanView): Promise<void> {
    const uri = previewUri(plan);
    this.#keep(uri, previewText(plan, this.#prompts.get(plan.key)));
    await vscode.window.showTextDocument(uri, { preview: true });
  }

  /** Opens the template of this workspace. */
  async editTemplate(): Promise<void> {
    const own = templateSetting().get<string>('promptTemplate', '');
    const text =
      own.trim() === ''
        ? ((await this.#client.request<string>(defaultTemplateRequest, {})) ?? '')
        : own;
    this.#keep(templateUri, text);
    await vscode.window.showTextDocument(templateUri);
  }

  /**
   * What somebody has made of the prompt of this task: the open document counts, saved or not. Nothing when nobody has
   * edited it. Throws when the line above the prompt has gone.
   */
  editedPrompt(plan: SpawnPlanView): string | undefined {
    const uri = previewUri(plan).toString();
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
    const text = open?.isDirty === true ? open.getText() : undefined;
    if (text === undefined) return this.#prompts.get(plan.key);
    const prompt = promptIn(text);
    if (prompt === undefined) throw new Error(lineIsGone);
    return prompt;
  }

  /** The prompt was sent: the next one is made from the template again. */
  forget({ key }: Pick<SpawnPlanView, 'key'>): void {
    this.#prompts.delete(key);
  }

  /** Its preview is the active editor. */
  isShown(plan: SpawnPlanView): boolean {
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    return active === previewUri(plan).toString();
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { text, at } = await this.#text(uri);
    const size = new TextEncoder().encode(text).length;
    return { type: vscode.FileType.File, ctime: 0, mtime: at, size };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return new TextEncoder().encode((await this.#text(uri)).text);
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const text = new TextDecoder().decode(content);
    const key = this.keyOf(uri);
    if (key === undefined) await keepTemplate(text);
    else {
      const prompt = promptIn(text);
      if (prompt === undefined) throw new Error(lineIsGone);
      this.#prompts.set(key, prompt);
    }
    this.#keep(uri, text);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }
  readDirectory(): [string, vscode.FileType][] {
    return [];
  }
  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions('There are no folders here.');
  }
  delete(): void {
    throw vscode.FileSystemError.NoPermissions('A prompt cannot be deleted.');
  }
  rename(): void {
    throw vscode.FileSystemError.NoPermissions('A prompt cannot be renamed.');
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }

  #keep(uri: vscode.Uri, text: string): void {
    const name = uri.toString();
    const before = this.#texts.get(name);
    if (before?.text === text) return;
    // Later than the one before, or the editor takes it for the same.
    this.#texts.set(name, { text, at: Math.max(Date.now(), (before?.at ?? 0) + 1) });
    if (before !== undefined) this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  /** A window that was reloaded shows documents that were made before: they are made again. */
  async #text(uri: vscode.Uri): Promise<{ readonly text: string; readonly at: number }> {
    const known = this.#texts.get(uri.toString());
    if (known !== undefined) return known;
    const key = this.keyOf(uri);
    if (key === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    const params: TaskParams = { key };
    const plan = await this.#client.request<PlanResult>(planRequest, params);
    if (plan === undefined || 'code' in plan) throw vscode.FileSystemError.FileNotFound(uri);
    this.#keep(uri, previewText(plan));
    return this.#text(uri);
  }
}

const lineIsGone = `The line “${promptLine}” is missing: what stands below it goes to the worker. Undo, or open the preview again.`;

function previewUri({ key, taskId }: SpawnPlanView): vscode.Uri {
  const name = taskId.replace(/[^\w.-]+/g, '-');
  return vscode.Uri.from({ scheme: promptScheme, path: `/task/${name}.md`, query: key });
}

function templateSetting(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('proactiveJobs.workers');
}

async function keepTemplate(text: string): Promise<void> {
  await templateSetting().update('promptTemplate', text, vscode.ConfigurationTarget.Workspace);
}
