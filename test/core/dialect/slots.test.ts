// What a queue says about worker slots (dialect 3.7 P4 and P5, C3, C6, C7, C10).
import { describe, expect, test } from 'vitest';

import type { SlotDeclaration } from '../../../server/src/core/model/queueDocument';
import { readText, tasksIn } from '../../support/readText';

function slotsIn(text: string): SlotDeclaration | undefined {
  return readText(`${text}\n`).slots;
}

/** `n/m (source)`; `?` where the use is not said. */
function read(text: string): string | undefined {
  const slots = slotsIn(text);
  return slots && `${slots.occupied ?? '?'}/${slots.max} (${slots.source})`;
}

const claimsIn = (text: string) => slotsIn(text)?.claims.map((claim) => claim.id.value);

describe('P4: notations', () => {
  test.each([
    ['**Worker Slots:** 2/2 occupied', '2/2 (line)'],
    ['**Worker Slots:** 2/2 available', '0/2 (line)'],
    ['**Worker Slots:** 1/3 free', '2/3 (line)'],
    ['**Worker Slots:** 1/2 used', '1/2 (line)'],
    ['**Worker Slots:** 1/2 in use', '1/2 (line)'],
    ['**Worker Slots:** 0/5', '0/5 (line)'],
    ['**Worker Capacity:** 1/2 slots occupied (st-1)', '1/2 (line)'],
    ['**Worker Capacity:** 2/2 slots available', '0/2 (line)'],
    ['- **Current:** 1/2 occupied', '1/2 (line)'],
    ['- **Max Slots:** 3', '?/3 (max)'],
    ['## Worker Slots (Max 2)', '?/2 (heading)'],
    [
      '- **Current Capacity:** 2 slots\n- **Active Workers:** 1\n- **Available:** 1',
      '1/2 (capacity)',
    ],
    ['- **Current Capacity:** 2 slots', '?/2 (capacity)'],
    ['> MAX 2 DEV TASKS IN-PROGRESS', '?/2 (rule)'],
    ['> **RUN 1 TASK AT A TIME**', '?/1 (rule)'],
    ['> Max 2 leaf task slots', '?/2 (rule)'],
    ['## MAX 2 CONCURRENT TASKS', '?/2 (rule)'],
  ])('%s', (text, slots) => {
    expect(read(text)).toBe(slots);
  });

  test.each([
    ['nothing is said (C10)', '### st-1 ✅'],
    ['prose', 'We run at most 2 tasks.'],
    ['another fraction', '**Progress:** 3/5 tasks'],
    ['a quote about something else', '> Max 3 retries per task'],
    ['a quote about time', '> Max 2 hours for a task'],
    ['a rule in a fence', '```\n> MAX 2 TASKS\n```'],
  ])('no slots: %s', (_why, text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('slot tables', () => {
  const table =
    '| Slot | Task | State |\n|---|---|---|\n| 1 | st-1 | running |\n| 2 | st-2 | Available |\n| 3 | - | idle |\n';

  test('one slot a row; taken is a row with an id that is not called free', () => {
    expect(read(table)).toBe('1/3 (table)');
    expect(claimsIn(table)).toEqual(['st-1']);
    expect(tasksIn(table)).toEqual([]);
  });

  test('C6: the header row is the slot line', () => {
    const { line } = slotsIn(table) ?? { line: { start: 0, end: 0 } };
    expect(table.slice(line.start, line.end)).toBe('| Slot | Task | State |');
  });

  test('C3: only where Slot or Worker is the first header cell', () => {
    expect(read('| Task | Slot |\n|---|---|\n| st-1 | 1 |\n')).toBeUndefined();
  });

  test('below a heading with a maximum it says the use', () => {
    expect(read(`## Worker Slots (Max 3)\n\n${table}`)).toBe('1/3 (heading)');
  });
});

describe('P4: the first of the list is the declaration', () => {
  test('a labelled line before a rule, wherever they stand', () => {
    expect(read('> MAX 3 TASKS\n\n**Worker Slots:** 1/2 occupied')).toBe('1/2 (line)');
  });

  test('a maximum before a heading, a table and a rule', () => {
    expect(read('> MAX 9 TASKS\n\n## Worker Slots (Max 4)\n- **Max Slots:** 3')).toBe('?/3 (max)');
  });

  test('the first of two lines; the other is secondary, also in a numbered list', () => {
    const slots = slotsIn(
      '**Worker Slots:** 1/2 occupied\n\n1. Slots: 2/3 occupied\n2. **Worker Slots:** 2/2 available',
    );
    expect([slots?.occupied, slots?.max]).toEqual([1, 2]);
    expect(slots?.secondary.map((s) => [s.occupied, s.max])).toEqual([
      [2, 3],
      [0, 2],
    ]);
  });

  test.each([
    ['a time', '1. Slots 2/2 at 13:05'],
    ['a date', '1. Slots 2/2 on 2026-02-27'],
    ['a change', '1. Slots 2/2 → 1/2'],
    ['the past', '1. Slots were 2/2 before'],
    ['no word about slots', '1. 3/5 done'],
    ['no label', '1. There are 2/2 slots available'],
  ])('no secondary statement: %s', (_why, line) => {
    expect(slotsIn(`**Worker Slots:** 1/2 occupied\n\n${line}`)?.secondary).toEqual([]);
  });
});

describe('P5: claimed workers', () => {
  test.each([
    ['parentheses', '**Worker Slots:** 2/2 occupied (st-1, st-2)', ['st-1', 'st-2']],
    ['whatever words follow (C7)', '**Worker Slots:** 1/2 occupied (st-1 just finished)', ['st-1']],
    ['a Running list', '- **Current:** 1/2 occupied\n- **Running:** st-1, st-2', ['st-1', 'st-2']],
    [
      'a Running list of bullets',
      '- **Current:** 1/2 occupied\n- **Running:**\n  - st-1\n  - st-2 (L2)',
      ['st-1', 'st-2'],
    ],
    ['In Progress beside it (C7)', '**Worker Slots:** 1/2\n**In Progress:** st-1', ['st-1']],
    ['none', '**Worker Slots:** 0/2 occupied (none)', []],
    ['words that are no ids', '**Worker Slots:** 1/2 occupied (see JOBS.md)', []],
  ])('%s', (_what, text, claims) => {
    expect(claimsIn(text)).toEqual(claims);
  });

  test('a Running field far from any slot line claims nothing', () => {
    expect(claimsIn('**Worker Slots:** 1/2 occupied\n\n## Notes\n- **Running:** st-1')).toEqual([]);
  });
});
