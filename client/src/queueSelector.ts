/** Which documents the language server gets to see. The language id stays `markdown`. */
import * as vscode from 'vscode';

export interface DocumentPattern {
  readonly scheme: string;
  readonly pattern: string;
}

const usualGlobs = ['**/PROACTIVE-JOBS.md', '**/PROACTIVE-JOBS-*.md'];

/** Globs of queue files over all folders, as the settings say. */
export function queueGlobs(): readonly string[] {
  const scopes: (vscode.Uri | null)[] = [
    null,
    ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri),
  ];
  const globs = scopes.flatMap((scope) =>
    vscode.workspace
      .getConfiguration('proactiveJobs', scope)
      .get<unknown[]>('queue.files', usualGlobs),
  );
  return [...new Set(globs.filter((glob): glob is string => typeof glob === 'string'))];
}

/** Folders below `scheduler` with files that agents write as JSON. */
const jsonPlaces = '{heartbeats,inboxes,spawn-queue}';

/** Queue files, saved or not, and the files around them, where ids can be hovered and claims are checked. */
export function documentSelector(globs: readonly string[]): DocumentPattern[] {
  return [
    ...globs.flatMap((pattern) => [
      { scheme: 'file', pattern },
      { scheme: 'untitled', pattern },
    ]),
    { scheme: 'file', pattern: '**/scheduler/**/*.md' },
    { scheme: 'file', pattern: `**/scheduler/${jsonPlaces}/**/*.json` },
  ];
}
