// Words of queues and progress files in lists to pick from: what would become an icon stays as it is written.
import { expect, test } from 'vitest';
import { claimItems } from '../../client/src/claims/claimItems';
import { claimantItems } from '../../client/src/claims/claimantItems';
import { dependencyItems } from '../../client/src/graph/dependencyItems';
import { taskItems } from '../../client/src/commands/taskItems';
import { laneItems } from '../../client/src/graph/laneItems';
import { lostTaskItem } from '../../client/src/guard/lostTaskWords';
import { disagreementItems } from '../../client/src/reconcile/disagreementItems';
import { graphEdge, graphOf, graphTask } from '../support/graphFixtures';
import { group, queue, snapshot, task } from '../support/views';

const icon = '$(trash)';
const plain = '$\u200b(trash)';
const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 4 } };

test('phases to move a task to, but its own', () => {
  const lane = { range: undefined, done: 1, total: 2 };
  const lanes = [
    { ...lane, key: 'l:1', title: 'Own' },
    { ...lane, key: 'l:2', title: `Phase ${icon}` },
  ];
  expect(laneItems(lanes, 'l:1')).toEqual([
    { label: `Phase ${plain}`, description: '1/2', lane: 'l:2' },
  ]);
});

test('what a task waits for: tasks and whole phases, but not its parent', () => {
  const tasks = ['a', `b${icon}`].map((id) => graphTask(id));
  const graph = graphOf(tasks, [graphEdge('a', `b${icon}`)]);
  expect(dependencyItems(graph, 't:a').map(({ label, to }) => [label, to])).toEqual([
    [`b${plain}`, `t:b${icon}`],
  ]);
  const lane = { key: 'l:9', title: `Phase ${icon}`, range: undefined, done: 0, total: 1 };
  const [edge] = graph.edges;
  const edges = (['phase', 'parent'] as const).flatMap((kind) =>
    edge === undefined ? [] : [{ ...edge, kind, to: 'l:9' }],
  );
  expect(dependencyItems({ ...graph, lanes: [lane], edges }, 't:a')).toMatchObject([
    { label: `Phase ${plain}`, to: 'l:9' },
  ]);
});

test('tasks to go to, with the icon of their status and no other', () => {
  const shown = snapshot(
    queue({ nodes: [group('Phase 1', [task(`a${icon}`, { title: `Plan ${icon}` })])] }),
  );
  const [item, ...others] = taskItems(shown);
  expect(others).toEqual([]);
  expect(item?.label).toMatch(/^\$\([a-z-]+\) /);
  expect(item?.label).toContain(`a${plain}`);
  expect(`${item?.label ?? ''} ${item?.description ?? ''}`).not.toContain(icon);
  expect(`${item?.label ?? ''} ${item?.description ?? ''}`).toContain(`Plan ${plain}`);
});

test('tasks whose claims are verified, and the claims', () => {
  const [claimant] = claimantItems([
    task(`a${icon}`, { title: `Plan ${icon}`, status: 'pending' }),
  ]);
  expect(claimant).toMatchObject({
    label: `a${plain}`,
    description: `pending · Plan ${plain}`,
  });
  const claim = { verdict: 'missing', what: `src/${icon}`, line: 3, reason: `no ${icon}` } as const;
  expect(claimItems([{ uri: 'file:///p.md', path: `${icon}.md`, claims: [claim] }])).toMatchObject([
    { label: `$(error) src/${plain}`, detail: `no ${plain} · ${plain}.md:4` },
  ]);
});

test('lost tasks', () => {
  const lost = { id: `a${icon}`, title: `Plan ${icon}`, status: 'pending' } as const;
  const at = { version: 'kept:1', at: '2026-03-01T12:00:00Z' };
  expect(lostTaskItem({ ...lost, ...at }, (time) => time)).toMatchObject({
    label: `a${plain}`,
    description: `pending · Plan ${plain}`,
  });
});

test('disagreements', () => {
  const [item] = disagreementItems([
    {
      key: 'k',
      id: `mix${icon}`,
      title: `Mix ${icon}`,
      queue: { uri: 'file:///q', name: 'q.md', status: 'in-progress', range },
      progress: {
        uri: 'file:///p',
        path: `${icon}.md`,
        status: 'complete',
        words: `DONE ${icon}`,
        range,
      },
      recorded: 'needs-validation',
      proposed: 'record',
    },
  ]);
  expect(item).toMatchObject({
    label: `mix${plain}  queue: in-progress → needs-validation`,
    description: `Mix ${plain}`,
    detail: `in-progress ↔ “DONE ${plain}”  ·  q.md:4 ↔ ${plain}.md:4`,
  });
});
