// A task that is declared several times stands, everywhere, where its status stands.
import { expect, test } from 'vitest';

import { hoverAt } from '../../server/src/core/features/hover';
import { lensesOf } from '../../server/src/core/features/codeLenses';
import { planOf } from '../../server/src/core/plan/plan';
import { taskBlockOf } from '../../server/src/core/spawn/taskBlock';
import { preflight } from '../../server/src/core/spawn/preflight';
import { toGraphSnapshot } from '../../server/src/views/toGraphSnapshot';
import { toSnapshot } from '../../server/src/views/toSnapshot';
import { keyOf, uriOf, workspaceOf } from '../support/workspace';

const text = [
  '# Jobs',
  '## Phase 1: Dig',
  '### dig-1: As it was planned',
  '- **Status:** pending',
  '- **Model:** haiku',
  '### dig-2: Carry',
  '- **Status:** pending',
  '## Phase 2: Fill',
  '### dig-3: Stamp',
  '- **Status:** complete',
  '### dig-1: As it runs',
  '- **Status:** in-progress',
  '- **Worker:** session-9',
  '### dig-2: Carry once more',
  '- **Status:** pending',
  '',
].join('\n');
const uri = uriOf('a');
const state = workspaceOf({ a: text });
const source = {
  revision: 1,
  state,
  files: new Map([
    [uri, { uri, name: 'a.md', folderUri: 'file:///w', version: 1, trouble: undefined }],
  ]),
  beside: new Map(),
  findings: new Map(),
  scanning: false,
  reading: false,
};
const lineRange = (line: number, length: number) => ({
  start: { line, character: 0 },
  end: { line, character: length },
});

test('the tree shows it in the group, at the line and with the fields of its status', () => {
  const { queues } = toSnapshot(source);
  const nodes = queues[0]?.nodes;
  expect(nodes).toMatchObject([
    { title: 'Phase 1: Dig', total: 1, children: [{ id: 'dig-2', title: 'Carry' }] },
    {
      ...{ title: 'Phase 2: Fill', done: 1, total: 2 },
      children: [
        { id: 'dig-3' },
        {
          ...{ id: 'dig-1', title: 'As it runs', status: 'in-progress', worker: 'session-9' },
          ...{ range: lineRange(10, 21), repeats: [lineRange(2, 28)] },
        },
      ],
    },
  ]);
  expect(JSON.stringify(nodes)).not.toContain('haiku');
});

test('so does the graph: lane, range, order and totals follow', () => {
  const graph = toGraphSnapshot(source, uri, planOf(state));
  const lanes = new Map(graph?.lanes.map(({ key, title }) => [key, title]));
  expect(graph?.tasks.map((t) => [t.id, lanes.get(t.lane), t.range.start.line, t.title])).toEqual([
    ['dig-2', 'Phase 1: Dig', 5, 'Carry'],
    ['dig-3', 'Phase 2: Fill', 8, 'Stamp'],
    ['dig-1', 'Phase 2: Fill', 10, 'As it runs'],
  ]);
  expect(graph?.lanes.map(({ title, done, total }) => [title, done, total])).toEqual([
    ['Phase 1: Dig', 0, 1],
    ['Phase 2: Fill', 1, 2],
  ]);
});

test('hover and lenses, too; of two that say the same it is the first', () => {
  const hover = hoverAt(state, uri, text, text.indexOf('dig-1'))?.markdown ?? '';
  expect(hover).toContain('As it runs');
  expect(hover).toContain('#L12');
  expect(hover).not.toContain('haiku');
  const document = state.documents.get(uri);
  const options = { spawn: true, watch: true, reason: true, graph: false, isTrusted: true };
  const lenses = document
    ? lensesOf(state, document, { ...options, attemptOf: () => undefined })
    : [];
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  expect(lenses.map(({ key, line }) => [key, lineOf(line.start)])).toEqual([
    [keyOf('a', 'dig-2'), 6],
    [keyOf('a', 'dig-2'), 6],
    [keyOf('a', 'dig-1'), 11],
  ]);
});

test('a worker would be told that block, and is not started while there are two', () => {
  expect(taskBlockOf(state, keyOf('a', 'dig-1'))?.text).toContain('session-9');
  const facts = { isTrusted: true, held: [], maxWorkers: 9, cwd: '/w', isFolder: true };
  const obstacles = preflight(state, keyOf('a', 'dig-2'), { ...facts, isRetry: false });
  expect(obstacles.map(({ code }) => code)).toEqual(['ambiguous-id']);
});
