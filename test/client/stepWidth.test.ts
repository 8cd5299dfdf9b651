import { expect, test } from 'vitest';
import { idFont, stepWidth } from '../../client/webview/graph/stepWidth';
import { shorten } from '../../server/src/graphview/textWidth';

test('a step of the waterfall has room for the longest id, as long as that is no sentence', () => {
  expect(stepWidth([])).toBe(stepWidth(['a-1']));
  const ids = ['lamp-1', 'lamp-room-service-p1-4'];
  const width = stepWidth(ids);
  expect(width).toBeGreaterThan(stepWidth(['lamp-1']));
  // The box is 6 narrower than its step, and 34 of it are no text.
  expect(ids.map((id) => shorten(id, idFont, width - 40))).toEqual(ids);
  expect(stepWidth(['x'.repeat(200)])).toBe(stepWidth(['x'.repeat(60)]));
});
