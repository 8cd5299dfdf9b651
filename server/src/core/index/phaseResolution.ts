/** What `Phase 2`, `Phase 1-3`, `Phase A` mean to a task that waits for them (dialect 3.6, G4). */
import type { TaskKey } from '../model/taskKey';
import type { OutlineDeclaration, OutlineFacts } from './outlineFacts';
import { isBelowGroup, ownQueueFirst, taskKeysOf } from './outlineTasks';
import type { Resolution } from './resolution';
import type { TaskSearch } from './taskSearch';

const written =
  /^(phase|wave|stage)s?[ \t]+(-?[\d.]+|[a-z])(?:[ \t]*(?:-|–|to|through)[ \t]*([\d.]+|[a-z]))?/i;

/**
 * First an id such as `PHASE-A`, else all tasks of the phase. A file may hold several projects that each have a
 * "Phase 3": the nearest enclosing section that has such a phase is meant, and within it tasks of the same project.
 * A phase without tasks may be archived or planned elsewhere; nothing can be said of it, so it is only text.
 */
export function resolvePhase(
  outlines: readonly OutlineFacts[],
  uri: string,
  text: string,
  from: OutlineDeclaration | undefined,
  search: TaskSearch,
): Resolution {
  const [, word = '', first = '', last] = written.exec(text) ?? [];
  if (word === '') return { kind: 'text' };
  const phases = phaseKeys(word.toLowerCase(), first.toLowerCase(), last?.toLowerCase());
  const named = phases.map((key) => search(uri, key.replace(' ', '-')));
  const ids = named.flatMap((hit) =>
    hit?.kind === 'task' && hit.how === 'exact' ? [hit.target] : [],
  );
  if (ids.length === phases.length)
    return ids.length === 1
      ? { kind: 'task', how: 'exact', target: ids[0] as TaskKey }
      : { kind: 'group', how: 'phase', targets: ids };
  for (const outline of ownQueueFirst(outlines, uri)) {
    const members = phaseMembers(outline, new Set(phases), outline.uri === uri ? from : undefined);
    if (members === undefined) continue;
    return members.length > 0
      ? { kind: 'group', how: 'phase', targets: members }
      : { kind: 'text' };
  }
  return { kind: 'text' };
}

/** Nothing when the queue knows no such phase; an empty list when it has one without tasks. */
function phaseMembers(
  outline: OutlineFacts,
  phases: ReadonlySet<string>,
  from: OutlineDeclaration | undefined,
): readonly TaskKey[] | undefined {
  const groups = outline.groups.flatMap((g, i) =>
    g.phase !== undefined && phases.has(g.phase) ? [i] : [],
  );
  const inField = outline.declarations.filter((d) => d.phase !== undefined && phases.has(d.phase));
  if (groups.length === 0 && inField.length === 0) return undefined;
  const scope = scopeOf(outline, groups, from);
  const near = new Set(
    groups.filter((g) => scope === -1 || isBelowGroup(outline, g, new Set([scope]))),
  );
  const members = outline.declarations.filter(
    (d) =>
      isBelowGroup(outline, d.group, near) ||
      (inField.includes(d) && (scope === -1 || isBelowGroup(outline, d.group, new Set([scope])))),
  );
  const kin = from?.project === undefined ? [] : members.filter((d) => d.project === from.project);
  return taskKeysOf(outline, kin.length > 0 ? kin : members);
}

/** The nearest section around `from` that holds one of the phases; -1 for the whole file. */
function scopeOf(
  outline: OutlineFacts,
  groups: readonly number[],
  from: OutlineDeclaration | undefined,
): number {
  for (let at = from?.group ?? -1; at >= 0; at = outline.groups[at]?.parent ?? -1) {
    if (groups.some((g) => g !== at && isBelowGroup(outline, g, new Set([at])))) return at;
  }
  return -1;
}

function phaseKeys(word: string, first: string, last: string | undefined): readonly string[] {
  const [from, to] = [Number(first), Number(last)];
  if (last === undefined) return [`${word} ${first}`];
  if (Number.isInteger(from) && Number.isInteger(to) && from <= to && to - from < 100) {
    return Array.from({ length: to - from + 1 }, (_, i) => `${word} ${from + i}`);
  }
  return [`${word} ${first}`, `${word} ${last}`];
}
