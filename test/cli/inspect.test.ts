import { expect, test } from 'vitest';
import { runInMemory } from '../support/memoryCli';

const text = `# Jobs

**Worker Slots:** 1/3 occupied (p1-2)

## Phase 1: Start

### p1-1: Plan ✅
- **Status:** complete

### p1-2: Build
- **Status:** in-progress
- **Dependencies:** p1-1, gone-7

### p1-3: Ship
- **Dependencies:** p1-1 through p1-2

| Task ID | Status |
|---|---|
| p1-1 | pending |
`;

test('inspect prints what the scorer of the labelled queues wants, and more', async () => {
  const run = await runInMemory({ 'x.md': text }, ['inspect', 'x.md', '--at', '2026-01-15']);
  expect(run.status).toBe(0);
  expect(JSON.parse(run.out)).toMatchObject({
    version: 1,
    file: 'x.md',
    at: '2026-01-15T00:00:00.000Z',
    coverage: 'full',
    tasks: [
      {
        id: 'p1-1',
        line: 7,
        status: 'complete',
        statusSource: 'field',
        deps: [],
        phase: 'phase 1',
      },
      {
        id: 'p1-2',
        line: 10,
        status: 'in-progress',
        deps: ['p1-1'],
        dependencies: [
          { text: 'p1-1', how: 'exact', to: ['p1-1'], fulfilment: 'met' },
          { text: 'gone-7', how: 'unresolved', to: [], fulfilment: 'unknown' },
        ],
      },
      { id: 'p1-3', line: 14, status: null, statusSource: 'none', deps: ['p1-1', 'p1-2'] },
    ],
    slots: { max: 3, occupied: 1, source: 'line', line: 3, claims: ['p1-2'] },
    inProgress: ['p1-2'],
    mirrors: [{ id: 'p1-1', of: 'p1-1', line: 19, form: 'table-row', status: 'pending' }],
    groups: [{ title: 'Phase 1: Start', line: 5, phase: 'phase 1' }],
  });
  const { diagnostics } = JSON.parse(run.out) as {
    diagnostics: { code: string; severity: string; line: number }[];
  };
  expect(diagnostics).toContainEqual(
    expect.objectContaining({ code: 'unresolved-dependency', severity: 'error', line: 12 }),
  );
});

test('a queue that declares no slots has none', async () => {
  const run = await runInMemory({ 'x.md': '### a-1\n- **Status:** pending\n' }, [
    'inspect',
    'x.md',
  ]);
  expect(JSON.parse(run.out)).toMatchObject({ slots: null, inProgress: [], ready: ['a-1'] });
});

test('an empty file is a queue without tasks', async () => {
  const run = await runInMemory({ 'x.md': '' }, ['inspect', 'x.md']);
  expect(run.status).toBe(0);
  expect(JSON.parse(run.out)).toMatchObject({ tasks: [], diagnostics: [] });
});

/** A field of each task, by id. */
async function inspected(text: string, field: string): Promise<Record<string, unknown>> {
  const run = await runInMemory({ 'x.md': text }, ['inspect', 'x.md']);
  const { tasks } = JSON.parse(run.out) as { tasks: Record<string, unknown>[] };
  return Object.fromEntries(tasks.map((task) => [task.id, task[field]] as const)) as Record<
    string,
    unknown
  >;
}

const pending = '\n- **Status:** pending\n';

test.each(['-', '—', '**-**', ''])('a field that says "%s" says nothing', async (value) => {
  const text = `### a-1${pending}- **Assigned:** ${value}\n- **Model:** ${value}\n- **Priority:** ${value}\n- **Parent:** ${value}\n`;
  for (const field of ['worker', 'model', 'priority', 'parent'])
    expect(await inspected(text, field)).toEqual({ 'a-1': null });
  expect(await inspected(text, 'parents')).toEqual({ 'a-1': [] });
});

test.each(['none', 'TBD', 'unassigned'])('a worker "%s" is none', async (value) => {
  expect(await inspected(`### a-1${pending}- **Worker:** ${value}\n`, 'worker')).toEqual({
    'a-1': null,
  });
});

test('of several fields the first one that says something counts', async () => {
  const text = `### a-1${pending}- **Assigned:** -\n- **Session:** s-7\n- **Agent:** s-8\n`;
  expect(await inspected(text, 'worker')).toEqual({ 'a-1': 's-7' });
});

test.each([
  ['`big-1`', [{ from: 'field', text: 'big-1', how: 'exact', to: ['big-1'] }]],
  ['big-1 (with gone-2)', [{ from: 'field', text: 'big-1', how: 'exact', to: ['big-1'] }]],
  ['Big manager (big-1)', [{ from: 'field', text: 'big-1', how: 'exact', to: ['big-1'] }]],
  ['part of the re-work of big-1', [{ from: 'field', text: 'big-1', how: 'exact', to: ['big-1'] }]],
  ['p4', [{ from: 'field', text: 'p4', how: 'text', to: [] }]],
  ['p4-load', [{ from: 'field', text: 'p4-load', how: 'infix', to: ['x-p4-load-y'] }]],
  ['gone-7 (later)', [{ from: 'field', text: 'gone-7', how: 'unresolved', to: [] }]],
  ['Phase 2 (big-1)', [{ from: 'field', text: 'Phase 2', how: 'phase', to: [] }]],
  ['shop-all', [{ from: 'field', text: 'shop-all', how: 'group', to: ['shop-all'] }]],
  ['coordinator', [{ from: 'field', text: 'coordinator', how: 'text', to: [] }]],
])('Parent: %s', async (value, parents) => {
  const text = `### kid-1${pending}- **Parent:** ${value}\n\n### big-1${pending}\n### x-p4-load-y${pending}\n## shop-all\n\n### cart-1${pending}`;
  expect((await inspected(text, 'parents'))['kid-1']).toEqual(parents);
});

test('a task that a Sub-Tasks list names has that parent, too', async () => {
  const text = `### big-1${pending}- **Sub-Tasks:**\n  - kid-1: pending\n  - load: pending\n  - two-2\n\n### kid-1${pending}\n### kid-two-2${pending}- **Parent:** big-1\n`;
  const listed = (text: string, how: string) => ({ from: 'sub-tasks', text, how, to: ['big-1'] });
  expect(await inspected(text, 'parents')).toEqual({
    'big-1': [],
    'kid-1': [listed('kid-1', 'exact')],
    'kid-two-2': [
      { from: 'field', text: 'big-1', how: 'exact', to: ['big-1'] },
      listed('two-2', 'short'),
    ],
  });
});

test.each([
  ['its own id', `### p2-1-x${pending}- **Parent:** p2-1-x\n`],
  ['a short form of it', `### p2-1-x${pending}- **Parent:** p2-1 (the whole)\n`],
  [
    'a short form of it and others',
    `### p2-1-x${pending}- **Parent:** p2-1\n\n### p2-1-y${pending}`,
  ],
  ['a list of its own', `### p2-1-x${pending}- **Sub-Tasks:**\n  - p2-1-x: pending\n`],
])('no task is its own parent: %s', async (_what, text) => {
  const parents = (await inspected(text, 'parents'))['p2-1-x'] as { how: string; to: string[] }[];
  expect(parents.flatMap(({ to }) => to)).toEqual([]);
  expect(parents.map(({ how }) => how)).toEqual(text.includes('Parent') ? ['unresolved'] : []);
});

test('sections of a task are no groups, unless they hold tasks', async () => {
  const text = `## Phase 1\n\n### a-1${pending}\n#### Criteria\nAll well.\n\n#### Steps\n\n##### a-1-x${pending}\n## Notes\nNone.\n`;
  const run = await runInMemory({ 'x.md': text }, ['inspect', 'x.md']);
  const { groups } = JSON.parse(run.out) as { groups: { title: string }[] };
  expect(groups.map(({ title }) => title)).toEqual(['Phase 1', 'Steps', 'Notes']);
});
