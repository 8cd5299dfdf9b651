/** Which items of a note tell of the same worker: a line that names a task, and the fields beside it. */
import { isTelling, roleOf } from './noteField';
import { leadingId } from './noteIds';
import type { NoteItem } from './noteItems';
import { spawnedTasksIn } from './spawnedTasks';

/**
 * For each item its neighbours below the same parent that may tell of the same worker, itself among them. A new group
 * begins with an item that names a task as its own, at a second key, and where a field is said again.
 */
export function recordGroupsOf(
  items: readonly NoteItem[],
  hasKey: (item: NoteItem) => boolean,
): ReadonlyMap<NoteItem, readonly NoteItem[]> {
  const groups = new Map<NoteItem, readonly NoteItem[]>();
  const open = new Map<NoteItem | undefined, OpenGroup>();
  for (const item of items) {
    const fieldName = tellingName(item);
    const isKeyed = hasKey(item);
    const before = open.get(item.parent);
    const isNew =
      before === undefined ||
      before.kind !== item.kind ||
      item.at - (before.members[0] as NoteItem).at > reach ||
      item.kind === 'heading' ||
      (item.kind === 'row' && item.field === undefined) ||
      opens(item) ||
      (isKeyed && before.isKeyed) ||
      (fieldName !== undefined && before.names.has(fieldName));
    const group: OpenGroup = isNew
      ? { kind: item.kind, members: [], names: new Set(), isKeyed: false }
      : before;
    group.members.push(item);
    group.isKeyed ||= isKeyed;
    if (fieldName !== undefined) group.names.add(fieldName);
    open.set(item.parent, group);
    groups.set(item, group.members);
  }
  return groups;
}

/** In lines: further away nothing is said of a worker. */
export const reach = 40;

interface OpenGroup {
  readonly kind: NoteItem['kind'];
  readonly members: NoteItem[];
  readonly names: Set<string>;
  isKeyed: boolean;
}

/** True for an item that names its own task, as a title or as what was spawned. */
export function opens(item: NoteItem): boolean {
  return item.field === undefined
    ? leadingId(item.said) !== undefined ||
        spawnedTasksIn(item.said).some(({ isWorkerName }) => !isWorkerName)
    : /spawn/i.test(item.field.name) && spawnedTasksIn(item.said).length > 0;
}

function tellingName({ field }: NoteItem): string | undefined {
  if (field === undefined) return undefined;
  const role = roleOf(field.name);
  return isTelling(role) ? (role === 'worker' ? field.name.toLowerCase() : role) : undefined;
}
