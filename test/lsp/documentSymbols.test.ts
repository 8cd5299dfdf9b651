import { expect, test } from 'vitest';
import { readQueue } from '../../server/src/core/dialect/readQueue';
import { documentSymbols, type SymbolNode } from '../../server/src/core/features/documentSymbols';
import { defaultOptions } from '../../server/src/core/options';

const outline = (text: string) => documentSymbols(readQueue('file:///q.md', text, defaultOptions));

function show(nodes: readonly SymbolNode[], indent = ''): readonly string[] {
  return nodes.flatMap(({ name, detail, children }) => [
    `${indent}${name}${detail === '' ? '' : ` [${detail}]`}`,
    ...show(children, `${indent}  `),
  ]);
}

/** Every child lies within its parent, and every selection within its node. */
function expectSound(nodes: readonly SymbolNode[], within = { start: 0, end: Infinity }): void {
  for (const { span, selectionSpan, children } of nodes) {
    expect(span.start).toBeGreaterThanOrEqual(within.start);
    expect(span.end).toBeLessThanOrEqual(within.end);
    expect(selectionSpan.start).toBeGreaterThanOrEqual(span.start);
    expect(selectionSpan.end).toBeLessThanOrEqual(span.end);
    expectSound(children, span);
  }
}

test('headings nest by level, rows stand in their section, repeats at their place', () => {
  const nodes = outline(`# Jobs

## Phase 1

### a-1: First
- **Status:** pending

#### a-1-x: Below
- **Status:** complete

### a-1: First again
- **Status:** failed

## Table

| Task ID | Status |
|---|---|
| c-3 | pending |
| c-4 | blocked |

## TASK: top - Level two
- **Status:** pending
`);
  expect(show(nodes)).toEqual([
    'Phase 1',
    '  a-1: First [pending]',
    '    a-1-x: Below [complete]',
    '  a-1: First again [failed]',
    'Table',
    '  c-3 [pending]',
    '  c-4 [blocked]',
    'top: Level two [pending]',
  ]);
  expectSound(nodes);
});

test('tasks without any group, with carriage returns, are roots', () => {
  const nodes = outline('### b-1\r\n- **Status:** pending\r\n\r\n- [x] c-2 - done\r\n');
  expect(show(nodes)[0]).toBe('b-1 [pending]');
  expectSound(nodes);
});
