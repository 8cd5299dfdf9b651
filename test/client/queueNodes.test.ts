import { expect, test } from 'vitest';
import { allNodes, findNode } from '../../client/src/tree/findNode';
import { queueNodes } from '../../client/src/tree/queueNodes';
import { shortTitle } from '../../client/src/tree/shortTitle';
import { statusIcons } from '../../client/src/tree/statusIcons';
import { group, queue, snapshot, task } from '../support/views';

test('one queue is shown by its phases, several by one node each', () => {
  const one = queue({ nodes: [group('Phase 1', [task('a-1')])] });
  expect(queueNodes(snapshot(one)).map(({ kind, label }) => [kind, label])).toEqual([
    ['group', 'Phase 1'],
  ]);
  const two = queue({ uri: 'file:///v/PROACTIVE-JOBS.md', name: 'v/PROACTIVE-JOBS.md' });
  const nodes = queueNodes(snapshot(one, two));
  expect(nodes.map(({ kind, label, description }) => [kind, label, description])).toEqual([
    ['queue', 'PROACTIVE-JOBS.md', '0/1 · 0/2 slots · 0 ready'],
    ['queue', 'v/PROACTIVE-JOBS.md', 'no tasks'],
  ]);
});

test('no queue, no nodes', () => {
  expect(queueNodes(snapshot())).toEqual([]);
});

test.each([
  ['too-large', 'too large to read'],
  ['binary', 'not text'],
  ['unreadable', 'cannot be read'],
] as const)('a queue that is %s says so', (coverage, description) => {
  expect(queueNodes(snapshot(queue({ coverage })))).toMatchObject([
    { kind: 'queue', description, collapse: 'none', contextValue: `queue ${coverage}` },
  ]);
});

test('a queue that cannot be read says why, with a mark, and in words for a screen reader', () => {
  const trouble = 'there is no permission to open it';
  expect(queueNodes(snapshot(queue({ coverage: 'unreadable', trouble })))).toMatchObject([
    {
      description: `cannot be read: ${trouble}`,
      tooltip: `PROACTIVE-JOBS.md\ncannot be read: ${trouble}`,
      icon: { id: 'warning' },
      accessibilityLabel: `queue PROACTIVE-JOBS.md, cannot be read: ${trouble}`,
    },
  ]);
});

test('a task shows its status as icon and text, and tells the rest on request', () => {
  const view = task('a-1', {
    title: 'Plan it',
    status: 'pending',
    notReady: 'It waits for `b-1`.',
    model: 'opus',
    worker: 'w-7',
    priority: 'high',
    errors: 1,
    warnings: 2,
  });
  const [node] = queueNodes(snapshot(queue({ nodes: [view] })));
  expect(node).toMatchObject({
    label: 'a-1',
    description: 'pending · Plan it',
    icon: { id: 'circle-outline' },
    contextValue: 'task pending problems',
    accessibilityLabel: 'task a-1, Plan it, pending, 1 error, 2 warnings',
    collapse: 'none',
    target: { uri: 'file:///w/PROACTIVE-JOBS.md', range: view.range },
  });
  expect(node?.tooltip.split('\n')).toEqual([
    'a-1: Plan it',
    'Status: pending',
    'It waits for `b-1`.',
    'Worker: w-7',
    'Model: opus',
    'Priority: high',
    'Problems: 1 error, 2 warnings',
  ]);
});

test('a running task shows when its worker was last seen, and what speaks against it', () => {
  const shown = (changes: Parameters<typeof task>[1]) =>
    queueNodes(snapshot(queue({ nodes: [task('a-1', { status: 'in-progress', ...changes })] })))[0];
  expect(shown({ lastSignMinutes: 12, title: 'Plan' })).toMatchObject({
    description: 'in-progress · 12 min · Plan',
    accessibilityLabel: 'task a-1, Plan, in-progress, last sign of life 12 minutes ago',
    contextValue: 'task in-progress',
  });
  expect(shown({ lastSignMinutes: 0 })).toMatchObject({
    description: 'in-progress · now',
    accessibilityLabel: 'task a-1, in-progress, last sign of life just now',
  });
  expect(shown({ lastSignMinutes: 1 })?.tooltip).toContain('\nLast sign of life 1 minute ago');
  expect(shown({ lastSignMinutes: 7 * 60 + 5 })?.description).toBe('in-progress · 7 h');
  expect(shown({ lastSignMinutes: 3 * 1440 })?.description).toBe('in-progress · 3 d');
  const gone = shown({ lastSignMinutes: 90, noLifeSign: 'Nobody is there.', drift: 'It is done.' });
  expect(gone).toMatchObject({
    description: 'in-progress · no life sign · drift',
    accessibilityLabel: 'task a-1, in-progress, no sign of life, contradicts its progress file',
    contextValue: 'task in-progress drift silent',
  });
  expect(gone?.tooltip.split('\n')).toEqual([
    'a-1',
    'Status: in-progress',
    'No sign of life',
    'Nobody is there.',
    'It is done.',
  ]);
});

test('ready tasks and managers can be told apart, by words and by icon', () => {
  const views = [
    task('a-1', { ready: true }),
    task('a-2', { isManager: true, status: 'in-progress', children: [task('a-2-x')] }),
  ];
  const nodes = queueNodes(snapshot(queue({ nodes: views })));
  expect(nodes).toMatchObject([
    {
      description: 'pending, ready',
      contextValue: 'task pending ready',
      icon: { color: 'charts.green' },
    },
    {
      contextValue: 'task in-progress manager',
      icon: { id: 'organization' },
      collapse: 'expanded',
      children: [{ label: 'a-2-x' }],
    },
  ]);
});

test('a finished group is closed and marked, another one is open', () => {
  const nodes = queueNodes(
    snapshot(
      queue({
        nodes: [
          group('Done', [task('a-1', { status: 'complete' })], { done: 1, total: 1 }),
          group('Empty of work', [task('m-1', { isManager: true })], { done: 0, total: 0 }),
        ],
      }),
    ),
  );
  expect(nodes).toMatchObject([
    { description: '1/1', contextValue: 'group done', collapse: 'collapsed' },
    { description: '0/0', contextValue: 'group', collapse: 'expanded' },
  ]);
});

test('a long title of a phase leaves room for the count, and the tooltip has all of it', () => {
  const title = 'Phase 4: Everything that has to be done before the harbour opens';
  const [node] = queueNodes(snapshot(queue({ nodes: [group(title, [], { done: 2, total: 9 })] })));
  expect(node).toMatchObject({
    label: 'Phase 4: Everything that has…',
    description: '2/9',
    tooltip: `${title}\n2 of 9 done`,
    accessibilityLabel: `${title}, 2 of 9 done`,
  });
});

test.each([
  ['Phase 1: Foundations', 'Phase 1: Foundations'],
  ['x'.repeat(32), 'x'.repeat(32)],
  ['x'.repeat(33), `${'x'.repeat(31)}…`],
  ['🚧'.repeat(40), `${'🚧'.repeat(31)}…`],
  ['Phase 2 - Tests, builds, and more of the like', 'Phase 2 - Tests, builds, and…'],
])('the title %s is shown as %s', (title, label) => {
  expect(shortTitle(title)).toBe(label);
});

test('every status has its own shape', () => {
  const shapes = Object.values(statusIcons).map(({ id }) => id);
  expect(new Set(shapes).size).toBe(shapes.length);
});

test('ids are unique and do not depend on the place of a line', () => {
  const nodesAt = (line: number) =>
    queueNodes(
      snapshot(queue({ nodes: [group('P', [task('a-1', {}, line), task('a-2', {}, line + 5)])] })),
    );
  const ids = allNodes(nodesAt(3)).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(allNodes(nodesAt(90)).map(({ id }) => id)).toEqual(ids);
});

test('a line leads to the task that stands there or last above it', () => {
  const uri = 'file:///w/PROACTIVE-JOBS.md';
  const nodes = queueNodes(
    snapshot(queue({ nodes: [group('P', [task('a-1', {}, 4), task('a-2', {}, 9)], {}, 2)] })),
  );
  const at = (line: number) => findNode(nodes, uri, line)?.label;
  expect([0, 2, 4, 8, 9, 500].map(at)).toEqual([undefined, 'P', 'a-1', 'a-1', 'a-2', 'a-2']);
  expect(findNode(nodes, 'file:///other.md', 4)).toBeUndefined();
});

test('a line below another declaration of a task is that task, too', () => {
  const repeats = [{ start: { line: 6, character: 0 }, end: { line: 6, character: 9 } }];
  const nodes = queueNodes(
    snapshot(queue({ nodes: [task('a-1', {}, 4), task('a-2', { repeats }, 9)] })),
  );
  const uri = 'file:///w/PROACTIVE-JOBS.md';
  expect([5, 7, 10].map((line) => findNode(nodes, uri, line)?.label)).toEqual([
    'a-1',
    'a-2',
    'a-2',
  ]);
});
