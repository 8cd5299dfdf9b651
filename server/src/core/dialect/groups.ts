/** The groups of a file, and what surrounds each task in it (dialect 3.7, P1). */
import type { Group } from '../model/queueDocument';
import type { Surroundings } from './headingTasks';
import type { OutlineEntry } from './outline';
import { sectionKindOf, statusOfSection } from './sectionTitle';

/** Headings that are no tasks; the first H1 is the file's title and encloses nothing. `owners`: what `ownersOf` says. */
export function groupsOf(
  outline: readonly OutlineEntry[],
  owners: readonly number[],
): readonly Group[] {
  const title = outline.find((e) => e.facts.heading && e.role !== 'none');
  const groups: Group[] = [];
  const numberOf = new Map<number, number>();
  for (const entry of outline) {
    const { heading } = entry.facts;
    if (!heading || entry.role !== 'group' || (entry === title && heading.level === 1)) continue;
    const index = groups.length;
    numberOf.set(entry.index, index);
    let parent = entry.parent;
    while (parent >= 0 && !numberOf.has(parent)) parent = (outline[parent] as OutlineEntry).parent;
    groups.push({
      index,
      title: heading.content,
      level: heading.level,
      parent: numberOf.get(parent) ?? -1,
      phases: heading.phases,
      says: statusOfSection(heading, entry.facts),
      section: sectionKindOf(heading.content.value),
      id: entry.id,
      isInsideTask: (owners[entry.index] as number) >= 0,
      line: heading.line,
      block: {
        start: heading.line.start,
        end: (outline[entry.last] as OutlineEntry).facts.span.end,
      },
    });
  }
  return groups;
}

/** For each entry: what encloses a task that the entry declares (as heading) or holds (as line). */
export function surroundingsOf(
  outline: readonly OutlineEntry[],
  groups: readonly Group[],
): (entry: OutlineEntry, asHeading: boolean) => Surroundings {
  const groupAt = new Map(groups.map((g) => [g.line.start, g]));
  return (entry, asHeading) => {
    const titles: string[] = [];
    const phases: (readonly string[])[] = [];
    let group = -1;
    const own =
      entry.facts.heading && !entry.facts.heading.isDivider && !asHeading
        ? entry.index
        : entry.parent;
    for (let at = own; at >= 0; at = (outline[at] as OutlineEntry).parent) {
      const { heading } = (outline[at] as OutlineEntry).facts;
      const found = heading && groupAt.get(heading.line.start);
      if (!heading || !found) continue;
      if (group < 0) group = found.index;
      titles.push(heading.content.value);
      phases.push(heading.phases);
    }
    return { group, titles, phases };
  };
}
