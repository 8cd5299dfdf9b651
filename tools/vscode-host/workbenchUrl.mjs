// The address that opens the workbench on a folder, with VS Code's own start-up instructions ("payload") in it.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * `open` is a file to show; `extensionDevelopmentPath` and `extensionTestsPath` need a server with `testHooks`.
 * @param {{url: string, authority: string}} server
 * @param {{workspace?: string, open?: string, extensionDevelopmentPath?: string[], extensionTestsPath?: string}} what
 */
export function workbenchUrl(server, what = {}) {
  const { workspace, open, extensionDevelopmentPath = [], extensionTestsPath } = what;
  const remote = (file) =>
    `vscode-remote://${server.authority}${pathToFileURL(path.resolve(file)).pathname}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...extensionDevelopmentPath.map((folder) => ['extensionDevelopmentPath', remote(folder)]),
    ...(open ? [['openFile', remote(open)]] : []),
    ...(extensionTestsPath ? [['extensionTestsPath', remote(extensionTestsPath)]] : []),
  ];
  const url = new URL(server.url);
  if (workspace === undefined) url.searchParams.set('ew', 'true');
  else url.searchParams.set(workspaceKind(workspace), path.resolve(workspace));
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

function workspaceKind(workspace) {
  return workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
}
