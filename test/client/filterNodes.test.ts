/** The tree under a filter: what is found with what it stands in, and nothing else but the workers. */
import { expect, test } from 'vitest';
import { countTasks, filterNodes } from '../../client/src/tree/filterNodes';
import type { QueueNode } from '../../client/src/tree/queueNode';

function node(kind: QueueNode['kind'], id: string, ...children: readonly QueueNode[]): QueueNode {
  const start = { line: 0, character: 0 };
  return {
    kind,
    id,
    key: id,
    label: id,
    description: '0/2',
    tooltip: '',
    icon: { id: 'circle' },
    contextValue: kind,
    accessibilityLabel: id,
    collapse: children.length > 0 ? 'collapsed' : 'none',
    target: { uri: 'file:///w/q.md', range: { start, end: start } },
    children,
  };
}

const tree = [
  node('workers', 'w', node('worker', 'w-1')),
  node('group', 'g-1', node('task', 'a-1'), node('task', 'a-2', node('task', 'a-3'))),
  node('group', 'g-2', node('task', 'b-1')),
];

/** `id(children)`, expanded ones with a `+`. */
const shown = (nodes: readonly QueueNode[]): string =>
  nodes
    .map(({ id, collapse, children }) => {
      const inside = children.length === 0 ? '' : `(${shown(children)})`;
      return `${id}${collapse === 'expanded' ? '+' : ''}${inside}`;
    })
    .join(' ');

test.each([
  [['a-1'], 'w(w-1) g-1+(a-1)', 1],
  [['a-3'], 'w(w-1) g-1+(a-2+(a-3))', 2],
  [['a-2'], 'w(w-1) g-1+(a-2)', 1],
  [['a-1', 'b-1'], 'w(w-1) g-1+(a-1) g-2+(b-1)', 2],
  [['g-1', 'w-1'], 'w(w-1)', 0],
  [[], 'w(w-1)', 0],
])('%j leaves %s', (found, expected, count) => {
  const left = filterNodes(tree, new Set(found));
  expect(shown(left)).toBe(expected);
  expect(countTasks(left)).toBe(count);
  expect(countTasks(tree)).toBe(4);
});
