import { expect, test } from 'vitest';
import { zoneOffset } from '../../server/src/session/zoneOffset';

const winter = Date.UTC(2026, 0, 15, 12, 0, 33);
const summer = Date.UTC(2026, 6, 15, 12);

test.each([
  ['UTC', winter, 0],
  ['z', winter, 0],
  ['-05:00', winter, -300],
  ['+5:30', winter, 330],
  ['+0530', winter, 330],
  ['+2', winter, 120],
  ['America/New_York', winter, -300],
  ['America/New_York', summer, -240],
  ['Asia/Kolkata', summer, 330],
  ['Nowhere', winter, undefined],
  ['+99:00', winter, undefined],
  ['', winter, undefined],
])('%s at %d is %s', (zone, now, expected) => {
  expect(zoneOffset(zone, now)).toBe(expected);
});

test('local is the zone of the machine', () => {
  // `+ 0` because UTC gives a negative zero.
  expect((zoneOffset('local', winter) ?? NaN) + 0).toBe(-new Date(winter).getTimezoneOffset() + 0);
});
