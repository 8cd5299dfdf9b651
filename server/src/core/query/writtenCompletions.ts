/** Completions as a field writes them: page, tree and palette alike. */
import { completeQuery } from './completeQuery';
import type { Place } from './queryNode';
import type { QueryFacts } from './queryFacts';

/** What can be written, and what it takes the place of (UTF-16 offsets). */
export interface WrittenCompletion extends Place {
  readonly insert: string;
  readonly label: string;
  /** What it means, with how many tasks it would find where that is known. */
  readonly detail: string;
}

/** Best first; nothing that stands there already. */
export function writtenCompletions(
  text: string,
  caret: number,
  tasks: readonly QueryFacts[],
): readonly WrittenCompletion[] {
  const { start, end, items } = completeQuery(text, caret, tasks);
  return items
    .filter(({ insert }) => insert !== text.slice(start, end))
    .map(({ insert, label, detail, count }) => ({
      label,
      detail: count === undefined ? detail : `${detail} (${count})`.trim(),
      // A field wants its value next; whatever else is written is finished.
      insert: insert.endsWith(':') ? insert : `${insert} `,
      start,
      end,
    }));
}
