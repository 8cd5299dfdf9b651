/** The facts of each section, remembered by its text: after an edit only the edited section is read again. */
import { partsOf, partsOfWhole, shiftSpans } from '../parse/parts';
import { sectionsOf } from '../parse/sections';
import { type PartFacts, partFactsOf } from './partFacts';

/** A section as it was read. */
export interface ReadSection {
  readonly text: string;
  /** Offset of the whole text, as all offsets in `facts`. */
  readonly start: number;
  readonly facts: readonly PartFacts[];
}

export interface SectionReading {
  /** In order. */
  readonly sections: readonly ReadSection[];
  /** How many of them had to be parsed; the others were known. */
  readonly parsed: number;
}

/** The sections of the masked text. Parses only those whose text is not among the known ones. */
export function readSections(
  masked: string,
  start: number,
  known: readonly ReadSection[] = [],
): SectionReading {
  const left = byText(known);
  let parsed = 0;
  const sections = headingSections(masked, start).map((section): ReadSection => {
    const same = left.get(section.text)?.shift();
    if (same?.start === section.start) return same;
    if (same) return { ...section, facts: shiftSpans(same.facts, section.start - same.start) };
    parsed++;
    return { ...section, facts: shiftSpans(parse(section.text), section.start) };
  });
  return { sections, parsed };
}

/** The parts of what was read, in order. */
export function factsOf({ sections }: SectionReading): readonly PartFacts[] {
  return sections.flatMap(({ facts }) => facts);
}

/** The same from one parse of everything: what the sections must agree with. */
export function wholeFactsOf(masked: string, start: number): readonly PartFacts[] {
  const text = masked.slice(start);
  return shiftSpans(
    partsOfWhole(text).map((part) => partFactsOf(text, part)),
    start,
  );
}

function parse(text: string): readonly PartFacts[] {
  return partsOf(text).map((part) => partFactsOf(text, part));
}

/** Sections of the same text in their order, each to be taken once. */
function byText(sections: readonly ReadSection[]): Map<string, ReadSection[]> {
  const found = new Map<string, ReadSection[]>();
  for (const section of sections) {
    const same = found.get(section.text);
    if (same) same.push(section);
    else found.set(section.text, [section]);
  }
  return found;
}

/** Sections cut at headings only: a field and the bullets below it stay together however long the section is. */
function headingSections(
  masked: string,
  start: number,
): readonly { start: number; text: string }[] {
  return sectionsOf(masked, start, Infinity);
}
