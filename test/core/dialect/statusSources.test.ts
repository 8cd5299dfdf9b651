// Where a status comes from when several things tell one (dialect 3.5, S2).
import { describe, expect, test } from 'vitest';
import { onlyTask } from '../../support/readText';

describe('S2: where the status comes from', () => {
  test.each([
    ['the field before the mark', '### st-1 ✅\n- **Status:** pending', 'pending', 'field'],
    ['the mark before a date', '### st-1 ⏳\n- **Completed:** 2026-02-27', 'pending', 'mark'],
    ['a mark whose words claim nothing', '### st-1 ✅ LOOK AGAIN\n', 'complete', 'mark'],
    [
      'a Completed date',
      '### st-1\n- **Completed:** 2026-02-27 10:00 EST',
      'complete',
      'completed',
    ],
    ['no date in Completed', '### st-1\n- **Completed:** soon', 'unknown', 'none'],
    [
      'a section called Completed',
      '## ✅ Completed\n### st-1\n- **Model:** opus',
      'complete',
      'section',
    ],
    [
      'a section called Archived',
      '## Archived (February)\n### st-1\n- **Model:** opus',
      'complete',
      'section',
    ],
    [
      'a section that tells to complete',
      '## Complete the import\n### st-1\n- **Model:** opus',
      'unknown',
      'none',
    ],
    ['an empty field', '### st-1\n- **Status:**\n- **Model:** opus', 'unknown', 'none'],
    ['words nobody knows', '### st-1 ✅\n- **Status:** nearly', 'unknown', 'field'],
    ['a row without a Status column', '| Task |\n|---|\n| st-1 |', 'pending', 'default'],
    ['an empty Status cell', '| Task | Status |\n|---|---|\n| st-1 | |', 'unknown', 'none'],
    [
      'a row in a section called Completed',
      '## Completed\n| Task |\n|---|\n| st-1 |',
      'complete',
      'section',
    ],
    [
      'a Completed cell',
      '| Task | Completed |\n|---|---|\n| st-1 | 2026-02-27 |',
      'complete',
      'completed',
    ],
  ])('%s', (_what, text, value, source) => {
    const { status } = onlyTask(`${text}\n`);
    expect([status.value, status.source]).toEqual([value, source]);
  });
});
