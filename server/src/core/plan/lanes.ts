/** The lanes that a queue's tasks are drawn in: its phases, else the sections of its outline. */
import { decidingDeclaration } from '../index/decidingDeclaration';
import type { Declaration } from '../model/declaration';
import type { Group, QueueDocument } from '../model/queueDocument';
import type { TaskKey } from '../model/taskKey';
import type { QueueState } from '../state';

export interface Lane {
  /** Outlives edits: made of titles, with a part that no id can have. */
  readonly key: string;
  readonly title: string;
  /** Index of the heading; nothing for a phase that stands in fields only, and for the rest. */
  readonly group: number | undefined;
  /** In file order, never empty. */
  readonly tasks: readonly TaskKey[];
}

const rest = 'Everything else';

/** In file order, tasks without a place last; none for a file that is no queue. */
export function lanesOf(state: QueueState, uri: string): readonly Lane[] {
  const document = state.documents.get(uri);
  if (!document) return [];
  const tasks = (state.index.byQueue.get(uri) ?? []).flatMap((key) => {
    const task = state.index.tasks.get(key);
    const declaration = task && decidingDeclaration(state.documents, task);
    return declaration ? [{ key, declaration }] : [];
  });
  tasks.sort((a, b) => a.declaration.line.start - b.declaration.line.start);
  const inPhases = tasks.filter(({ declaration }) => declaration.phases.length > 0).length;
  const hasPhases = inPhases > 0 && inPhases * 2 >= tasks.length;
  const declarations = tasks.map(({ declaration }) => declaration);
  const placeOf = (hasPhases ? phasePlaces : groupPlaces)(document, declarations);
  return gathered(uri, document, tasks, placeOf);
}

interface Place {
  readonly name: string;
  readonly title: string;
  readonly group: number | undefined;
}

function gathered(
  uri: string,
  document: QueueDocument,
  tasks: readonly { readonly key: TaskKey; readonly declaration: Declaration }[],
  placeOf: (declaration: Declaration) => Place | undefined,
): readonly Lane[] {
  const lanes = new Map<string, { place: Place | undefined; start: number; tasks: TaskKey[] }>();
  for (const { key, declaration } of tasks) {
    const place = placeOf(declaration);
    const name = place?.name ?? '';
    const heading = document.groups[place?.group ?? -1];
    const lane = lanes.get(name);
    if (lane) lane.tasks.push(key);
    else lanes.set(name, { place, start: (heading ?? declaration).line.start, tasks: [key] });
  }
  return [...lanes.values()]
    .sort((a, b) => Number(!a.place) - Number(!b.place) || a.start - b.start)
    .map((lane) => ({
      key: `${uri}\n@ ${lane.place?.name ?? ''}`,
      title: lane.place?.title ?? rest,
      group: lane.place?.group,
      tasks: lane.tasks,
    }));
}

/**
 * The heading of each task's phase. One that holds tasks goes before one that only speaks of the phase; a phase of a field
 * belongs to the first of them in the file.
 */
function phasePlaces(
  document: QueueDocument,
  declarations: readonly Declaration[],
): (declaration: Declaration) => Place | undefined {
  const around = new Map(declarations.map((d) => [d, phaseHeading(document, d)]));
  const holding = new Set(around.values());
  const { groups } = document;
  const best = (isMeant: (group: Group) => boolean): Group | undefined =>
    groups.find((g) => isMeant(g) && holding.has(g.index)) ?? groups.find(isMeant);
  return (declaration) => {
    const [phase] = declaration.phases;
    if (phase === undefined) return undefined;
    const own = groups[around.get(declaration) ?? -1] ?? best((g) => g.phases[0] === phase);
    if (!own) {
      const title = phase.replace(/^./, (c) => c.toUpperCase());
      return { name: phase, title, group: undefined };
    }
    // A phase that goes on under a second heading of the same section is one lane.
    const shown = best((g) => g.phases[0] === phase && g.parent === own.parent) ?? own;
    const scope = groups[own.parent]?.title.value ?? '';
    return { name: `${scope} / ${phase}`, title: shown.title.value, group: shown.index };
  };
}

/** The nearest heading around a task that names its phase. */
function phaseHeading(
  document: QueueDocument,
  { phases: [phase], group }: Declaration,
): number | undefined {
  if (phase === undefined) return undefined;
  return pathTo(document, group).findLast((at) => document.groups[at]?.phases[0] === phase);
}

/** The section of each task, on the level of the outline where the tasks first part ways. */
function groupPlaces(
  document: QueueDocument,
  declarations: readonly Declaration[],
): (declaration: Declaration) => Place | undefined {
  const depth = splittingDepth(declarations.map(({ group }) => pathTo(document, group)));
  return ({ group }) => {
    const path = pathTo(document, group);
    const at = path[Math.min(depth, path.length - 1)];
    return at === undefined ? undefined : groupPlace(document, at);
  };
}

function groupPlace(document: QueueDocument, at: number): Place {
  const titles = pathTo(document, at).map((group) => document.groups[group]?.title.value ?? '');
  const name = titles.join(' / ');
  const first = document.groups.find(
    ({ index, title }) =>
      title.value === titles.at(-1) &&
      pathTo(document, index)
        .map((group) => document.groups[group]?.title.value)
        .join(' / ') === name,
  );
  return { name: `# ${name}`, title: titles.at(-1) ?? '', group: first?.index ?? at };
}

/** The groups around a place, outermost first. */
function pathTo(document: QueueDocument, group: number): readonly number[] {
  const path: number[] = [];
  for (let at = group; at >= 0; at = document.groups[at]?.parent ?? -1) path.unshift(at);
  return path;
}

function splittingDepth(paths: readonly (readonly number[])[]): number {
  const deepest = paths.reduce((most, path) => Math.max(most, path.length), 1);
  for (let depth = 0; depth < deepest; depth++) {
    const groups = new Set(paths.flatMap((path) => path[depth] ?? []));
    if (groups.size > 1) return depth;
  }
  return deepest - 1;
}
