/** Tasks put together from their declarations, with parents, children and managers (dialect 3.7, P2 and C5). */
import { mostAdvanced } from '../model/status';
import { type TaskKey, taskKeyOf } from '../model/taskKey';
import type { OutlineDeclaration, OutlineFacts } from './outlineFacts';
import { parentReferenceOf } from './parentReference';
import type { Task } from './task';
import type { TaskSearch } from './taskSearch';

interface Families {
  readonly parents: ReadonlyMap<TaskKey, readonly TaskKey[]>;
  readonly children: ReadonlyMap<TaskKey, readonly TaskKey[]>;
  readonly managers: ReadonlySet<TaskKey>;
}

/** Every task of every queue, in file order. */
export function tasksOf(
  outlines: readonly OutlineFacts[],
  search: TaskSearch,
): ReadonlyMap<TaskKey, Task> {
  const declared = new Map(
    outlines.flatMap((outline) =>
      [...declarationsByKey(outline)].map(([key, at]) => [key, { outline, at }] as const),
    ),
  );
  const families = familiesOf(outlines, search);
  return new Map(
    [...declared].map(([key, { outline, at }]) => [key, taskOf(key, outline, at, families)]),
  );
}

function taskOf(
  key: TaskKey,
  outline: OutlineFacts,
  at: readonly number[],
  families: Families,
): Task {
  const own = at.map((i) => outline.declarations[i] as OutlineDeclaration);
  const first = own[0] as OutlineDeclaration;
  const status = mostAdvanced(own.map((d) => d.status));
  const deciding = own.findIndex((d) => d.status === status);
  const children = families.children.get(key) ?? [];
  // C5: being named as Parent makes a manager only of a task that has no worker of its own.
  const leads = children.length > 0 && !own.some((d) => d.hasWorker);
  return {
    key,
    uri: outline.uri,
    id: first.id,
    kind: first.kind,
    status,
    isManager: families.managers.has(key) || leads,
    declarations: at,
    deciding: at[deciding] as number,
    parents: families.parents.get(key) ?? [],
    children,
    phase: own[deciding]?.phases[0] ?? own.find((d) => d.phases.length > 0)?.phases[0],
  };
}

function declarationsByKey(outline: OutlineFacts): ReadonlyMap<TaskKey, readonly number[]> {
  const byKey = new Map<TaskKey, number[]>();
  outline.declarations.forEach((declaration, i) => {
    const key = taskKeyOf(outline.uri, declaration.id);
    const at = byKey.get(key);
    if (at) at.push(i);
    else byKey.set(key, [i]);
  });
  return byKey;
}

function familiesOf(outlines: readonly OutlineFacts[], search: TaskSearch): Families {
  const parents = new Map<TaskKey, Set<TaskKey>>();
  const children = new Map<TaskKey, Set<TaskKey>>();
  const managers = new Set<TaskKey>();
  const link = (parent: TaskKey, child: TaskKey) => {
    addTo(children, parent, child);
    addTo(parents, child, parent);
  };
  for (const { uri, declarations } of outlines) {
    for (const declaration of declarations) {
      const key = taskKeyOf(uri, declaration.id);
      if (declaration.saysManager || declaration.kind === 'epic') managers.add(key);
      for (const id of declaration.subTasks) {
        const child = search(uri, id);
        if (child?.kind !== 'task' || child.target === key) continue;
        managers.add(key);
        link(key, child.target);
      }
      const parent = parentReferenceOf(uri, declaration, (id) => search(uri, id))?.resolution;
      if (parent?.kind === 'task') link(parent.target, key);
    }
  }
  return { parents: listsOf(parents), children: listsOf(children), managers };
}

function addTo(map: Map<TaskKey, Set<TaskKey>>, key: TaskKey, value: TaskKey): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}

function listsOf(
  map: ReadonlyMap<TaskKey, ReadonlySet<TaskKey>>,
): ReadonlyMap<TaskKey, readonly TaskKey[]> {
  return new Map([...map].map(([key, values]) => [key, [...values]]));
}
