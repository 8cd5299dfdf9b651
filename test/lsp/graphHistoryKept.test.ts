// How long the server keeps committed texts for a graph: as long as it is open.
import { expect, test } from 'vitest';
import {
  graphClosedNotification,
  graphHistoryRequest,
  graphPastRequest,
  type GraphPastResult,
} from '../../server/src/protocol/graphMessages';
import type { GitHistory, HistoryRead } from '../../server/src/workspace/gitHistory';
import { startInBand } from '../support/inBandServer';
import { MemoryFiles } from '../support/memoryFiles';

const uri = 'file:///w/PROACTIVE-JOBS.md';
const text = '# Jobs\n\n### bake-1\n- **Status:** pending\n';

/** Tells of one commit, once it may; counts how often it is asked. */
class OneCommit implements GitHistory {
  asked = 0;
  mayAnswer: Promise<void> = Promise.resolve();

  async read(): Promise<HistoryRead> {
    this.asked += 1;
    await this.mayAnswer;
    const version = { commit: 'c1', committedAt: '2026-03-01T12:00:00Z', subject: 'Begin', text };
    return { kind: 'history', versions: [version], isComplete: true };
  }
}

async function start(git: GitHistory): Promise<{
  readonly list: () => Promise<unknown>;
  readonly past: () => Promise<number | undefined>;
  readonly close: (queueUri: string) => Promise<void>;
}> {
  const files = new MemoryFiles({ [uri]: text });
  const server = await startInBand({ files, folders: ['file:///w'], guard: { git } });
  await server.untilScanned();
  const { connection } = server;
  return {
    list: () => connection.sendRequest(graphHistoryRequest, { queueUri: uri, useGit: true }),
    past: async () => {
      const params = { queueUri: uri, useGit: true, commit: 'c1' };
      const result = await connection.sendRequest<GraphPastResult | null>(graphPastRequest, params);
      return result?.snapshot.tasks.length;
    },
    close: (queueUri) => connection.sendNotification(graphClosedNotification, { queueUri }),
  };
}

test('a graph that is open asks git once for all its commits, one that was closed leaves nothing behind', async () => {
  const git = new OneCommit();
  const { list, past, close } = await start(git);
  await list();
  expect([await past(), await past(), git.asked]).toEqual([1, 1, 1]);
  await close('file:///w/more/PROACTIVE-JOBS.md');
  expect([await past(), git.asked]).toEqual([1, 1]);
  await close(uri.replace('PROACTIVE', '%50ROACTIVE'));
  expect([await past(), git.asked]).toEqual([1, 2]);
});

test('what git tells after the graph was closed is not kept', async () => {
  const git = new OneCommit();
  let answer = (): void => undefined;
  git.mayAnswer = new Promise((resolve) => (answer = resolve));
  const { list, past, close } = await start(git);
  const listed = list();
  await close(uri);
  answer();
  await listed;
  expect([await past(), git.asked]).toEqual([1, 2]);
});
