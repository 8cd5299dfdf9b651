// How messages quote the user's words: spelled as they are, on one line.
import { expect, test } from 'vitest';
import { quote } from '../../../server/src/core/rules/support/quote';

test.each([
  ['complete', '`complete`'],
  ['on  two\nlines ', '`on two lines`'],
  ['`complete` ✅', '`` `complete` ✅ ``'],
  ['a `b` c', '``a `b` c``'],
  ['``b``', '``` ``b`` ```'],
  ['', '``'],
])('%j is quoted as %s', (text, quoted) => {
  expect(quote(text)).toBe(quoted);
});

test('long words are cut', () => {
  expect(quote('abcdefgh', 5)).toBe('`abcd…`');
});
