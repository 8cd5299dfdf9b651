import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applyInsertions,
  composeInsertions,
  type Insertion,
  joinInsertions,
} from '../../../server/src/core/guard/insertions';
import { withoutInsertions } from '../../support/insertions';
import { checkProperty } from '../../support/properties';

test('insertions of one place go in one after the other', () => {
  const joined = joinInsertions([
    { at: 2, text: 'x' },
    { at: 0, text: 'y' },
    { at: 2, text: 'z' },
  ]);
  expect(joined).toEqual([
    { at: 0, text: 'y' },
    { at: 2, text: 'xz' },
  ]);
  expect(applyInsertions('abc', joined)).toBe('yabxzc');
});

const into = (length: number): fc.Arbitrary<readonly Insertion[]> =>
  fc
    .array(fc.record({ at: fc.nat(length), text: fc.string({ minLength: 1, maxLength: 4 }) }), {
      maxLength: 5,
    })
    .map(joinInsertions);

test('two rounds of insertions are one', () => {
  checkProperty(
    'composing insertions',
    1_000,
    fc.property(
      fc.string({ maxLength: 12 }).chain((text) =>
        into(text.length).chain((first) => {
          const between = applyInsertions(text, first);
          return fc.tuple(
            fc.constant(text),
            fc.constant(first),
            fc.constant(between),
            into(between.length),
          );
        }),
      ),
      ([text, first, between, second]) => {
        const composed = composeInsertions(first, second);
        const result = applyInsertions(text, composed);
        expect(result).toBe(applyInsertions(between, second));
        expect(withoutInsertions(result, composed)).toBe(text);
      },
    ),
  );
});
