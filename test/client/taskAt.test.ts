import { expect, test } from 'vitest';
import { taskAt } from '../../client/src/graph/taskAt';
import type { RangeView } from '../../server/src/protocol/snapshot';
import { graphSnapshot, graphTask } from '../support/graphSnapshots';

const uri = 'file:///w/PROACTIVE-JOBS.md';
const at = (line: number): RangeView => ({
  start: { line, character: 0 },
  end: { line, character: 9 },
});

test('a line leads to the task of the graph that begins there or last above it, at any of its places', () => {
  const graph = graphSnapshot([
    graphTask('a-1', { range: at(4), repeats: [at(12)] }),
    graphTask('a-2', { range: at(9) }),
  ]);
  const found = (line: number): string | undefined => taskAt(graph, uri, line)?.id;
  expect([0, 4, 8, 9, 11, 12, 500].map(found)).toEqual([
    ...[undefined, 'a-1', 'a-1', 'a-2', 'a-2', 'a-1', 'a-1'],
  ]);
});

test('lines of another file lead to its own tasks only, and to none without a graph', () => {
  const other = 'file:///w/more/PROACTIVE-JOBS.md';
  const graph = graphSnapshot([
    graphTask('a-1', { range: at(4) }),
    graphTask('b-1', { uri: other, range: at(2) }),
  ]);
  expect(taskAt(graph, other, 4)?.id).toBe('b-1');
  expect(taskAt(graph, uri, 3)).toBeUndefined();
  expect(taskAt(graph, 'file:///w/notes.md', 9)).toBeUndefined();
  expect(taskAt(undefined, uri, 4)).toBeUndefined();
});
