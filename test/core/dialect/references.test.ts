// What a dependency says (dialect 2.7 and 3.6, G1-G5).
import { describe, expect, test } from 'vitest';

import { readReferences, readStatusReferences } from '../../../server/src/core/dialect/references';
import { taskKeyOf } from '../../../server/src/core/model/taskKey';
import { queueUri, spanned, stateOf, taskWith } from '../../support/readText';

/** `text (annotation)` of every reference of a value. */
function read(value: string): readonly string[] {
  return readReferences(spanned(value), 'field', true).map(
    (r) => `${r.kind} ${r.text.value}${r.annotation ? ` (${r.annotation})` : ''}`,
  );
}

describe('G1: no dependency', () => {
  test.each([
    'None',
    'none',
    'NONE',
    '*None*',
    '**None**',
    '_None_',
    'None (root task)',
    'None - can start at once',
    'N/A',
    '-',
    '—',
    '– ',
    '`-`',
    'No',
    'No dependencies',
    '',
  ])('"%s"', (value) => {
    expect(read(value.trim())).toEqual([]);
  });
});

describe('G1: items', () => {
  test.each([
    ['p2-1', ['id p2-1']],
    ['p2-1, p2-2; p2-3', ['id p2-1', 'id p2-2', 'id p2-3']],
    ['`p2-1`, **p2-2**', ['id p2-1', 'id p2-2']],
    ['🚀 p2-1', ['id p2-1']],
    ['[p2-1]', ['id p2-1']],
    ['p2-1 (not p2-9, nor p2-8)', ['id p2-1']],
    ['p2-1, and the key', ['id p2-1']],
    ['p2-1 and p2-2', ['id p2-1', 'id p2-2']],
    ['p2-1 & p2-2 + p2-3', ['id p2-1', 'id p2-2', 'id p2-3']],
    ['p2-1: Build the index', ['id p2-1']],
    ['no-cache-1', ['id no-cache-1']],
    ['none-left-1, no-op', ['id none-left-1', 'id no-op']],
  ])('%s', (value, references) => {
    expect(read(value)).toEqual(references);
  });

  test.each([
    'Role system (completed)',
    'All prerequisites met',
    'completed',
    'setup',
    'the key of p2-1',
  ])('free text: %s', (value) => {
    expect(readReferences(spanned(value), 'field', true)[0]?.kind).toBe('free-text');
    expect(readReferences(spanned(value), 'field', false)).toEqual([]);
  });

  test('signs alone are not even free text', () => {
    expect(read('✅')).toEqual([]);
  });
});

describe('G2: annotations', () => {
  test.each([
    ['p2-1 ✅', 'done'],
    ['✅ p2-1', 'done'],
    ['p2-1 ✅ (checked twice)', 'done'],
    ['p2-1 (COMPLETED)', 'done'],
    ['p2-1 (done)', 'done'],
    ['p2-1 (verified by hand)', 'done'],
    ['p2-1 (Build the index - complete)', 'done'],
    ['p2-1 ❌ (no key)', 'not-done'],
    ['p2-1 ⏳', 'open'],
    ['p2-1 (pending)', 'open'],
    ['p2-1 (Build the index - pending)', 'open'],
    ['p2-1 (in-progress)', 'open'],
    ['p2-1 (in progress)', 'open'],
    ['p2-1 (not done yet)', 'open'],
    ['p2-1 (not yet complete)', 'open'],
    ['p2-1', undefined],
    ['p2-1 (Build the index)', undefined],
    ['p2-1 (the completed index)', undefined],
    ['p2-1 done', undefined],
  ])('%s claims %s', (value, annotation) => {
    expect(readReferences(spanned(value), 'field', true)[0]?.annotation).toBe(annotation);
  });

  test('each item has its own', () => {
    expect(read('p2-1 ✅, p2-2 ❌, p2-3')).toEqual([
      'id p2-1 (done)',
      'id p2-2 (not-done)',
      'id p2-3',
    ]);
  });
});

describe('G3: in the Status', () => {
  test.each([
    ['pending (blocked by p2-1, p2-2)', ['p2-1', 'p2-2']],
    ['⏳ pending (after p2-1)', ['p2-1']],
    ['pending (awaiting P2-1)', ['P2-1']],
    ['pending (depends on Phase 2)', ['Phase 2']],
    ['in-progress (manager)', []],
    ['blocked (by the weather)', []],
    ['pending (blocked by the weather)', []],
  ])('%s', (value, references) => {
    const found = readStatusReferences(spanned(value));
    expect(found.map((r) => r.text.value)).toEqual(references);
    expect(found.every((r) => r.via === 'status')).toBe(true);
  });

  test('a reference that a field names, too, is one reference', () => {
    const task = taskWith('- **Status:** pending (blocked by app-two)\n- **Depends On:** app-two');
    expect(task.references.map((r) => r.via)).toEqual(['field']);
  });
});

const others = `
## Phase 1
### p1-1-load
- **Status:** complete
### p1-2-sort
- **Status:** complete
### p1-3-show
- **Status:** pending
## Phase B
### PHASE-C
- **Status:** pending
### web-room-p7-a
- **Status:** pending
### app-room-p7-b
- **Status:** pending
### web-hall-p7-b
- **Status:** pending
`;

/** What the value means among {@link others}: `kind: ids`. */
function resolve(value: string): readonly string[] {
  const state = stateOf(
    `### app-one\n- **Status:** pending\n- **Depends On:** ${value}\n${others}`,
  );
  const idOf = (key: string) => key.slice(key.indexOf('\n') + 1);
  return (state.graph.byTask.get(taskKeyOf(queueUri, 'app-one')) ?? []).map(({ resolution }) => {
    switch (resolution.kind) {
      case 'task':
        return `${resolution.how}: ${idOf(resolution.target)}`;
      case 'ambiguous':
      case 'group':
        return `${resolution.kind}: ${resolution.targets.map(idOf).join(' ')}`;
      case 'unresolved':
      case 'text':
        return resolution.kind;
    }
  });
}

describe('G5: what it means', () => {
  test.each([
    ['P1-1-LOAD', 'exact: p1-1-load'],
    ['p1-1', 'prefix: p1-1-load'],
    ['hall-p7-b', 'suffix: web-hall-p7-b'],
    ['hall', 'text'],
    ['p7-b', 'ambiguous: app-room-p7-b web-hall-p7-b'],
    ['hall-p7', 'infix: web-hall-p7-b'],
    ['p1-1-lo', 'unresolved'],
    ['p1-1 through p1-3', 'group: p1-1-load p1-2-sort p1-3-show'],
    ['p1-1..p1-2', 'group: p1-1-load p1-2-sort'],
    ['Phase 1', 'group: p1-1-load p1-2-sort p1-3-show'],
    ['phase c', 'exact: phase-c'],
    ['Phase B', 'group: phase-c web-room-p7-a app-room-p7-b web-hall-p7-b'],
    ['Phase 9', 'group: '],
  ])('%s is %s', (value, meaning) => {
    expect(resolve(value)).toEqual([meaning]);
  });
});

test('G6: a dependency is met by a done task, soft-met by a claim, and a ✅ behind it changes nothing', () => {
  const fulfilment = (status: string) => {
    const state = stateOf(
      `### app-two\n- **Status:** ${status}\n\n### app-one\n- **Status:** pending\n- **Depends On:** app-two ✅\n`,
    );
    return state.graph.byTask.get(taskKeyOf(queueUri, 'app-one'))?.[0]?.fulfilment;
  };
  expect(
    [
      'complete',
      'validated',
      'self-validated',
      'needs-validation',
      'pending',
      'cancelled',
      'nearly',
    ].map(fulfilment),
  ).toEqual(['met', 'met', 'soft', 'soft', 'unmet', 'unmet', 'unmet']);
});
