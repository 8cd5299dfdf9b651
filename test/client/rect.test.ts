import { expect, test } from 'vitest';
import { contains, grown, overlaps, type Rect } from '../../client/webview/graph/rect';

const rect = (x: number, y: number, width: number, height: number): Rect => {
  return { x, y, width, height };
};

test('a rectangle grows on all sides by a share of its size', () => {
  expect(grown(rect(10, 20, 100, 40), 0.5)).toEqual(rect(-40, 0, 200, 80));
});

test.each([
  [rect(0, 0, 10, 10), rect(5, 5, 10, 10), true],
  [rect(0, 0, 10, 10), rect(10, 0, 10, 10), true],
  [rect(0, 0, 10, 10), rect(11, 0, 10, 10), false],
  [rect(0, 0, 10, 10), rect(0, 11, 10, 10), false],
  [rect(0, 0, 10, 10), rect(2, 2, 1, 1), true],
])('%o and %o share a point: %s', (a, b, expected) => {
  expect([overlaps(a, b), overlaps(b, a)]).toEqual([expected, expected]);
});

test('a rectangle contains what lies in it as a whole; nothing contains nothing', () => {
  const outer = rect(0, 0, 10, 10);
  expect(contains(outer, outer)).toBe(true);
  expect(contains(outer, rect(2, 2, 8, 8))).toBe(true);
  expect(contains(outer, rect(2, 2, 9, 8))).toBe(false);
  expect(contains(undefined, outer)).toBe(false);
});
