// Reading section by section equals reading the whole: every real queue once, and ten thousand damaged excerpts of them.
import fc from 'fast-check';
import { mutated, mutations } from '../support/mutations';
import { checkProperty } from '../support/properties';
import { expectSameReading } from '../support/sectionwise';
import { allCorpusQueues, corpusTest, sayWhatDidNotRun } from '../support/sharedCorpus';

const longestExcerpt = 4096;

/** Most of them short: what goes wrong does so within a few lines, and short texts are tried more thoroughly. */
const excerptLength = fc.oneof(
  { weight: 3, arbitrary: fc.nat(longestExcerpt / 4) },
  { weight: 1, arbitrary: fc.nat(longestExcerpt) },
);

corpusTest('every queue of the corpus reads the same in sections and as a whole', () => {
  for (const { text } of allCorpusQueues()) expectSameReading(text);
});

corpusTest('damaged excerpts of real queues read the same in sections and as a whole', () => {
  const texts = allCorpusQueues().map(({ text }) => text);
  const excerpt = fc
    .record({ of: fc.nat(texts.length - 1), at: fc.nat(0xffffff), length: excerptLength })
    .map(({ of, at, length }) => {
      const text = texts[of] ?? '';
      const start = at % (text.length + 1);
      return text.slice(start, start + length);
    });
  checkProperty(
    'section-wise reading, excerpts of the corpus',
    10_000,
    fc.property(excerpt, mutations, (text, edits) => {
      expectSameReading(mutated(text, edits, longestExcerpt));
    }),
  );
});

sayWhatDidNotRun();
