// Alternatives among dependencies: which references `or` joins, and where the safe reading is that all are waited for.
import { expect, test } from 'vitest';
import { readReferences } from '../../../server/src/core/dialect/references';
import { spanned } from '../../support/readText';

/** What is waited for, `|` between alternatives. */
function read(value: string): string {
  return readReferences(spanned(value), 'field', true).reduce((said, r) => {
    const name =
      r.kind === 'free-text' ? `"${r.text.value}"` : (r.phases?.join('+') ?? r.text.value);
    expect(value.slice(r.text.span.start, r.text.span.end)).toBe(r.text.value);
    return said === '' ? name : `${said}${r.either === 'or' ? ' | ' : ', '}${name}`;
  }, '');
}

test.each([
  ['a-1 or a-2', 'a-1 | a-2'],
  ['`a-1` ✅ or **a-2**', 'a-1 | a-2'],
  ['a-1 or a-2 or a-3', 'a-1 | a-2 | a-3'],
  ['a-1, or a-2', 'a-1 | a-2'],
  ['a-1 (done) OR a-2 (whichever is first)', 'a-1 | a-2'],
  ['either a-1 or a-2', 'a-1 | a-2'],
  ['either a-1 or a-2, b-1', 'a-1 | a-2, b-1'],
  ['either a-1, a-2 or a-3, b-1', 'a-1 | a-2 | a-3, b-1'],
  ['one of a-1, a-2', 'a-1 | a-2'],
  ['Any one of: a-1, a-2, or a-3; b-1', 'a-1 | a-2 | a-3, b-1'],
  ['at least one of these: a-1, a-2, and b-1', 'a-1 | a-2, b-1'],
  ['Phase 1 or 2', 'phase 1 | phase 2'],
  ['Phase 1 or a-1', 'phase 1 | a-1'],
  ['all Phase 1 tasks or completion of Phase 2', 'phase 1 | phase 2'],
  ['a-1 to a-4 or b-1', 'a-1 to a-4 | b-1'],
  ['a-1 or a-2; b-1 or b-2', 'a-1 | a-2, b-1 | b-2'],
])('%s waits for one of %s', (value, wanted) => {
  expect(read(value)).toBe(wanted);
});

test.each([
  ['a-1, a-2 or a-3', 'a-1, a-2 | a-3'],
  ['a-1, a-2, or a-3', 'a-1, a-2 | a-3'],
  ['a-1 or a-2 and b-1', 'a-1, a-2, b-1'],
  ['a-1 and b-1, or a-2', 'a-1, b-1, a-2'],
  ['a-1 and/or a-2', 'a-1, a-2'],
  ['one of a-1, a-2 and a-3', 'a-1, a-2, a-3'],
  ['either a-1, a-2', 'a-1, a-2'],
  ['Phase 1, 2 or 3', 'phase 1+phase 2, phase 3'],
  ['Phase 1-3 or a-1', 'phase 1+phase 2+phase 3, a-1'],
  ['a-1 or the new key', 'a-1'],
  ['one of a-1, the new key', 'a-1'],
  ['a-1 (or a-2)', 'a-1'],
  ['one of Phase 2', '"one of Phase 2"'],
  ['either the key or a letter', '"either the key or a letter"'],
  ['or else', '"or else"'],
  ['or-gate-1', 'or-gate-1'],
])('%s waits for all that it surely names: %s', (value, wanted) => {
  expect(read(value)).toBe(wanted);
});
