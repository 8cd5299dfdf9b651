// Fields in all their notations (dialect 2.3, 3.4, F1-F5).
import { describe, expect, test } from 'vitest';

import { fieldKeyOf } from '../../../server/src/core/dialect/fieldKeys';
import { fieldOf } from '../../../server/src/core/model/declaration';
import { fieldsBelow, taskWith } from '../../support/readText';

describe('notations', () => {
  test.each([
    ['- **Status:** pending', 'status: pending'],
    ['* **Status:** pending', 'status: pending'],
    ['**Status:** pending', 'status: pending'],
    ['- Status: pending', 'status: pending'],
    ['Status: pending', 'status: pending'],
    ['- **Status**: pending', 'status: pending'],
    ['**Status**: pending', 'status: pending'],
    ['- **status:** pending', 'status: pending'],
    ['- **Status:** pending  ', 'status: pending'],
    ['- **Status:** `pending`', 'status: `pending`'],
    ['- **Status:** **pending**', 'status: **pending**'],
    ['- **Status:** pending <!-- a remark -->', 'status: pending'],
    ['- **Status:**', 'status: '],
    ['- **Session ID:** a:b:c', 'worker: a:b:c'],
  ])('%s', (line, field) => {
    expect(fieldsBelow(line)).toEqual([field]);
  });

  test('a key that means nothing to us is kept', () => {
    expect(fieldsBelow('- **Status:** pending\n- **Git Commit:** 1a2b3c4')).toEqual([
      'status: pending',
      'other: 1a2b3c4',
    ]);
  });

  test('several on one line, between bars', () => {
    expect(fieldsBelow('**Status:** pending | **Priority:** HIGH | **Model:** haiku')).toEqual([
      'status: pending',
      'priority: HIGH',
      'model: haiku',
    ]);
  });

  test('a bar that no key follows belongs to the value', () => {
    expect(fieldsBelow('**Description:** red | green')).toEqual(['description: red | green']);
  });

  test.each([
    ['an indented bullet', '- A list\n  - **Status:** pending'],
    ['a numbered item', '1. **Status:** pending'],
    ['a bold word without a colon', '**Status** pending'],
    ['an unknown plain key', 'Colour: red'],
    ['an unknown plain key behind a bullet', '- Colour: red'],
    ['a sentence', 'The Status: pending, as always'],
    ['a quote', '> **Status:** pending'],
  ])('no field: %s', (_why, lines) => {
    expect(fieldsBelow(`- **Model:** opus\n\n${lines}`)).toEqual(['model: opus']);
  });
});

describe('F2: plain keys', () => {
  test('count right below the heading and below each other, blank lines aside', () => {
    expect(fieldsBelow('\nStatus: pending\n\nPriority: HIGH\nModel: opus')).toEqual([
      'status: pending',
      'priority: HIGH',
      'model: opus',
    ]);
  });

  test('a line with a key of the writer’s own does not end the run', () => {
    expect(
      fieldsBelow('Notes: ask first\nStatus: in-progress\nReviewed by: Ada\n\nWorker: s-7'),
    ).toEqual(['status: in-progress', 'worker: s-7']);
  });

  test.each([
    ['prose', 'Notes: ask first, then\nwait'],
    ['a bullet', '- Notes: ask first'],
    ['a quote', '> Notes: ask first'],
    ['a long sentence', 'What everybody has to know of this: ask'],
  ])('%s ends it', (_what, between) => {
    expect(fieldsBelow(`Priority: HIGH\n${between}\nWorker: s-7`)).toEqual(['priority: HIGH']);
  });

  test('do not count below prose', () => {
    expect(fieldsBelow('Priority: HIGH\nSome words.\nStatus: pending')).toEqual(['priority: HIGH']);
  });
});

describe('F1: the direct body', () => {
  test('ends at the next heading of any level', () => {
    const task = taskWith('- **Priority:** HIGH\n#### Notes\n- **Status:** complete');
    expect([task.status.value, fieldOf(task, 'priority')?.direct]).toEqual(['unknown', true]);
  });

  test('ends at a `---` line', () => {
    expect(fieldsBelow('- **Priority:** HIGH\n\n---\n\n- **Status:** complete')).toEqual([
      'priority: HIGH',
    ]);
  });

  test('a later sub-section lends what is missing, from unbulleted bold fields only', () => {
    const task = taskWith(
      '**Status:** pending\n\n#### Details\n**Model:** opus\n**Status:** complete\n- **Worker:** s-1\n**Dependencies:** app-two\n',
    );
    expect(task.fields.map((f) => [f.key, f.value.value, f.direct])).toEqual([
      ['status', 'pending', true],
      ['model', 'opus', false],
      ['dependencies', 'app-two', false],
    ]);
  });

  test('it lends nothing that is there, nor anything behind another task', () => {
    const task = taskWith(
      '**Status:** pending\n**Model:** haiku\n#### Details\n**Model:** opus\n#### app-two\n**Status:** pending\n**Priority:** LOW',
    );
    expect(task.fields.map((f) => f.value.value)).toEqual(['pending', 'haiku']);
  });
});

describe('F3: aliases', () => {
  test.each([
    ['model', 'Model, Min Model, Recommended Model'],
    ['dependencies', 'Dependencies, Depends On, Depends on, Blocked By, Requires'],
    [
      'worker',
      'Worker, Agent, Assigned, Session, Session ID, Sub-Agent, Worker Session, Handled by',
    ],
    ['started', 'Started, Spawned'],
    ['claimed', 'Claimed Complete, Completion Claimed'],
    ['progress', 'Progress, Progress File'],
    ['phase', 'Phase, Parent Phase'],
    ['status', 'Status, STATUS'],
    ['other', 'Validation Status, Build Status, Backend Status, Story Status'],
  ])('%s: %s', (key, names) => {
    expect(new Set(names.split(', ').map(fieldKeyOf))).toEqual(new Set([key]));
  });
});

describe('F4: the first value wins', () => {
  test('of two Status fields', () => {
    expect(taskWith('- **Status:** pending\n- **Status:** complete').status.value).toBe('pending');
  });

  test('dependency fields are taken together', () => {
    const task = taskWith('- **Depends On:** app-two\n- **Blocked By:** app-three, app-two');
    expect(task.references.map((r) => r.text.value)).toEqual(['app-two', 'app-three']);
  });
});

describe('F5: dependencies as a list', () => {
  const references = (lines: string) => taskWith(lines).references.map((r) => r.text.value);

  test.each([
    ['deeper bullets below a bullet', '- **Dependencies:**\n  - app-two ✅\n  - Phase 2'],
    ['bullets below an unbulleted field', '**Dependencies:**\n- app-two ✅\n- Phase 2'],
    ['behind a blank line', '**Dependencies:**\n\n- app-two\n- Phase 2'],
    ['a sub-heading', '- **Status:** pending\n#### Dependencies\n- app-two\n- Phase 2'],
    ['a sub-heading Blocked By:', '- **Status:** pending\n#### Blocked By:\n- app-two\n- Phase 2'],
    ['a sub-heading with the value', '- **Status:** pending\n#### Depends on: app-two\n- Phase 2'],
  ])('%s', (_what, lines) => {
    expect(references(lines)).toEqual(['app-two', 'Phase 2']);
  });

  test('bullets that start with no id are no references, not even free text', () => {
    expect(references('**Dependencies:**\n- the key\n- see app-two')).toEqual([]);
  });

  test('the next field is no item', () => {
    expect(references('- **Dependencies:**\n- **Parent:** app-two\n- **Status:** pending')).toEqual(
      [],
    );
    expect(references('**Dependencies:**\n- **Parent:** app-two')).toEqual([]);
  });

  test('bullets below a field that has a value are remarks', () => {
    expect(references('- **Dependencies:** app-two\n  - app-three is next')).toEqual(['app-two']);
  });
});
