/** The task that a row of a table in a coordinator note is about. */
import { roleOf } from './noteField';
import { idsIn, leadingId } from './noteIds';
import type { NoteItem } from './noteItems';

/** The task of a table row: that of its task column, or the first id that is in no column of another kind. */
export function idInRow({ cells }: NoteItem): string | undefined {
  const stated = cells.find(({ name }) => roleOf(name) === 'task' || name === 'id');
  const free = cells.filter(({ name }) => ['other', 'task'].includes(roleOf(name)));
  return [...(stated ? [stated] : []), ...free, ...cells]
    .map(({ value }) => leadingId(value) ?? idsIn(value)[0]?.id)
    .find((id) => id !== undefined);
}
