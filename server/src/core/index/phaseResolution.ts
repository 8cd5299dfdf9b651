/** What `Phase 2`, `Phase 1-3`, `Phase A` mean to a task that waits for them (dialect 3.6, G4). */
import { isDone } from '../model/status';
import { type TaskKey, taskKeyOf } from '../model/taskKey';
import type { OutlineDeclaration, OutlineFacts } from './outlineFacts';
import { ownQueueFirst, taskKeysOf } from './outlineTasks';
import type { QueuePhases } from './queuePhases';
import type { Gap, Resolution } from './resolution';
import type { TaskSearch } from './taskSearch';

type Found =
  | { readonly kind: 'id'; readonly target: TaskKey }
  | { readonly kind: 'tasks'; readonly targets: readonly TaskKey[] }
  | { readonly kind: 'gap'; readonly why: Gap['why'] };

/**
 * Each phase by itself: first an id such as `PHASE-A`, else all tasks of the phase, in the own queue before the others.
 * One without tasks counts as done when its heading or its Status says so; else it leaves a gap, as does one that no
 * queue has.
 */
export function resolvePhases(
  outlines: readonly OutlineFacts[],
  phasesOf: (outline: OutlineFacts) => QueuePhases,
  uri: string,
  keys: readonly string[],
  from: OutlineDeclaration | undefined,
  search: TaskSearch,
): Resolution {
  const queues = ownQueueFirst(outlines, uri);
  const parts = keys.map((key) => {
    for (const outline of queues) {
      const near = outline.uri === uri ? from : undefined;
      const found = phaseIn(outline, phasesOf(outline), key, near, search);
      if (found) return { key, found };
    }
    return { key, found: { kind: 'gap', why: 'missing' } satisfies Found };
  });
  const [only] = parts;
  if (parts.length === 1 && only?.found.kind === 'id')
    return { kind: 'task', how: 'exact', target: only.found.target };
  const gaps = parts.flatMap(({ key, found }): readonly Gap[] =>
    found.kind === 'gap' ? [{ name: nameOf(key), why: found.why }] : [],
  );
  const found = parts.flatMap(({ found: part }) =>
    part.kind === 'id' ? [part.target] : part.kind === 'tasks' ? part.targets : [],
  );
  return {
    kind: 'group',
    how: 'phase',
    targets: keys.length === 1 ? found : inFileOrder(queues, new Set(found)),
    ...(gaps.length > 0 ? { gaps } : {}),
  };
}

function inFileOrder(
  queues: readonly OutlineFacts[],
  keys: ReadonlySet<TaskKey>,
): readonly TaskKey[] {
  return queues.flatMap((outline) => taskKeysOf(outline).filter((key) => keys.has(key)));
}

/** Nothing when the queue knows no such phase. */
function phaseIn(
  outline: OutlineFacts,
  phases: QueuePhases,
  key: string,
  from: OutlineDeclaration | undefined,
  search: TaskSearch,
): Found | undefined {
  const target = taskKeyOf(outline.uri, key.replace(' ', '-'));
  const named = search(outline.uri, key.replace(' ', '-'));
  if (named?.kind === 'task' && named.target === target) return { kind: 'id', target };
  const members = phases.membersOf(key, from);
  const headings = phases.headingsOf(key, from);
  if (headings.length === 0 && members.length === 0) return undefined;
  if (members.length > 0) return { kind: 'tasks', targets: taskKeysOf(outline, members) };
  const said = headings.flatMap((at) => outline.groups[at]?.says ?? []);
  return said.length > 0 && said.every(isDone)
    ? { kind: 'tasks', targets: [] }
    : { kind: 'gap', why: 'empty' };
}

/** `Phase 2`, as a person would write it. */
function nameOf(key: string): string {
  return key.replace(/^.| [a-z]$/g, (c) => c.toUpperCase());
}
