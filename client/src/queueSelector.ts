/** Which documents the language server gets to see. The language id stays `markdown`. */
import * as vscode from 'vscode';
import { queueFolderGlob } from '../../server/src/protocol/queueFolder';
import { defaultSettings } from '../../server/src/protocol/settings';

export interface DocumentPattern {
  readonly scheme: string;
  readonly pattern: string;
}

/** Globs of queue files over all folders, as the settings say. */
export function queueGlobs(): readonly string[] {
  const usual = defaultSettings.queue.files;
  const globs = settingOfAll('queue.files').flatMap((files): readonly unknown[] =>
    Array.isArray(files) ? files : usual,
  );
  return [...new Set(globs.filter((glob): glob is string => typeof glob === 'string'))];
}

/** Globs of the JSON in the file queues of all folders, wherever the settings have them. */
function queueJsonGlobs(): readonly string[] {
  const usual = defaultSettings.spawnQueue.folder;
  const globs = settingOfAll('spawnQueue.folder').flatMap((folder) => {
    const glob = queueFolderGlob(typeof folder === 'string' ? folder : usual);
    return glob === undefined ? [] : [`**/${glob}/*.json`];
  });
  return [...new Set(globs)];
}

/** What a setting says without a folder, and for each folder: unchecked, as somebody has written it. */
function settingOfAll(name: string): readonly unknown[] {
  const scopes: (vscode.Uri | null)[] = [
    null,
    ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri),
  ];
  return scopes.map((scope) =>
    vscode.workspace.getConfiguration('proactiveJobs', scope).get<unknown>(name),
  );
}

/** Folders below `scheduler` with files that agents write as JSON. */
const jsonPlaces = '{heartbeats,inboxes}';

/** Queue files, saved or not, and the files around them, where ids can be hovered and claims are checked. */
export function documentSelector(globs: readonly string[]): DocumentPattern[] {
  return [
    ...globs.flatMap((pattern) => [
      { scheme: 'file', pattern },
      { scheme: 'untitled', pattern },
    ]),
    { scheme: 'file', pattern: '**/scheduler/**/*.md' },
    { scheme: 'file', pattern: `**/scheduler/${jsonPlaces}/**/*.json` },
    ...queueJsonGlobs().map((pattern) => ({ scheme: 'file', pattern })),
  ];
}
