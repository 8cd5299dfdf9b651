/** The queue guard over a queue on the disk: a temporary workspace, a running server, a storage folder and git. */
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ApplyWorkspaceEditRequest,
  DidChangeWatchedFilesNotification,
  DidSaveTextDocumentNotification,
  FileChangeType,
  TextDocumentEdit,
  type ApplyWorkspaceEditParams,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { afterEach, beforeEach, expect } from 'vitest';
import {
  guardAlarmNotification,
  type GuardAlarmParams,
} from '../../server/src/protocol/guardMessages';
import { gitHistoryOfDisk } from '../../server/src/workspace/gitHistoryOfDisk';
import { LastGoodStoreOnDisk } from '../../server/src/workspace/lastGoodStoreOnDisk';
import { nodeFiles } from '../../server/src/workspace/nodeFiles';
import { startInBand, type InBandServer } from './inBandServer';

/** A task as the queue below has it. */
export const task = (id: string, status: string): string =>
  `### ${id}: Do what ${id} says\n- **Status:** ${status}\n- **Priority:** P1\n\n`;
export const whole = `# Jobs\n\n## Phase 1\n\n${task('p1-1', 'complete')}${task('p1-2', 'in-progress')}${task('p1-3', 'pending')}## Phase 2\n\n${task('p2-1', 'blocked')}`;
export const destroyed = `# Jobs\n\n## Phase 1\n\n${task('p1-2', 'complete')}`;
export const restored = `# Jobs\n\n## Phase 1\n\n${task('p1-2', 'complete')}${task('p1-3', 'pending')}## Phase 2\n\n${task('p2-1', 'blocked')}`;

export interface Guarded {
  readonly server: InBandServer;
  readonly alarms: GuardAlarmParams[];
  /** Something else writes the file. */
  readonly write: (text: string) => Promise<void>;
  readonly ask: <Result>(request: string, params: object) => Promise<Result>;
}

interface Place {
  readonly root: string;
  readonly path: string;
  readonly uri: string;
}

export interface GuardedQueue {
  /** Where the queue of the running test is. */
  readonly at: Place;
  readonly start: (storageDirectory?: string) => Promise<Guarded>;
}

/** For each test of a file a new folder with the whole queue in it, which is gone afterwards. */
export function guardedQueue(): GuardedQueue {
  let at: Place = { root: '', path: '', uri: '' };
  beforeEach(() => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'guard-')));
    const path = join(root, 'PROACTIVE-JOBS.md');
    at = { root, path, uri: pathToFileURL(path).toString() };
    writeFileSync(path, whole);
  });
  afterEach(() => {
    rmSync(at.root, { recursive: true, force: true });
  });
  return {
    get at() {
      return at;
    },
    start: (storageDirectory) => start(at, storageDirectory),
  };
}

/** A server over the temporary folder, and a client that applies edits as an editor with the file closed does. */
async function start({ root, path, uri }: Place, storageDirectory?: string): Promise<Guarded> {
  const server = await startInBand({
    files: nodeFiles,
    folders: [pathToFileURL(root).toString()],
    guard: {
      openStore: (directory, logger) => new LastGoodStoreOnDisk(directory, logger),
      git: gitHistoryOfDisk(),
    },
    initialize: { initializationOptions: { storageDirectory } },
  });
  const alarms: GuardAlarmParams[] = [];
  server.connection.onNotification(guardAlarmNotification, (params: GuardAlarmParams) => {
    alarms.push(params);
    server.changed();
  });
  server.connection.onRequest(
    ApplyWorkspaceEditRequest.type,
    async ({ edit }: ApplyWorkspaceEditParams) => {
      for (const change of edit.documentChanges ?? []) {
        if (!TextDocumentEdit.is(change)) throw new Error('only texts are edited');
        expect(change.textDocument.version).toBeNull();
        const before = TextDocument.create(uri, 'markdown', 1, readFileSync(path, 'utf8'));
        const after = TextDocument.applyEdits(
          before,
          change.edits.filter((e) => 'newText' in e),
        );
        await server.open(uri, before.getText(), 1);
        await server.change(uri, 2, after);
        writeFileSync(path, after);
        await server.connection.sendNotification(DidSaveTextDocumentNotification.type, {
          textDocument: { uri },
        });
      }
      return { applied: true };
    },
  );
  await server.untilScanned();
  return {
    server,
    alarms,
    async write(text) {
      writeFileSync(path, text);
      await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri, type: FileChangeType.Changed }],
      });
    },
    ask: (request, params) => server.connection.sendRequest(request, { uri, ...params }),
  };
}
