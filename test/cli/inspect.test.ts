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
