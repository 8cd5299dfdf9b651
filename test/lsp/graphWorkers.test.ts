/** Workers on the graph: what the engine says of them stands at their tasks, and nowhere else. */
import { expect, test } from 'vitest';
import { taskKeyOf } from '../../server/src/core/model/taskKey';
import { graphRequest } from '../../server/src/protocol/graphMessages';
import type { GraphSnapshot } from '../../server/src/protocol/graphSnapshot';
import { trustNotification } from '../../server/src/protocol/workerMessages';
import type { WorkerView } from '../../server/src/workers/workerEngine';
import { startInBand } from '../support/inBandServer';
import { MemoryFiles } from '../support/memoryFiles';
import { scriptedEngines, workerOf } from '../support/scriptedEngine';

const folder = 'file:///w';
const queue = `${folder}/PROACTIVE-JOBS.md`;
const text = `# Jobs

### p1-1: Plan it
- **Status:** in-progress

### p1-2: Build it
- **Status:** pending
`;
const [first, second] = [taskKeyOf(queue, 'p1-1'), taskKeyOf(queue, 'p1-2')];

/** What the graph says of each task's worker, after the engine has told of these. */
async function livesOf(list: readonly WorkerView[]) {
  const { engines, openEngine } = scriptedEngines();
  const server = await startInBand({
    files: new MemoryFiles({ [queue]: text }),
    folders: [folder],
    openEngine,
    initialize: { initializationOptions: { workers: { isTrusted: true } } },
  });
  await server.untilRead();
  for (const engine of engines) engine.list = list;
  await server.connection.sendNotification(trustNotification, { isTrusted: true });
  const ask = () => server.connection.sendRequest<GraphSnapshot>(graphRequest, { queueUri: queue });
  let graph = await ask();
  const hasHeard = () =>
    graph.tasks.some(({ live }) => live !== undefined) || list.every(({ key }) => key === second);
  for (let n = 0; n < 500 && !hasHeard(); n++) graph = await ask();
  return Object.fromEntries(graph.tasks.map(({ id, live }) => [id, live]));
}

test('a worker shows at its task with what it does, and why a person should look', async () => {
  expect(await livesOf([workerOf(first, 'alive', { state: 'queued' })])).toEqual({
    'p1-1': { word: 'queued' },
    'p1-2': undefined,
  });
  const needsYou = 'Nobody takes it.';
  expect(await livesOf([workerOf(first, 'unknown', {}, { needsYou })])).toEqual({
    'p1-1': { word: 'start not confirmed', needsYou },
    'p1-2': undefined,
  });
});

test('one that has ended shows as long as the queue says that the task is in progress', async () => {
  const ended = [first, second].map((key) => workerOf(key, 'ended', { state: 'succeeded' }));
  expect(await livesOf(ended)).toEqual({ 'p1-1': { word: 'succeeded' }, 'p1-2': undefined });
});
