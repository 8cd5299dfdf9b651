/** What the client said of itself when it connected. Every answer has a fallback: other editors can less than VS Code. */
import { isAbsolute } from 'node:path';
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { fileNameOf, normalUri } from '../workspace/uris';

export interface WorkspaceFolder {
  readonly uri: string;
  readonly name: string;
}

export interface ClientFacts {
  readonly canConfigure: boolean;
  readonly canRegisterConfiguration: boolean;
  readonly canChangeFolders: boolean;
  readonly canWatch: boolean;
  readonly hasRelativePatterns: boolean;
  readonly canShowProgress: boolean;
  readonly canRefreshLenses: boolean;
  /** Settings given at start, for clients that cannot be asked. */
  readonly initialSettings: unknown;
  /** A folder of the editor's storage that we may write to, as a path. */
  readonly storageDirectory: string | undefined;
  /** Present where the client has our commands for workers, keeps secrets and saves files on request. */
  readonly workers: { readonly isTrusted: boolean } | undefined;
  readonly folders: readonly WorkspaceFolder[];
}

/** Reads the parameters of `initialize`. */
export function clientFacts(params: InitializeParams): ClientFacts {
  const workspace: ClientCapabilities['workspace'] = params.capabilities.workspace ?? {};
  const options: unknown = params.initializationOptions;
  return {
    canConfigure: workspace.configuration === true,
    canRegisterConfiguration: workspace.didChangeConfiguration?.dynamicRegistration === true,
    canChangeFolders: workspace.workspaceFolders === true,
    canWatch: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    hasRelativePatterns: workspace.didChangeWatchedFiles?.relativePatternSupport === true,
    canShowProgress: params.capabilities.window?.workDoneProgress === true,
    canRefreshLenses: workspace.codeLens?.refreshSupport === true,
    initialSettings: optionOf(options, 'settings'),
    storageDirectory: storageOf(optionOf(options, 'storageDirectory')),
    workers: workersOf(optionOf(options, 'workers')),
    folders: foldersOf(params),
  };
}

function optionOf(options: unknown, name: string): unknown {
  if (typeof options !== 'object' || options === null) return undefined;
  return (options as Readonly<Record<string, unknown>>)[name];
}

function workersOf(value: unknown): ClientFacts['workers'] {
  if (typeof value !== 'object' || value === null) return undefined;
  return { isTrusted: optionOf(value, 'isTrusted') === true };
}

function storageOf(value: unknown): string | undefined {
  return typeof value === 'string' && isAbsolute(value) ? value : undefined;
}

function foldersOf(params: InitializeParams): readonly WorkspaceFolder[] {
  const folders = params.workspaceFolders ?? [];
  if (folders.length > 0) return folders.map(toFolder);
  // Older clients announce one root only.
  const { rootUri, rootPath } = params as { rootUri?: string | null; rootPath?: string | null };
  const uri = rootUri ?? (rootPath ? URI.file(rootPath).toString() : undefined);
  return uri === undefined ? [] : [toFolder({ uri, name: fileNameOf(uri) })];
}

/** A folder in our spelling: no slash at the end. */
export function toFolder({ uri, name }: WorkspaceFolder): WorkspaceFolder {
  return { uri: normalUri(uri).replace(/(?<=[^/])\/$/, ''), name };
}
