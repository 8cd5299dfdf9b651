/** Building the dependency graph from the index. Order everywhere is file order, queues by uri. */
import { groupBy } from '../groupBy';
import type { QueueIndex } from '../index/queueIndex';
import type { Gap, Resolution } from '../index/resolution';
import type { Lifecycle } from '../lifecycle/lifecycle';
import type { Status } from '../model/status';
import { type TaskKey, taskKeyOf } from '../model/taskKey';
import { cyclicComponents, shortestRing } from './components';
import { settleChoices } from './settleChoices';
import type { Cycle, Dependency, DependencyGraph, Fulfilment } from './graphModel';

export interface GraphOptions {
  readonly softDoneMeetsDependency: boolean;
  readonly lifecycle: Pick<Lifecycle, 'done' | 'soft'>;
}

/**
 * Every reference of every declaration becomes a dependency, also one that nothing meets because it means nothing.
 * `dependents` and `cycles` know firm targets only.
 */
export function dependencyGraphOf(index: QueueIndex, options: GraphOptions): DependencyGraph {
  const dependencies = dependenciesOf(index, options);
  const byTask = groupBy(dependencies, (d) => d.from);
  const targetsOf = (list: readonly Dependency[]): readonly TaskKey[] => [
    ...new Set(list.flatMap((d) => firmTargets(d.resolution))),
  ];
  const targets = new Map([...byTask].map(([key, list]) => [key, targetsOf(list)]));
  // A ring through an alternative is none while there is another way.
  const needed = dependencies.some((d) => d.choice !== undefined)
    ? new Map(
        [...byTask].map(([key, list]) => [
          key,
          targetsOf(list.filter((d) => d.choice === undefined)),
        ]),
      )
    : targets;
  return {
    dependencies,
    byTask,
    dependents: dependentsOf(targets),
    cycles: cyclesOf(index, needed),
  };
}

/** The tasks a dependency really waits for: not those of an ambiguous reference. */
export function firmTargets(resolution: Resolution): readonly TaskKey[] {
  switch (resolution.kind) {
    case 'task':
      return [resolution.target];
    case 'group':
      return resolution.targets;
    case 'ambiguous':
    case 'unresolved':
    case 'text':
      return [];
  }
}

/** The parts of a dependency that nothing can be said of, so that it is never met. */
export function gapsOf(resolution: Resolution): readonly Gap[] {
  return resolution.kind === 'group' ? (resolution.gaps ?? []) : [];
}

function dependenciesOf(index: QueueIndex, options: GraphOptions): readonly Dependency[] {
  const known = new Map<Resolution, ReturnType<typeof fulfilment>>();
  const fulfilmentOnce = (resolution: Resolution): ReturnType<typeof fulfilment> => {
    const found = known.get(resolution) ?? fulfilment(index, resolution, options);
    known.set(resolution, found);
    return found;
  };
  return index.outlines.flatMap((outline) =>
    outline.declarations.flatMap((declaration, at) =>
      settleChoices(
        declaration.references,
        declaration.references.map((reference, i): Dependency => {
          const from = taskKeyOf(outline.uri, declaration.id);
          const resolution = withoutSelf(
            index.resolveReference(outline.uri, reference, declaration),
            from,
          );
          return {
            from,
            declaration: at,
            reference: i,
            resolution,
            ...fulfilmentOnce(resolution),
          };
        }),
      ),
    ),
  );
}

/** A task that waits for its own phase waits for the others in it; alone in it, it waits for nothing that can happen. */
function withoutSelf(resolution: Resolution, from: TaskKey): Resolution {
  if (resolution.kind !== 'group' || !resolution.targets.includes(from)) return resolution;
  const targets = resolution.targets.filter((t) => t !== from);
  if (targets.length > 0) return { ...resolution, targets };
  const own: Gap = { name: 'its own group', why: 'own' };
  return { ...resolution, targets, gaps: [...(resolution.gaps ?? []), own] };
}

function fulfilment(
  index: QueueIndex,
  resolution: Resolution,
  options: GraphOptions,
): { fulfilment: Fulfilment; open: readonly TaskKey[] } {
  const isFirm = resolution.kind === 'task' || resolution.kind === 'group';
  if (!isFirm) return { fulfilment: 'unknown', open: [] };
  const each = firmTargets(resolution).map((key) => ({
    key,
    how: fulfilmentOf(index.tasks.get(key)?.status ?? 'unknown', options),
  }));
  const unmet = each.filter((t) => t.how === 'unmet');
  if (unmet.length > 0) return { fulfilment: 'unmet', open: unmet.map((t) => t.key) };
  if (gapsOf(resolution).length > 0) return { fulfilment: 'unknown', open: [] };
  const soft = each.filter((t) => t.how === 'soft');
  return soft.length > 0
    ? { fulfilment: 'soft', open: soft.map((t) => t.key) }
    : { fulfilment: 'met', open: [] };
}

/** How far a task is done, for those who wait for it (rules G6, S4). */
export function fulfilmentOf(
  status: Status,
  { lifecycle, softDoneMeetsDependency }: GraphOptions,
): 'met' | 'soft' | 'unmet' {
  const isOneOf = (list: readonly Status[]): boolean => list.includes(status);
  if (isOneOf(lifecycle.done)) return 'met';
  if (isOneOf(lifecycle.soft)) return softDoneMeetsDependency ? 'met' : 'soft';
  return 'unmet';
}

function dependentsOf(
  targets: ReadonlyMap<TaskKey, readonly TaskKey[]>,
): ReadonlyMap<TaskKey, readonly TaskKey[]> {
  const dependents = new Map<TaskKey, TaskKey[]>();
  for (const [from, list] of targets) {
    for (const to of list) {
      const known = dependents.get(to);
      if (known) known.push(from);
      else dependents.set(to, [from]);
    }
  }
  return dependents;
}

function cyclesOf(
  index: QueueIndex,
  targets: ReadonlyMap<TaskKey, readonly TaskKey[]>,
): readonly Cycle[] {
  const keys = [...index.tasks.keys()];
  const place = new Map(keys.map((key, i) => [key, i]));
  const byPlace = (a: TaskKey, b: TaskKey) => (place.get(a) ?? 0) - (place.get(b) ?? 0);
  const targetsOf = (key: TaskKey) => targets.get(key) ?? [];
  return cyclicComponents(keys, targetsOf)
    .map((component) => {
      const members = [...component].sort(byPlace);
      return { members, ring: shortestRing(members[0] as TaskKey, new Set(members), targetsOf) };
    })
    .sort((a, b) => byPlace(a.members[0] as TaskKey, b.members[0] as TaskKey));
}
