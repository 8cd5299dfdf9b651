// Dependencies: one item more or less, in whichever way the task writes them; never a ring.
import { expect, test } from 'vitest';
import { addDependency } from '../../../server/src/core/edits/addDependency';
import { removeDependency } from '../../../server/src/core/edits/removeDependency';
import { keyOf, outcome } from './editing';

const others =
  '\n### b-2\n- **Status:** pending\n\n### c-3\n- **Status:** pending\n\n### d-4\n- **Status:** pending\n- **Depends On:** a-1\n';
const add = (text: string, on: string): string =>
  outcome(text, (c) => addDependency(c, { key: keyOf('a-1'), on: keyOf(on) }));
const remove = (text: string, on: string): string =>
  outcome(text, (c) => removeDependency(c, { key: keyOf('a-1'), on: keyOf(on) }));

test.each<[string, string, string]>([
  [
    'to a list',
    '### a-1\n- **Depends On:** c-3 ✅ (done)\n',
    '### a-1\n- **Depends On:** c-3 ✅ (done), b-2\n',
  ],
  [
    'with semicolons',
    '### a-1\n**Dependencies:** c-3; Phase 9\n',
    '### a-1\n**Dependencies:** c-3; Phase 9; b-2\n',
  ],
  [
    'behind alternatives',
    '### a-1\n- **Depends On:** one of c-3, e-5\n',
    '### a-1\n- **Depends On:** one of c-3, e-5; b-2\n',
  ],
  [
    'in backticks',
    '### a-1\n**Dependencies:** `c-3`\n',
    '### a-1\n**Dependencies:** `c-3`, `b-2`\n',
  ],
  [
    'instead of None',
    '### a-1\n- **Depends On:** None (root)\n',
    '### a-1\n- **Depends On:** b-2\n',
  ],
  [
    'to bullets',
    '### a-1\n- **Depends On:**\n  - c-3\n- **Model:** x\n',
    '### a-1\n- **Depends On:**\n  - c-3\n  - b-2\n- **Model:** x\n',
  ],
  [
    'to a sub-section',
    '## a-1\n**Status:** pending\n\n### Dependencies\n- c-3 ✅\n',
    '## a-1\n**Status:** pending\n\n### Dependencies\n- c-3 ✅\n- b-2\n',
  ],
  [
    'as a new field',
    '### a-1\n- **Status:** pending\n- **Description:** D\n',
    '### a-1\n- **Status:** pending\n- **Depends On:** b-2\n- **Description:** D\n',
  ],
  ['to a record', 'a-1|pending|T|Dependencies: c-3\n', 'a-1|pending|T|Dependencies: c-3, b-2\n'],
  [
    'to an empty cell',
    '| Task | Status | Depends On |\n|---|---|---|\n| a-1 | pending |  |\n',
    '| Task | Status | Depends On |\n|---|---|---|\n| a-1 | pending | b-2 |\n',
  ],
])('added %s', (_name, text, wanted) => {
  expect(add(text + others, 'b-2')).toBe(wanted + others);
  const crlf = (words: string): string => words.replaceAll('\n', '\r\n');
  expect(add(crlf(text + others), 'b-2')).toBe(crlf(wanted + others));
});

test.each<[string, string, string, string]>([
  ['itself', '### a-1\n- **Status:** pending\n', 'a-1', 'cannot wait for itself'],
  ['a ring', '### a-1\n- **Status:** pending\n', 'd-4', 'a-1 → d-4 → a-1'],
  ['what is there', '### a-1\n- **Depends On:** B-2 ✅\n', 'b-2', 'already waits'],
  ['free text', '### a-1\n- **Depends On:** the electrician\n', 'b-2', 'in words'],
  ['a bullet', '- ⏳ a-1: T\n', 'b-2', 'only a bullet'],
])('not added: %s', (_name, text, on, why) => {
  expect(add(text + others, on)).toMatch(/^refused: /);
  expect(add(text + others, on)).toContain(why);
});

test.each<[string, string, string]>([
  ['the first', '### a-1\n- **Depends On:** b-2 ✅, c-3\n', '### a-1\n- **Depends On:** c-3\n'],
  [
    'the last',
    '### a-1\n- **Depends On:** c-3, b-2 (Cut the stone)\n',
    '### a-1\n- **Depends On:** c-3\n',
  ],
  [
    'the only one',
    '### a-1\n- **Depends On:** b-2 <!-- why -->\n',
    '### a-1\n- **Depends On:** None <!-- why -->\n',
  ],
  [
    'a bullet',
    '### a-1\n- **Depends On:**\n  - b-2\n  - c-3\n',
    '### a-1\n- **Depends On:**\n  - c-3\n',
  ],
  [
    'the only bullet',
    '### a-1\n- **Depends On:**\n  - b-2\n- **Status:** pending\n',
    '### a-1\n- **Depends On:** None\n- **Status:** pending\n',
  ],
  [
    'a note of the status',
    '### a-1\n- **Status:** blocked (after b-2)\n',
    '### a-1\n- **Status:** blocked\n',
  ],
  [
    'one of a note',
    '### a-1\n- **Status:** blocked (after b-2, c-3)\n',
    '### a-1\n- **Status:** blocked (after c-3)\n',
  ],
  [
    'of a record',
    'a-1|pending|T|Dependencies: c-3, b-2|Model: x\n',
    'a-1|pending|T|Dependencies: c-3|Model: x\n',
  ],
])('removed: %s', (_name, text, wanted) => {
  expect(remove(text + others, 'b-2')).toBe(wanted + others);
});

test.each<[string, string, string]>([
  ['what it does not wait for', '### a-1\n- **Depends On:** c-3\n', 'does not wait'],
  ['one of two alternatives', '### a-1\n- **Depends On:** b-2 or c-3\n', 'shares its words'],
  ['words that two share', '### a-1\n- **Depends On:** b-2 and c-3\n', 'shares its words'],
])('not removed: %s', (_name, text, why) => {
  expect(remove(text + others, 'b-2')).toContain(why);
});
