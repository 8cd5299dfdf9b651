/** Where every id of the workspace is declared, and what a reference means. */
import type { TaskKey } from '../model/taskKey';
import { nearestIdAmong } from './nearestId';
import type { OutlineDeclaration, OutlineFacts, OutlineReference } from './outlineFacts';
import { isBelowGroup, ownQueueFirst, taskKeysOf } from './outlineTasks';
import { resolvePhases } from './phaseResolution';
import { type QueuePhases, queuePhasesOf } from './queuePhases';
import { resolveRange } from './rangeResolution';
import type { Resolution } from './resolution';
import type { Task } from './task';
import { tasksOf } from './taskFamilies';
import { taskSearchOf } from './taskSearch';

export interface QueueIndex {
  readonly tasks: ReadonlyMap<TaskKey, Task>;
  /** Keys of each queue's tasks, in file order. */
  readonly byQueue: ReadonlyMap<string, readonly TaskKey[]>;
  readonly outlines: readonly OutlineFacts[];
  /**
   * What the id `text` means when it stands in the queue `uri` (rule G5): the queue's own tasks first, then those of
   * the other queues. `uri` may be any file; then all queues are searched alike.
   */
  resolve(uri: string, text: string): Resolution;
  /** What a reference of the declaration `from` in the queue `uri` means, ranges and phases included (rule G4). */
  resolveReference(uri: string, reference: OutlineReference, from?: OutlineDeclaration): Resolution;
}

/** Builds the index over all queues; facts in the order of their uris. */
export function queueIndexOf(outlines: readonly OutlineFacts[]): QueueIndex {
  const search = taskSearchOf(outlines);
  const nearest = nearestIn(outlines);
  const resolve = (uri: string, text: string): Resolution =>
    search(uri, text) ??
    groupWithId(outlines, uri, text) ?? {
      kind: 'unresolved',
      nearest: nearest(uri, text),
    };
  const phasesOf = queuePhasesOnce();
  const phases = new Map<string, Resolution>();
  /** Many tasks wait for the same phase; they share what it means, so that others can tell. */
  const resolveOnce = (
    uri: string,
    keys: readonly string[],
    from?: OutlineDeclaration,
  ): Resolution => {
    const name = JSON.stringify([uri, keys, from?.group, from?.project]);
    const known = phases.get(name) ?? resolvePhases(outlines, phasesOf, uri, keys, from, search);
    phases.set(name, known);
    return known;
  };
  return {
    tasks: tasksOf(outlines, search),
    byQueue: new Map(outlines.map((o) => [o.uri, taskKeysOf(o)])),
    outlines,
    resolve,
    resolveReference(uri, reference, from) {
      switch (reference.kind) {
        case 'free-text':
          return { kind: 'text' };
        case 'phase':
          return resolveOnce(uri, reference.phases ?? [], from);
        case 'range':
          return resolveRange(outlines, uri, reference.first ?? '', reference.last ?? '', resolve);
        case 'id':
          return resolve(uri, reference.text);
      }
    },
  };
}

function queuePhasesOnce(): (outline: OutlineFacts) => QueuePhases {
  const known = new Map<OutlineFacts, QueuePhases>();
  return (outline) => {
    const found = known.get(outline) ?? queuePhasesOf(outline);
    known.set(outline, found);
    return found;
  };
}

/** A heading that has an id and holds tasks but is none itself: all tasks below it. */
function groupWithId(
  outlines: readonly OutlineFacts[],
  uri: string,
  text: string,
): Resolution | undefined {
  const wanted = text.toLowerCase();
  for (const outline of ownQueueFirst(outlines, uri)) {
    const at = outline.groups.findIndex((g) => g.id?.toLowerCase() === wanted);
    if (at < 0) continue;
    const targets = taskKeysOf(
      outline,
      outline.declarations.filter((d) => isBelowGroup(outline, d.group, new Set([at]))),
    );
    if (targets.length > 0) return { kind: 'group', how: 'group', targets };
  }
  return undefined;
}

/** Suggestions for unknown ids: the queue's own before those of the others. What each queue knows is sorted out once. */
function nearestIn(
  outlines: readonly OutlineFacts[],
): (uri: string, text: string) => string | undefined {
  const lookups = new Map<string, (text: string) => string | undefined>();
  const lookupOf = (outline: OutlineFacts): ((text: string) => string | undefined) => {
    const known = lookups.get(outline.uri);
    if (known) return known;
    const lookup = nearestIdAmong([...new Set(outline.declarations.map((d) => d.id))]);
    lookups.set(outline.uri, lookup);
    return lookup;
  };
  return (uri, text) => {
    for (const outline of ownQueueFirst(outlines, uri)) {
      const nearest = lookupOf(outline)(text);
      if (nearest !== undefined) return nearest;
    }
    return undefined;
  };
}
