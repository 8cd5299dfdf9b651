// Reading section by section equals reading the whole (design index, note 11): on invented excerpts, whole and damaged.
// The same is checked on real queues, ten thousand times, in test/corpus/sectionwise.test.ts.
import fc from 'fast-check';
import { test } from 'vitest';
import { mutated, mutations } from '../../support/mutations';
import { checkProperty, patience } from '../../support/properties';
import { excerpts } from '../../support/queueExcerpts';
import { expectSameReading } from '../../support/sectionwise';

test.each(excerpts)('$name reads the same in sections and as a whole', ({ text }) => {
  expectSameReading(text);
});

test('damaged excerpts read the same in sections and as a whole', patience, () => {
  checkProperty(
    'section-wise reading, invented excerpts',
    30,
    fc.property(fc.constantFrom(...excerpts), mutations, ({ text }, edits) => {
      expectSameReading(mutated(text, edits));
    }),
  );
});

test('excerpts in any order read the same in sections and as a whole', patience, () => {
  checkProperty(
    'section-wise reading, excerpts in any order',
    25,
    fc.property(
      fc.shuffledSubarray([...excerpts], { minLength: 2 }),
      mutations,
      (chosen, edits) => {
        expectSameReading(mutated(chosen.map((e) => e.text).join(''), edits, 12_000));
      },
    ),
  );
});
