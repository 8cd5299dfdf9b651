/** Workers that a coordinator note names by their session, whole or bare (workflow 1.3). */
import type { NoteItem } from './noteItems';
import type { NoteOutline } from './noteOutline';
import { onlySubject, sectionSubjects, titleSubject } from './noteSubjects';
import { ownerOf } from './spawnOwner';
import type { SpawnRecord } from './spawnRecord';
import { modelIn, remarksOf } from './spawnRemarks';

export interface SessionRecord {
  readonly record: SpawnRecord;
  /** The items that the record was read from. */
  readonly from: ReadonlySet<NoteItem>;
  readonly item: NoteItem;
  /** The item names its task itself. */
  readonly isLine: boolean;
}

/** One record for each session, in the order in which the note names them first. */
export function sessionRecordsOf(outline: NoteOutline): readonly SessionRecord[] {
  const title = titleSubject(outline.items);
  const only = onlySubject(outline.items, outline.hasKey);
  const subjects = sectionSubjects(outline.items, outline.hasKey);
  const found = new Map<string, SessionRecord>();
  for (const mention of outline.mentions) {
    const { item, sessionKey, before, after, isFormer, isShared } = mention;
    const owner = ownerOf(mention, outline.beside);
    const chain = owner?.chain ?? [item];
    const part = isShared ? `${before} ${after}` : item.said;
    const record: SpawnRecord = {
      taskId: owner?.taskId ?? title ?? subjects.get(item) ?? only,
      sessionKey,
      ...remarksOf(outline, { item, part, isOwn: owner?.isOwn ?? false, chain }),
      isFormer,
      line: item.line,
    };
    const from = new Set([...chain, ...outline.beside(item)]);
    const id = sessionOf(sessionKey);
    const known = found.get(id);
    found.set(
      id,
      known
        ? { ...known, record: joined(known.record, record) }
        : { record, from, item, isLine: owner?.isOwn ?? false },
    );
  }
  return withSharedModels([...found.values()]);
}

/** A model in a field below several workers, each on a line of its own, is that of all of them. */
function withSharedModels(keyed: readonly SessionRecord[]): readonly SessionRecord[] {
  const all: SessionRecord[] = [];
  for (const of of [...keyed].reverse()) {
    const next = all.at(-1);
    const isRun =
      next?.isLine === true &&
      of.isLine &&
      next.item.parent === of.item.parent &&
      next.item.at === of.item.at + 1 &&
      modelIn(next.item.said) === undefined;
    const model = of.record.model ?? (isRun ? next.record.model : undefined);
    all.push({ ...of, record: { ...of.record, model } });
  }
  return all.reverse();
}

/** The same session may be written with its whole key and without. */
function sessionOf(sessionKey: string): string {
  return sessionKey.replace(/^.*:/, '').toLowerCase();
}

/** What a note says later of a session adds to what it said first. */
function joined(first: SpawnRecord, later: SpawnRecord): SpawnRecord {
  return {
    ...first,
    taskId: first.taskId ?? later.taskId,
    model: first.model ?? later.model,
    gatewayTimeout: first.gatewayTimeout || later.gatewayTimeout,
    isFormer: first.isFormer || later.isFormer,
  };
}
