/** Process entry of the language server: over ipc as a child of the editor, or alone with `--stdio`. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server';
import { coreEngine } from './session/engine';
import { gitHistoryOfDisk } from './workspace/gitHistoryOfDisk';
import { LastGoodStoreOnDisk } from './workspace/lastGoodStoreOnDisk';
import { nodeFiles } from './workspace/nodeFiles';
import { repositoriesOnDisk } from './workspace/repositoriesOnDisk';
import { systemClock } from './workspace/systemClock';
import { URI } from 'vscode-uri';
import { openWorkspaceEngine } from './workers/openWorkspaceEngine';

startServer(createConnection(ProposedFeatures.all), {
  engine: coreEngine,
  files: nodeFiles,
  clock: systemClock,
  repositories: repositoriesOnDisk(),
  openEngine: ({ folderUri, ...order }) =>
    openWorkspaceEngine({ ...order, folder: URI.parse(folderUri).fsPath, actorKind: 'editor' }),
  guard: {
    openStore: (directory, logger) => new LastGoodStoreOnDisk(directory, logger),
    git: gitHistoryOfDisk(),
  },
});
