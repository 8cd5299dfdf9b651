import { expect, test } from 'vitest';
import { unplannedQuery, unplannedTasks } from '../../client/webview/graph/unplannedTasks';
import { queryGraph } from '../../server/src/graphview/graphFacts';
import type { GraphTaskView } from '../../server/src/protocol/graphSnapshot';
import { graphOf, graphTask } from '../support/graphFixtures';

test('what is in no wave is open and its own, and a query finds just that', () => {
  const statuses: readonly GraphTaskView['status'][] = [
    ...(['pending', 'blocked', 'in-progress', 'needs-validation', 'self-validated'] as const),
    ...(['validated', 'complete', 'failed', 'cancelled', 'unknown'] as const),
  ];
  const given: readonly Partial<GraphTaskView>[] = [
    {},
    { ready: true, wave: 0 },
    { wave: 3 },
    { isManager: true },
    { isForeign: true },
  ];
  const tasks = statuses.flatMap((status) =>
    given.map((parts, at) => graphTask(`${status}-${at}`, { status, ...parts })),
  );
  const snapshot = graphOf(tasks);
  const found = unplannedTasks(snapshot).map(({ key }) => key);
  expect(found).toEqual(['t:pending-0', 't:blocked-0']);
  const { matches, problems } = queryGraph(unplannedQuery, snapshot);
  expect([[...matches], problems]).toEqual([found, []]);
});
