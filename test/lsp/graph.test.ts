// The dependency graph through the running server: what is drawn.
import { expect, test } from 'vitest';
import { graphRequest } from '../../server/src/protocol/graphMessages';
import { draw, key, other, uri } from '../support/drawnGraph';

test('lanes, tasks, edges and the plan of a queue', async () => {
  const { graph } = await draw();
  const drawn = await graph();
  expect(drawn).toMatchObject({
    queueUri: uri,
    queueName: 'PROACTIVE-JOBS.md',
    slots: { max: 2, declared: true, inUse: 1 },
  });
  expect(drawn.lanes.map(({ title, done, total }) => [title, done, total])).toEqual([
    ['PROACTIVE-JOBS-far.md', 0, 1],
    ['Phase 1: Build', 1, 2],
    ['Phase 2: Move in', 0, 2],
  ]);
  expect(
    drawn.tasks.map(({ id, wave, blocks, waitsFor, slack, isCritical, isForeign }) => ({
      ...{ id, wave, blocks, waitsFor, slack, isCritical, isForeign },
    })),
  ).toEqual([
    { id: 'p1-1', blocks: 0, waitsFor: 0, isCritical: false, isForeign: false },
    { id: 'p1-2', wave: 0, blocks: 2, waitsFor: 0, slack: 0, isCritical: true, isForeign: false },
    { id: 'p2-1', wave: 1, blocks: 1, waitsFor: 1, slack: 0, isCritical: true, isForeign: false },
    { id: 'p2-2', wave: 2, blocks: 0, waitsFor: 3, slack: 0, isCritical: true, isForeign: false },
    { id: 'far-1', wave: 0, blocks: 1, waitsFor: 0, slack: 1, isCritical: false, isForeign: true },
  ]);
  expect(drawn.edges.map(({ from, to, kind, fulfilment }) => [from, to, kind, fulfilment])).toEqual(
    [
      [key('p1-2'), key('p1-1'), 'dependency', 'met'],
      [key('p2-1'), key('p1-2'), 'phase', 'unmet'],
      [key('p2-2'), key('p2-1'), 'dependency', 'unmet'],
      [key('p2-2'), key('far-1', other), 'dependency', 'unmet'],
    ],
  );
  expect(drawn.waves).toEqual([[key('p1-2')], [key('p2-1')], [key('p2-2')]]);
  expect(drawn.waterfall).toEqual([
    { key: key('p1-2'), slot: 0, start: 0, end: 1 },
    { key: key('p2-1'), slot: 0, start: 1, end: 2 },
    { key: key('p2-2'), slot: 0, start: 2, end: 3 },
  ]);
  expect(drawn.criticalPath).toEqual([key('p1-2'), key('p2-1'), key('p2-2')]);
  expect(drawn.tasks[3]?.notReady).toEqual(['It waits for p2-1 (pending) and far-1 (pending).']);
});

test('nothing for what is no queue', async () => {
  const { server } = await draw();
  expect(
    await server.connection.sendRequest(graphRequest, { queueUri: 'file:///w/README.md' }),
  ).toBeNull();
});
