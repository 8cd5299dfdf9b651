/** Comparing the two ways of reading a masked text: section by section as the product does, and as a whole. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { contentsOf } from '../../server/src/core/dialect/readQueue';
import { factsOf, readSections, wholeFactsOf } from '../../server/src/core/dialect/sectionFacts';
import { maskText } from '../../server/src/core/parse/mask';
import { partFactsOf } from '../../server/src/core/dialect/partFacts';
import { partsOf, shiftSpans } from '../../server/src/core/parse/parts';

/** Short enough that nearly every text is cut between its headings, too. */
const shortPieces = 200;

/** Fails unless occurrences, fields, ranges and problems are the same however the text is cut. */
export function expectSameReading(text: string): void {
  const { masked, start, problems } = maskText(text);
  const cut = factsOf(readSections(masked, start));
  const whole = wholeFactsOf(masked, start);
  expectSame(cut, whole, 'facts');
  expectSame(contentsOf(cut, problems), contentsOf(whole, problems), 'contents');
  const content = masked.slice(start);
  const pieces = partsOf(content, shortPieces).map((part) => partFactsOf(content, part));
  expectSame(shiftSpans(pieces, start), whole, 'facts of short pieces');
}

function expectSame(actual: unknown, expected: unknown, what: string): void {
  // Fast first: only a difference is worth a readable answer.
  if (!isDeepStrictEqual(actual, expected)) expect(actual, what).toStrictEqual(expected);
}
