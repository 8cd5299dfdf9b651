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
import { type ShownText, ShownTexts } from './shownTexts';
import { noAnswer } from '../noAnswer';
import { documentName } from './documentName';

const promptScheme = 'proactive-jobs-prompt';
const templateUri = vscode.Uri.from({ scheme: promptScheme, path: '/template/worker-prompt.md' });

export class PromptDocuments implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #client: QueueClient;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #texts = new ShownTexts();
  /** Prompts that somebody has saved, by key of the task. */
  readonly #prompts = new Map<string, string>();
  readonly #disposables: readonly vscode.Disposable[];

  readonly onDidChangeFile = this.#changed.event;

  constructor(client: QueueClient) {
    this.#client = client;
    this.#disposables = [
      this.#changed,
      vscode.workspace.registerFileSystemProvider(promptScheme, this, { isCaseSensitive: true }),
      vscode.workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
        // One that gets another language is said to close, too.
        if (uri.scheme === promptScheme && isClosed) this.#texts.letGo(uri.toString());
      }),
    ];
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
    this.#keep(templateUri, await this.#template());
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
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #keep(uri: vscode.Uri, text: string): void {
    if (this.#texts.keep(uri.toString(), text, Date.now()))
      this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  /** One that was closed, or shown before the window was reloaded, is made again. */
  async #text(uri: vscode.Uri): Promise<ShownText> {
    const known = this.#texts.of(uri.toString());
    if (known !== undefined) return known;
    this.#keep(uri, await this.#made(uri));
    return this.#text(uri);
  }

  async #made(uri: vscode.Uri): Promise<string> {
    if (uri.toString() === templateUri.toString()) return this.#template();
    const key = this.keyOf(uri);
    if (key === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    const params: TaskParams = { key };
    const plan = await this.#client.request<PlanResult>(planRequest, params);
    if (plan === undefined || 'code' in plan) throw vscode.FileSystemError.FileNotFound(uri);
    return previewText(plan, this.#prompts.get(key));
  }

  /** That of this workspace, else the one that comes with the product. */
  async #template(): Promise<string> {
    const own = templateSetting().get<string>('promptTemplate', '');
    if (own.trim() !== '') return own;
    const usual = await this.#client.request<string>(defaultTemplateRequest, {});
    if (usual !== undefined) return usual;
    throw vscode.FileSystemError.Unavailable(noAnswer);
  }
}

const lineIsGone = `The line “${promptLine}” is missing: what stands below it goes to the worker. Undo, or open the preview again.`;

function previewUri({ key, taskId }: SpawnPlanView): vscode.Uri {
  const name = documentName(taskId);
  return vscode.Uri.from({ scheme: promptScheme, path: `/task/${name}.md`, query: key });
}

function templateSetting(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('proactiveJobs.workers');
}

async function keepTemplate(text: string): Promise<void> {
  await templateSetting().update('promptTemplate', text, vscode.ConfigurationTarget.Workspace);
}
