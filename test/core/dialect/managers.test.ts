// Which tasks lead others and take no slot (dialect 3.7 P2 and P3, C5).
import { describe, expect, test } from 'vitest';

import { queueUri, stateOf } from '../../support/readText';

/** The ids of the tasks that are managers. */
function managersIn(text: string): readonly string[] {
  return [...stateOf(text).index.tasks.values()].filter((t) => t.isManager).map((t) => t.id);
}

const child = '\n### st-1\n- **Status:** in-progress\n';

describe('a manager', () => {
  test.each([
    ['says so', '### st-0\n- **Status:** in-progress (manager)\n'],
    ['says so with more words', '### st-0\n- **Status:** in-progress (L2 Manager)\n'],
    [
      'has a Sub-Tasks list that names a declared id',
      `### st-0\n- **Status:** in-progress\n- **Sub-Tasks:**\n  - st-1: pending\n${child}`,
    ],
    [
      'has such a list, and a worker of its own (C5)',
      `### st-0\n- **Status:** in-progress\n- **Worker:** s-1\n- **Sub-Tasks:**\n  - st-1\n${child}`,
    ],
    ['is named as Parent', `### st-0\n- **Status:** in-progress\n${child}- **Parent:** st-0\n`],
    [
      'is named as Parent with a remark',
      `### st-0\n- **Status:** in-progress\n${child}- **Parent:** \`st-0\` (the whole tour)\n`,
    ],
    ['has the type Epic', '### st-0\n- **Status:** in-progress\n- **Type:** Epic\n'],
  ])('%s', (_what, text) => {
    expect(managersIn(text)).toEqual(['st-0']);
    expect(
      stateOf(text)
        .schedule.byQueue.get(queueUri)
        ?.inProgress.map((key) => key.split('\n')[1]),
    ).toEqual(text.includes('st-1\n- **Status') ? ['st-1'] : []);
  });
});

describe('no manager', () => {
  test.each([
    [
      'named as Parent, with a worker of its own (C5)',
      `### st-0\n- **Status:** in-progress\n- **Session ID:** 7f3a\n${child}- **Parent:** st-0\n`,
    ],
    [
      'a Sub-Tasks list without declared ids',
      '### st-0\n- **Status:** in-progress\n- **Sub-Tasks:**\n  - st-9: pending\n',
    ],
    ['its own Parent', '### st-0\n- **Status:** in-progress\n- **Parent:** st-0\n'],
    ['the Parent is a phase', `## Phase 1\n${child}- **Parent:** Phase 1\n`],
    [
      'the manager is somebody else',
      '### st-0\n- **Status:** in-progress\n- **Description:** Ask the manager\n',
    ],
  ])('%s', (_why, text) => {
    expect(managersIn(text)).toEqual([]);
  });
});

test('a worker called "-" is none', () => {
  const text = `### st-0\n- **Status:** in-progress\n- **Assigned:** -\n${child}- **Parent:** st-0\n`;
  expect(managersIn(text)).toEqual(['st-0']);
});

test('P3: an id counts once, by its effective status', () => {
  const text = '### st-1 🔄\n\n### st-1 🔄\n\n### st-2 🔄\n\n### st-2 ✅\n';
  expect(stateOf(text).schedule.byQueue.get(queueUri)?.inProgress).toEqual([`${queueUri}\nst-1`]);
});
