/** Which task a worker in a coordinator note is for (workflow 1.3). */
import { idAtStart, isHyphenPrefix } from '../../dialect/taskId';
import { isElsewhere, roleOf } from './noteField';
import { idsIn, leadingId, statedId, titleId } from './noteIds';
import { type NoteItem, nearestHeading } from './noteItems';
import { idInRow } from './rowTask';
import { reach } from './recordGroups';
import type { SessionMention } from './sessionMentions';
import { spawnedTasksIn } from './spawnedTasks';

export interface OwnedBy {
  readonly taskId: string;
  /** The item of the key names it itself. */
  readonly isOwn: boolean;
  /** The items from that of the key to the one that names the task. Their remarks are the worker's. */
  readonly chain: readonly NoteItem[];
}

/**
 * The id on the key's own line, a Task field beside it, what is said to have been spawned beside it, then the entry,
 * bold line or heading that all this is below; the worker's own name only where none of them names a task.
 * Nothing where none of them names any.
 */
export function ownerOf(
  mention: SessionMention,
  neighbours: (item: NoteItem) => readonly NoteItem[],
): OwnedBy | undefined {
  const { item } = mention;
  const own = ownId(mention);
  const named: OwnedBy | undefined = own && { taskId: own.id, isOwn: true, chain: [item] };
  if (named !== undefined && own?.isWorkerName === false) return named;
  const outer = outerOwner(item, neighbours);
  if (outer !== undefined && (own === undefined || own.isField || isShortOf(outer, own.id)))
    return outer;
  return named ?? outer ?? besideOwner(item, neighbours(item));
}

function isShortOf({ taskId }: OwnedBy, id: string): boolean {
  return taskId.toLowerCase() === id.toLowerCase() || isPrefixOf(taskId, id);
}

interface OwnId {
  readonly id: string;
  /** It stands as the name of the worker, in the value of a field or in a sentence. */
  readonly isWorkerName: boolean;
  readonly isField: boolean;
}

/** The id that the item of a key names itself: that before the key; behind it only where none stands before a key. */
function ownId({ item, before, after }: SessionMention): OwnId | undefined {
  const isField = item.field !== undefined && roleOf(item.field.name) === 'worker';
  const stated = (id: string): OwnId => ({ id, isWorkerName: isField, isField });
  if (item.kind === 'row' && item.field === undefined) {
    const id = idInRow(item);
    return id === undefined ? undefined : stated(id);
  }
  const spawned = spawnedTasksIn(before).at(-1);
  if (spawned !== undefined)
    return { id: spawned.id, isWorkerName: spawned.isWorkerName || isField, isField };
  const [first] = [
    ...[leadingId(before) ?? []].flat(),
    ...idsIn(before.replace(/\([^()]*\)/g, (part) => ' '.repeat(part.length))).map(({ id }) => id),
    ...idsIn(before).map(({ id }) => id),
    ...idsIn(after).map(({ id }) => id),
    ...[remarkId(after) ?? []].flat(),
  ];
  return first === undefined ? undefined : stated(first);
}

/** `key (console-cleanup)`: all that is in brackets right behind the key. */
function remarkId(after: string): string | undefined {
  const id = /^[`*\s]*\(([a-z][\w.-]*)\)/.exec(after)?.[1];
  return id === undefined || idAtStart(id) !== id ? undefined : statedId(id);
}

/** Ids in what is said before the key, then the names of labels and workers. */
function besideOwner(item: NoteItem, beside: readonly NoteItem[]): OwnedBy | undefined {
  const before = beside.filter((other) => other.at < item.at && !lendsNone(other)).reverse();
  const labels = beside.flatMap((other) =>
    other.field !== undefined && roleOf(other.field.name) === 'worker'
      ? [{ other, id: statedId(other.field.value) }]
      : [],
  );
  for (const { other, id } of [...before.map((other) => ({ other, id: anyId(other) })), ...labels])
    if (id !== undefined) return { taskId: id, isOwn: false, chain: [item, other] };
  return undefined;
}

function outerOwner(
  item: NoteItem,
  neighbours: (item: NoteItem) => readonly NoteItem[],
): OwnedBy | undefined {
  const chain: NoteItem[] = [];
  let workerName: OwnedBy | undefined;
  for (
    let at: NoteItem | undefined = item;
    at !== undefined && item.at - at.at <= reach;
    at = at.parent
  ) {
    const place = at;
    chain.push(place);
    if (at !== item) {
      const taskId = subjectOf(at, item);
      if (taskId !== undefined) return { taskId, isOwn: false, chain };
      const [spawned] = spawnedTasksIn(at.said);
      if (spawned !== undefined)
        workerName ??= { taskId: spawned.id, isOwn: false, chain: [...chain] };
    }
    const beside = neighbours(at);
    const stated = beside
      .map(({ field }) =>
        field && roleOf(field.name) === 'task' ? statedId(field.value) : undefined,
      )
      .find((id) => id !== undefined);
    if (stated !== undefined) return { taskId: stated, isOwn: false, chain };
    for (const other of beside.filter((n) => n.at < place.at).reverse()) {
      if (lendsNone(other)) continue;
      const [spawned] = spawnedTasksIn(other.said);
      const taskId = spawned?.isWorkerName === false ? spawned.id : leadingId(other.said);
      if (taskId !== undefined) return { taskId, isOwn: false, chain: [...chain, other] };
      if (spawned !== undefined)
        workerName ??= { taskId: spawned.id, isOwn: false, chain: [...chain, other] };
    }
  }
  return workerName && (namesakeOf(workerName, item, neighbours(item)) ?? workerName);
}

/** `w-1 failed`, then `Spawned worker w-1-again`: a worker is named after its task. */
function namesakeOf(
  { taskId }: OwnedBy,
  item: NoteItem,
  beside: readonly NoteItem[],
): OwnedBy | undefined {
  const other = beside.find(
    (near) => near.at < item.at && !lendsNone(near) && isPrefixOf(anyId(near), taskId),
  );
  const short = other && anyId(other);
  return other && short ? { taskId: short, isOwn: false, chain: [item, other] } : undefined;
}

function isPrefixOf(short: string | undefined, long: string): boolean {
  return short !== undefined && isHyphenPrefix(short.toLowerCase(), long.toLowerCase());
}

/** What an item that others are below is about. A heading further out counts only if it names a single task. */
function subjectOf(at: NoteItem, from: NoteItem): string | undefined {
  if (at.field !== undefined && roleOf(at.field.name) === 'task') return statedId(at.field.value);
  if (lendsNone(at)) return undefined;
  const spawned = spawnedTasksIn(at.said).filter(({ isWorkerName }) => !isWorkerName);
  const lead = leadingId(at.said) ?? spawned[0]?.id;
  if (at.kind !== 'heading') {
    // A sentence may begin with any task; it is about what follows only if it leads there.
    if (at.kind === 'paragraph' && !/^\*\*|^__|^[\w.-]+$|:\W*$/.test(at.said))
      return spawned[0]?.id;
    return lead ?? (at.field === undefined ? anyId(at) : undefined);
  }
  if (from.kind !== 'heading' && nearestHeading(from) === at) return lead ?? titleId(at.said);
  const ids = at.parent === undefined ? [] : idsIn(at.said);
  return ids.length === 1 ? ids[0]?.id : undefined;
}

function anyId({ said }: NoteItem): string | undefined {
  return idsIn(said)[0]?.id;
}

/** How it stands, and what other tasks wait for, says nothing of whose worker it is. */
function lendsNone({ said, field }: NoteItem): boolean {
  return isElsewhere(said) || (field !== undefined && roleOf(field.name) === 'status');
}
