/** What a note or a part of it is about where it says so nowhere in particular: it names a single task. */
import { isElsewhere } from './noteField';
import { idsIn } from './noteIds';
import { type NoteItem, nearestHeading } from './noteItems';

/** The one task that the title of a note names: the heading that all others are below. */
export function titleSubject(items: readonly NoteItem[]): string | undefined {
  const tops = items.filter(({ kind, parent }) => kind === 'heading' && parent === undefined);
  const ids = tops.flatMap(({ said }) => idsIn(said));
  return tops.length === 1 && ids.length === 1 ? ids[0]?.id : undefined;
}

/** The one task of a note that names no other, and names it not only with a worker. */
export function onlySubject(
  items: readonly NoteItem[],
  hasKey: (item: NoteItem) => boolean,
): string | undefined {
  const telling = items.filter(({ said }) => !isElsewhere(said));
  const free = telling.filter((item) => !hasKey(item)).flatMap(({ said }) => idsIn(said));
  return free.length > 0 ? single(telling.flatMap(({ said }) => idsIn(said))) : undefined;
}

/**
 * For each item the one task that its section names before it; none where it names several. A line that names a worker
 * lends nothing to the next one.
 */
export function sectionSubjects(
  items: readonly NoteItem[],
  hasKey: (item: NoteItem) => boolean,
): ReadonlyMap<NoteItem, string> {
  const subjects = new Map<NoteItem, string>();
  const named = new Map<NoteItem | undefined, { readonly id: string }[]>();
  for (const item of items) {
    const section = item.kind === 'heading' ? item : nearestHeading(item);
    const ids = named.get(section) ?? [];
    const subject = single(ids);
    if (subject !== undefined) subjects.set(item, subject);
    if (!hasKey(item) && !isElsewhere(item.said)) {
      const more = [...ids, ...idsIn(item.said)];
      const other = more.find(({ id }) => id.toLowerCase() !== more[0]?.id.toLowerCase());
      // Two different ones are as good as many.
      named.set(section, [...more.slice(0, 1), ...(other ? [other] : [])]);
    }
  }
  return subjects;
}

function single(ids: readonly { readonly id: string }[]): string | undefined {
  const [first] = ids;
  const isOne = ids.every(({ id }) => id.toLowerCase() === first?.id.toLowerCase());
  return isOne ? first?.id : undefined;
}
