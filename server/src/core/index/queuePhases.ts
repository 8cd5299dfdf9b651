/** The phases of one queue: who belongs to them, and which sections of the queue are projects of their own (G4, ADR 6). */
import type { OutlineDeclaration, OutlineFacts } from './outlineFacts';

export interface QueuePhases {
  /** The declarations of a phase, as `from` means it, in file order. */
  membersOf(key: string, from: OutlineDeclaration | undefined): readonly OutlineDeclaration[];
  /** The indices of the headings that name the phase, as `from` means it. */
  headingsOf(key: string, from: OutlineDeclaration | undefined): readonly number[];
}

/** The phase headings below a section that name one phase each: what it counts, in file order. */
interface Series {
  readonly first: string;
  readonly keys: ReadonlySet<string>;
  /** Index of its first heading. */
  readonly at: number;
}

/** In place of the index of a heading: the queue as a whole. */
const file = -1;

/** Asked of a queue as often as it has references to phases: each key is worked out once. */
export function queuePhasesOf(outline: OutlineFacts): QueuePhases {
  const { groups, declarations } = outline;
  const headings = byKey(groups.map(({ phases }) => phases));
  const tagged = byKey(declarations.map(({ phases }) => phases));
  const projectsOf = projectsIn(outline, headings);
  const isIn = (group: number, section: number): boolean => isWithin(outline, group, section);

  /** The outermost project around a place; `file` where there is none. */
  const homeOf = (key: string, group: number): number => {
    const projects = projectsOf(key);
    let home = file;
    for (let at = group; at >= 0; at = groups[at]?.parent ?? file) if (projects.has(at)) home = at;
    return home;
  };
  const isAmong = (some: readonly OutlineDeclaration[], section: number): boolean =>
    some.some(({ group }) => isIn(group, section));
  /** In a section such as "Next Up", which may list the work of any project. */
  const isShared = (group: number): boolean => {
    const around = sectionsAround(outline, group);
    return around.length > 0 && around.every((at) => groups[at]?.section === 'stage');
  };
  /** Those at home with `from`, or all where there are none: waiting too long is better than starting too early. */
  const atHome = <One>(
    key: string,
    from: OutlineDeclaration | undefined,
    all: readonly One[],
    groupOf: (one: One) => number,
    isKin: (one: One) => boolean = () => false,
  ): readonly One[] => {
    if (from === undefined || projectsOf(key).size === 0) return all;
    const home = homeOf(key, from.group);
    const isInferred = groups[home]?.section !== 'project';
    const near = all.filter((one) => {
      const other = homeOf(key, groupOf(one));
      return (
        other === home || isKin(one) || (isInferred && other === file && isShared(groupOf(one)))
      );
    });
    return near.length > 0 ? near : all;
  };
  return {
    membersOf(key, from) {
      const all = (tagged.get(key) ?? []).map((at) => declarations[at] as OutlineDeclaration);
      const isKin = (one: OutlineDeclaration): boolean =>
        one.project !== undefined && one.project === from?.project;
      const near = atHome(key, from, all, (one) => one.group, isKin);
      const kin = near.filter(isKin);
      if (kin.length === 0) return near;
      const around = new Set((headings.get(key) ?? []).filter((at) => isAmong(kin, at)));
      return near.filter((one) => {
        if (one.project !== undefined) return isKin(one);
        const heading = headings.get(key)?.find((at) => isIn(one.group, at));
        return heading === undefined || around.has(heading) || isShared(heading);
      });
    },
    headingsOf: (key, from) => atHome(key, from, headings.get(key) ?? [], (at) => at),
  };
}

/** Which sections are projects of their own where the phase `key` is asked for (ADR 6): each counts its phases by itself. */
function projectsIn(
  outline: OutlineFacts,
  headings: ReadonlyMap<string, readonly number[]>,
): (key: string) => ReadonlySet<number> {
  const { groups } = outline;
  const seriesOf = seriesIn(outline);
  const isIn = (group: number, section: number): boolean => isWithin(outline, group, section);
  return rememberedBy((key) => {
    const holders = (headings.get(key) ?? []).flatMap((at) => sectionsAround(outline, at));
    const rivals = [...new Set(holders)].filter((at) => groups[at]?.section !== 'stage');
    return new Set(
      rivals.filter((at) => {
        const own = seriesOf(key, at);
        const others = rivals.filter((other) => !isIn(other, at) && !isIn(at, other));
        return (
          (groups[at]?.section === 'project' && others.length > 0) ||
          others.some((other) => startsAgain(own, seriesOf(key, other))) ||
          (groups[at]?.level === 1 && startsAgain(own, seriesOf(key, file)))
        );
      }),
    );
  });
}

/** One counts from where the other does, or from before: a second series, not the first one going on. */
function startsAgain(a: Series | undefined, b: Series | undefined): boolean {
  if (!a || !b || a.keys.size < 2 || b.keys.size < 2) return false;
  const [earlier, later] = a.at < b.at ? [a, b] : [b, a];
  return rankOf(later.first) <= rankOf(earlier.first);
}

function rankOf(key: string): number {
  const unit = key.slice(key.indexOf(' ') + 1);
  return Number.isNaN(Number(unit)) ? unit.charCodeAt(0) : Number(unit);
}

/** What a section counts, of the word of a key; of the file only what stands outside its further parts of level 1. */
function seriesIn(outline: OutlineFacts): (key: string, section: number) => Series | undefined {
  const found = new Map<string, { first: string; keys: Set<string>; at: number }>();
  outline.groups.forEach(({ phases }, at) => {
    const [key, more] = phases;
    if (key === undefined || more !== undefined) return;
    const around = sectionsAround(outline, at);
    const isInPart = around.some((section) => outline.groups[section]?.level === 1);
    for (const section of isInPart ? around : [...around, file]) {
      const name = `${section} ${wordOf(key)}`;
      const series = found.get(name);
      if (series) series.keys.add(key);
      else found.set(name, { first: key, keys: new Set([key]), at });
    }
  });
  return (key, section) => {
    const series = found.get(`${section} ${wordOf(key)}`);
    return series?.keys.has(key) ? series : undefined;
  };
}

function wordOf(key: string): string {
  return key.slice(0, key.indexOf(' '));
}

/** Whether a group is the section or lies in it; everything lies in `file`. */
function isWithin({ groups }: OutlineFacts, group: number, section: number): boolean {
  let at = group;
  while (at > section) at = groups[at]?.parent ?? file;
  return at === section;
}

/** The sections that enclose a heading, nearest first. */
function sectionsAround({ groups }: OutlineFacts, heading: number): readonly number[] {
  const around: number[] = [];
  for (let at = groups[heading]?.parent ?? file; at >= 0; at = groups[at]?.parent ?? file)
    around.push(at);
  return around;
}

function byKey(lists: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  lists.forEach((keys, at) => {
    for (const key of keys) {
      const known = found.get(key);
      if (known) known.push(at);
      else found.set(key, [at]);
    }
  });
  return found;
}

function rememberedBy<Answer>(answer: (key: string) => Answer): (key: string) => Answer {
  const known = new Map<string, Answer>();
  return (key) => {
    const found = known.get(key) ?? answer(key);
    known.set(key, found);
    return found;
  };
}
