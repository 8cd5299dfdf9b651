/** The facts of each section, cached by its text: after an edit only the edited section is read again. */
import { partsOf, partsOfWhole, shiftSpans } from '../parse/parts';
import { sectionsOf } from '../parse/sections';
import { type PartFacts, partFactsOf } from './partFacts';

interface CacheEntry {
  /** Offset that the facts were last moved to. */
  start: number;
  facts: readonly PartFacts[];
}

/** Belongs to one document: what its last text consisted of. */
export interface SectionCache {
  entries: Map<string, CacheEntry[]>;
  /** Sections parsed since the cache was made, for tests and benchmarks. */
  parsed: number;
}

/** An empty cache for the texts of one document, one after the other. */
export function createSectionCache(): SectionCache {
  return { entries: new Map(), parsed: 0 };
}

/** The parts of the masked text in order, with offsets of the text. Reads only sections the cache does not hold. */
export function sectionFactsOf(
  masked: string,
  start: number,
  cache: SectionCache = createSectionCache(),
): readonly PartFacts[] {
  const kept = new Map<string, CacheEntry[]>();
  const all = headingSections(masked, start).flatMap((section) => {
    const entry = cache.entries.get(section.text)?.shift() ?? parse(section.text, cache);
    entry.facts = shiftSpans(entry.facts, section.start - entry.start);
    entry.start = section.start;
    const same = kept.get(section.text);
    if (same) same.push(entry);
    else kept.set(section.text, [entry]);
    return entry.facts;
  });
  cache.entries = kept;
  return all;
}

/** The same from one parse of everything: what {@link sectionFactsOf} must agree with. */
export function wholeFactsOf(masked: string, start: number): readonly PartFacts[] {
  const text = masked.slice(start);
  return shiftSpans(
    partsOfWhole(text).map((part) => partFactsOf(text, part)),
    start,
  );
}

function parse(text: string, cache: SectionCache): CacheEntry {
  cache.parsed++;
  return { start: 0, facts: partsOf(text).map((part) => partFactsOf(text, part)) };
}

/** Sections cut at headings only: a field and the bullets below it stay together however long the section is. */
function headingSections(
  masked: string,
  start: number,
): readonly { start: number; text: string }[] {
  return sectionsOf(masked, start, Infinity);
}
