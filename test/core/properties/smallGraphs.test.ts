// Cycles against brute force: every graph of up to four nodes, and random ones of up to seven.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cyclicComponents, shortestRing } from '../../../server/src/core/graph/components';
import { checkProperty, patience } from '../../support/properties';

/** `edges[a][b]`: a points to b. */
type Matrix = readonly (readonly boolean[])[];

function nodesOf(edges: Matrix): readonly number[] {
  return edges.map((_, i) => i);
}

/** Where one or more steps lead (Warshall). */
function reachable(edges: Matrix): boolean[][] {
  const reach = edges.map((row) => [...row]);
  for (const via of nodesOf(edges))
    for (const row of reach)
      if (row[via]) row.forEach((_, to) => (row[to] ||= reach[via]?.[to] ?? false));
  return reach;
}

/** Sets of nodes that reach each other and themselves, by their least node. */
function bruteComponents(edges: Matrix): number[][] {
  const reach = reachable(edges);
  const together = (a: number, b: number) => reach[a]?.[b] === true && reach[b]?.[a] === true;
  return nodesOf(edges)
    .map((a) => nodesOf(edges).filter((b) => together(a, b)))
    .filter((component, a) => component[0] === a);
}

/** Length of a shortest way from `start` back to itself. */
function bruteRingLength(edges: Matrix, start: number): number {
  let at = new Set([start]);
  for (let length = 1; length <= edges.length; length++) {
    at = new Set(nodesOf(edges).filter((to) => [...at].some((from) => edges[from]?.[to])));
    if (at.has(start)) return length;
  }
  return Infinity;
}

function checkGraph(edges: Matrix): void {
  const targetsOf = (node: number) => nodesOf(edges).filter((to) => edges[node]?.[to]);
  const found = cyclicComponents(nodesOf(edges), targetsOf);
  const sorted = found.map((c) => [...c].sort()).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  const wanted = bruteComponents(edges);
  if (JSON.stringify(sorted) !== JSON.stringify(wanted)) expect(sorted).toEqual(wanted);
  for (const component of found) {
    for (const start of component) {
      const ring = shortestRing(start, new Set(component), targetsOf);
      const steps = ring.map((node, i) => edges[node]?.[ring[(i + 1) % ring.length] ?? -1]);
      const isRing =
        ring[0] === start &&
        new Set(ring).size === ring.length &&
        ring.every((node) => component.includes(node)) &&
        steps.every(Boolean) &&
        ring.length === bruteRingLength(edges, start);
      if (!isRing) expect.fail(`${ring.join(' → ')} in ${JSON.stringify(edges)}`);
    }
  }
}

test.each([0, 1, 2, 3, 4])('every graph of %i nodes', (size) => {
  for (let bits = 0; bits < 2 ** (size * size); bits++) {
    checkGraph(
      Array.from({ length: size }, (_, a) =>
        Array.from({ length: size }, (_, b) => ((bits >> (a * size + b)) & 1) === 1),
      ),
    );
  }
});

test('random graphs of five to seven nodes', patience, () => {
  const graph = fc.integer({ min: 5, max: 7 }).chain((size) => {
    // Few edges as often as many: dense graphs are one knot only.
    const edge = fc.oneof(fc.constant(false), fc.constant(false), fc.boolean());
    const row = fc.array(edge, { minLength: size, maxLength: size });
    return fc.array(row, { minLength: size, maxLength: size });
  });
  checkProperty('graphs of five to seven nodes', 150, fc.property(graph, checkGraph));
});

test('a chain of a hundred thousand nodes is walked without recursion', () => {
  const nodes = Array.from({ length: 100_000 }, (_, i) => i);
  expect(cyclicComponents(nodes, (n) => (n + 1 < nodes.length ? [n + 1] : []))).toEqual([]);
  const ring = cyclicComponents(nodes, (n) => [(n + 1) % nodes.length]);
  expect(ring.map((members) => members.length)).toEqual([nodes.length]);
});
