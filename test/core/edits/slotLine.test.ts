// The slot line says what is in progress, in its own words.
import { expect, test } from 'vitest';
import { setSlotLine } from '../../../server/src/core/edits/setSlotLine';
import { outcome, queueUri } from './editing';

const set = (text: string, ids?: readonly string[]): string =>
  outcome(text, (c) => setSlotLine(c, { uri: queueUri, ...(ids ? { ids } : {}) }));
const tasks = '\n### a-1\n- **Status:** in-progress\n\n### b-2\n- **Status:** complete\n';

test.each<[string, string, string]>([
  [
    'occupied',
    '**Worker Slots:** 2/2 occupied (a-1, b-2)\n',
    '**Worker Slots:** 1/2 occupied (a-1)\n',
  ],
  ['available', '**Worker Slots:** 2/2 available\n', '**Worker Slots:** 1/2 available\n'],
  [
    'others named',
    '**Worker Capacity:** 1/2 slots occupied (b-2) - as of noon\n',
    '**Worker Capacity:** 1/2 slots occupied (a-1) - as of noon\n',
  ],
  [
    'three lines',
    '- **Max Slots:** 2\n- **Current:** 0/2 occupied\n- **Running:** None\n',
    '- **Max Slots:** 2\n- **Current:** 1/2 occupied\n- **Running:** a-1\n',
  ],
  [
    'a capacity',
    'Words\n\n- **Current Capacity:** 2 slots\n- **Active Workers:** 2\n',
    'Words\n\n- **Current Capacity:** 2 slots\n- **Active Workers:** 1\n',
  ],
  ['nothing to do', '**Worker Slots:** 1/2 occupied\n', '**Worker Slots:** 1/2 occupied\n'],
])('%s', (_name, line, wanted) => {
  expect(set(line + tasks)).toBe(wanted + tasks);
});

test.each<[string, string, string]>([
  [
    'a table',
    '| Slot | Task | Since | State |\n|---|---|---|---|\n| 1 | b-2 | noon | busy |\n| 2 | — | | Available |\n',
    '| Slot | Task | Since | State |\n|---|---|---|---|\n| 1 | a-1 | - | - |\n| 2 | — | | Available |\n',
  ],
  [
    'a free row',
    '## Worker Slots (Max 2)\n\n| Worker | Current Task | State |\n|---|---|---|\n| w-1 | **b-2** | busy |\n| w-2 | a-1 | busy |\n',
    '## Worker Slots (Max 2)\n\n| Worker | Current Task | State |\n|---|---|---|\n| w-1 | - | - |\n| w-2 | a-1 | busy |\n',
  ],
  [
    'a row to fill',
    '| Slot | Task | State |\n|---|---|---|\n| 1 | - | Available |\n| 2 | - | Available |\n',
    '| Slot | Task | State |\n|---|---|---|\n| 1 | a-1 | in-progress |\n| 2 | - | Available |\n',
  ],
])('%s', (_name, table, wanted) => {
  expect(set(table + tasks)).toBe(wanted + tasks);
});

test('given ids, and none', () => {
  const line = '**Worker Slots:** 2/2 occupied (a-1, b-2)\n';
  expect(set(line + tasks, [])).toBe(`**Worker Slots:** 0/2 occupied\n${tasks}`);
  expect(set(line + tasks, ['b-2'])).toBe(`**Worker Slots:** 1/2 occupied (b-2)\n${tasks}`);
});

test.each<[string, string, string]>([
  ['no line', '', 'no slot line'],
  ['a rule', '> MAX 2 TASKS AT A TIME\n', 'only says how many'],
  ['too small a table', '| Slot | Task |\n|---|---|\n', 'no slot line'],
])('refused: %s', (_name, line, why) => {
  expect(set(line + tasks)).toContain(why);
});
