// When a picture has to be made again although nothing but the time has changed.
import { expect, test } from 'vitest';

import { dependsOnClock } from '../../server/src/session/dependsOnClock';
import { stateOfMarked } from '../support/checkRules';
import { readMarked } from '../support/marker';

test.each([
  ['a start', '- **Started:** 2026-03-01 09:00 EST', true],
  [
    'a worker that says when it was spawned',
    '- **Worker:** s-4 (spawned 2026-03-01 09:00 EST)',
    true,
  ],
  ['a stamp of its own kind', '- **Self-Validation:** 2026-03-01 09:00 EST', true],
  ['no time', '- **Worker:** s-4', false],
  ['a plan', '- **Due:** 2026-06-01', false],
])('a task with %s', (_what, field, expected) => {
  const state = stateOfMarked(readMarked(`### a-1\n- **Status:** in-progress\n${field}\n`));
  expect(dependsOnClock(state)).toBe(expected);
});
