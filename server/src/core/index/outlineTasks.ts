/** Looking up tasks in the facts of a queue: all of them, or those below a group. */
import { type TaskKey, taskKeyOf } from '../model/taskKey';
import type { OutlineDeclaration, OutlineFacts } from './outlineFacts';

/** The keys of a queue's tasks, each once, in file order. */
export function taskKeysOf(
  outline: OutlineFacts,
  declarations: readonly OutlineDeclaration[] = outline.declarations,
): readonly TaskKey[] {
  return [...new Set(declarations.map((d) => taskKeyOf(outline.uri, d.id)))];
}

/** True when the group with index `group` is one of `groups` or lies below one. */
export function isBelowGroup(
  outline: OutlineFacts,
  group: number,
  groups: ReadonlySet<number>,
): boolean {
  for (let at = group; at >= 0; at = outline.groups[at]?.parent ?? -1)
    if (groups.has(at)) return true;
  return false;
}

/** The queue `uri` first, then the others. */
export function ownQueueFirst(
  outlines: readonly OutlineFacts[],
  uri: string,
): readonly OutlineFacts[] {
  return [...outlines.filter((o) => o.uri === uri), ...outlines.filter((o) => o.uri !== uri)];
}
