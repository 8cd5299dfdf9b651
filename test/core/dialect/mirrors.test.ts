// Repeats of a task: what is a mirror of what, and how far each is compared (dialect 3.3 precedence, 3.8, C4, S5).
import { describe, expect, test } from 'vitest';

import { taskKeyOf } from '../../../server/src/core/model/taskKey';
import { mirrorsIn, queueUri, readText, stateOf, tasksIn } from '../../support/readText';

const heading = '### st-1-tune: Tune\n- **Status:** pending\n';
const record = 'st-1-tune|pending|Tune\n';
const checkbox = '- [ ] st-1-tune - Tune\n';
const row = '| Task | Status |\n|---|---|\n| st-1-tune | complete |\n';
const bullet = '- ✅ st-1-tune: tuned\n';

/** Before or after: the place does not matter. The rule ends the body of a heading. */
function both(a: string, b: string): readonly string[] {
  return [`${a}\n---\n\n${b}`, `${b}\n---\n\n${a}`];
}

describe('the stronger form declares, the weaker one repeats', () => {
  test.each([
    ['heading over check box', heading, '- [x] st-1-tune - Tune\n', 'heading', 'checkbox'],
    ['heading over row', heading, row, 'heading', 'table-row'],
    ['heading over status bullet', heading, bullet, 'heading', 'status-bullet'],
    ['record over row', record, row, 'pipe-record', 'table-row'],
    ['check box over row', checkbox, row, 'checkbox', 'table-row'],
    ['check box over status bullet', checkbox, bullet, 'checkbox', 'status-bullet'],
    ['row over status bullet', row, '- 🔄 st-1-tune\n', 'table-row', 'status-bullet'],
  ])('%s', (_what, strong, weak, declares, repeats) => {
    for (const text of both(strong, weak)) {
      const { declarations, mirrors } = readText(text);
      expect(declarations.map((d) => d.form)).toEqual([declares]);
      expect(mirrors.map((m) => [m.form, m.of])).toEqual([[repeats, 'st-1-tune']]);
    }
  });
});

describe('C4: two declarations of the same strength are two tasks', () => {
  test.each([
    ['headings', '### st-1 ✅\n\n#### ST-1 ⏳\n'],
    ['a heading and a record', '### st-1 ✅\n\n---\n\nst-1|pending\n'],
    ['a heading and a Task ID field', '### st-1 ✅\n\n### Tune\n**Task ID:** st-1\n'],
    ['rows of one table', '| Task | Status |\n|---|---|\n| st-1 | pending |\n| st-1 | pending |\n'],
  ])('%s', (_what, text) => {
    expect(readText(text).declarations).toHaveLength(2);
  });

  test('a second check box, row of another table, or status bullet repeats the first', () => {
    expect(tasksIn('- [ ] st-1 - Tune\n- [x] st-1 - Tune\n')).toEqual(['st-1: pending (checkbox)']);
    expect(mirrorsIn('- ✅ st-1\n\nWords.\n\n- ⏳ st-1\n')).toEqual([
      'st-1: pending (status-bullet)',
    ]);
  });
});

describe('a short form repeats the only task it can mean', () => {
  test('a hyphen-boundary prefix', () => {
    expect(mirrorsIn(`- ✅ st-1: done\n\n${heading}`)).toEqual(['st-1: complete (status-bullet)']);
  });

  test('the longer form of the only declared prefix', () => {
    expect(mirrorsIn(`- ✅ st-1-tune-again: done\n\n${heading}`)).toEqual([
      'st-1-tune-again: complete (status-bullet)',
    ]);
  });

  test('not a prefix of two', () => {
    expect(tasksIn(`- ✅ st-1: done\n\n${heading}\n### st-1-play ✅\n`)).toEqual([
      'st-1: complete (status-bullet)',
      'st-1-tune: pending (heading)',
      'st-1-play: complete (heading)',
    ]);
  });

  test('not several longer ones: they are its children', () => {
    expect(tasksIn('- ✅ st-1-a\n- ⏳ st-1-b\n\n### st-1 ✅\n')).toHaveLength(3);
  });

  test('not a prefix within a word', () => {
    expect(mirrorsIn('- ✅ st-1: done\n\n### st-10 ✅\n')).toEqual([]);
  });
});

describe('places that can only repeat', () => {
  test('items of a Sub-Tasks list', () => {
    const text =
      '### st-0\n- **Status:** in-progress\n- **Sub-Tasks:**\n  - st-1: ✅ completed\n  - [ ] `st-2` — pending\n  - st-9: pending\n\n### st-1 ⏳\n\n### st-2 ⏳\n';
    expect(mirrorsIn(text)).toEqual(['st-1: complete (sub-task)', 'st-2: pending (sub-task)']);
  });

  test('ids in the value of a Sub-Tasks field claim nothing', () => {
    const text = '### st-0 ⏳\n- **Sub-Tasks:** st-1, st-2 ✅\n\n### st-1 ⏳\n';
    expect(mirrorsIn(text)).toEqual(['st-1: unknown (sub-task)']);
  });

  test('D7: a detail heading, with or without a status', () => {
    const text = `${heading}\n### st-1-tune Validation Details\n\n### st-1-tune Log ✅\n\n### st-1-tune Review\n- **Status:** failed\n`;
    expect(mirrorsIn(text)).toEqual([
      'st-1-tune: unknown (detail-heading)',
      'st-1-tune: complete (detail-heading)',
      'st-1-tune: failed (detail-heading)',
    ]);
  });

  test('a detail heading of an id that nobody declares is nothing', () => {
    const { declarations, mirrors } = readText(
      '### st-1 Validation Details\n- **Status:** failed\n',
    );
    expect([declarations, mirrors]).toEqual([[], []]);
  });

  test('a row without a Status column repeats the id only', () => {
    expect(mirrorsIn(`${heading}\n| Task | Title |\n|---|---|\n| st-1-tune | Tune |\n`)).toEqual([
      'st-1-tune: unknown (table-row)',
    ]);
  });
});

test('S5: the most advanced of several declarations is the effective status', () => {
  const order =
    'complete validated self-validated needs-validation in-progress failed blocked pending cancelled'.split(
      ' ',
    );
  const effective = order.slice(1).map((status, i) => {
    const text = `### st-1\n- **Status:** ${status}\n\n### st-1\n- **Status:** ${order[i]}\n`;
    return stateOf(text).index.tasks.get(taskKeyOf(queueUri, 'st-1'))?.status;
  });
  expect(effective).toEqual(order.slice(0, -1));
});
