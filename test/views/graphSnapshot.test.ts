// What holds for the graph of any queue: nothing dangles, and the plan says the same in each of its forms.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planOf } from '../../server/src/core/plan/plan';
import type { QueueState } from '../../server/src/core/state';
import { toGraphSnapshot } from '../../server/src/views/toGraphSnapshot';
import type { GraphSnapshot } from '../../server/src/protocol/graphSnapshot';
import { mutated, mutations } from '../support/mutations';
import { checkProperty, patience } from '../support/properties';
import { excerpts } from '../support/queueExcerpts';
import { taskText, uriOf, workspaceOf } from '../support/workspace';

const statuses = ['pending', 'pending', 'pending', 'in-progress', 'complete', 'needs-validation'];
const anyTask = fc.record({
  status: fc.constantFrom(...statuses, 'blocked', 'failed', 'cancelled', 'in-progress (manager)'),
  phase: fc.nat(3),
  waits: fc.array(fc.oneof(fc.nat(20), fc.constantFrom('Phase 1', 'Phase 2', 'far-1', 'never-1')), {
    maxLength: 3,
  }),
  parent: fc.option(fc.nat(20), { freq: 4 }),
  priority: fc.constantFrom('P0', 'P1', 'low', 'whenever'),
});

/** A queue with phases, references between all tasks, to whole phases, to another queue and into nothing. */
const anyQueue = fc.array(anyTask, { maxLength: 16 }).map((tasks) => {
  const idOf = (at: number): string => `t-${at % Math.max(1, tasks.length)}-x`;
  return [0, 1, 2, 3]
    .map((phase) => {
      const own = tasks.map((task, at) => ({ ...task, at })).filter((task) => task.phase === phase);
      const texts = own.map(({ at, status, waits, parent, priority }) => {
        const names = waits.map((wait) => (typeof wait === 'number' ? idOf(wait) : wait));
        return taskText(idOf(at), {
          Status: status,
          Priority: priority,
          ...(names.length > 0 ? { 'Depends On': names.join(', ') } : {}),
          ...(parent === null ? {} : { Parent: idOf(parent) }),
        });
      });
      return `## ${phase === 0 ? 'Others' : `Phase ${phase}`}\n\n${texts.join('')}`;
    })
    .join('');
});
const anyDamagedText = fc
  .tuple(fc.shuffledSubarray([...excerpts], { minLength: 1, maxLength: 3 }), mutations)
  .map(([chosen, edits]) => mutated(chosen.map((e) => e.text).join(''), edits, Infinity));

const far = taskText('far-1') + taskText('far-2');

function graphIn(state: QueueState): GraphSnapshot {
  const source = { revision: 1, state, files: new Map(), findings: new Map() };
  const graph = toGraphSnapshot(source, uriOf('a'), planOf(state));
  if (graph === undefined) throw new Error('there is no graph');
  return graph;
}

function check(text: string): void {
  const state = workspaceOf({ a: text, b: far });
  const { tasks, lanes, edges, waves, waterfall, criticalPath, slots, cycles } = graphIn(state);
  const byKey = new Map(tasks.map((task) => [task.key, task]));
  const laneKeys = lanes.map(({ key }) => key);
  expect(byKey.size).toBe(tasks.length);
  expect(new Set([...byKey.keys(), ...laneKeys]).size).toBe(tasks.length + lanes.length);
  expect(new Set(tasks.map(({ lane }) => lane))).toEqual(new Set(laneKeys));
  for (const { from, to, kind } of edges) {
    expect(byKey.has(from)).toBe(true);
    expect(byKey.has(to) || (kind === 'phase' && laneKeys.includes(to))).toBe(true);
  }
  expect(new Set(edges.map(({ from, to }) => JSON.stringify([from, to]))).size).toBe(edges.length);

  const own = tasks.filter(({ isForeign }) => !isForeign);
  const planned = own.flatMap(({ key, wave }) => (wave === undefined ? [] : [{ key, wave }]));
  expect(waves.flat().sort()).toEqual(planned.map(({ key }) => key).sort());
  for (const { key, wave } of planned) expect(waves[wave]).toContain(key);
  expect(waterfall.map(({ key, start }) => ({ key, wave: start }))).toEqual(planned);
  expect(new Set(waterfall.map(({ slot, start }) => `${slot} ${start}`)).size).toBe(
    waterfall.length,
  );
  for (const { slot, key } of waterfall)
    if (byKey.get(key)?.status !== 'in-progress') expect(slot).toBeLessThan(slots.max);
  for (const { ready, wave, waitsFor } of own)
    if (ready && slots.max > 0) expect([wave === undefined, waitsFor]).toEqual([false, 0]);

  for (const { from, to, kind, fulfilment } of edges) {
    const [waiting, first] = [byKey.get(from), byKey.get(to)];
    if (kind !== 'dependency' || fulfilment === 'met' || waiting?.status === 'in-progress')
      continue;
    if (waiting?.wave !== undefined && first?.wave !== undefined && !first.isForeign)
      expect(first.wave).toBeLessThan(waiting.wave);
  }
  for (const key of criticalPath) expect(byKey.get(key)?.slack).toBe(0);
  for (const { ring, cut } of cycles) {
    expect(ring.length).toBeGreaterThan(0);
    const isOwn = byKey.has(cut.from);
    if (isOwn)
      expect(edges.some(({ from, isInCycle }) => from === cut.from && isInCycle)).toBe(true);
  }
}

test('of any plan', patience, () => {
  checkProperty('graphs of plans', 150, fc.property(anyQueue, check));
});

test('of any damaged text', patience, () => {
  checkProperty('graphs of damaged texts', 40, fc.property(anyDamagedText, check));
});
