/** The query field's language, from the core; here it meets the graph. */
import type { GraphSnapshot } from '../../../server/src/protocol/graphSnapshot';

export interface QueryAnswer {
  /** Keys of what is found; undefined when the query cannot be understood. */
  readonly matches: ReadonlySet<string> | undefined;
  /** What the query means, or what is wrong with it. */
  readonly explanation: string;
  readonly isWrong: boolean;
}

export interface Completion {
  readonly label: string;
  readonly detail: string;
  readonly insert: string;
  /** What it takes the place of. */
  readonly start: number;
  readonly end: number;
}

export function readQuery(query: string, snapshot: GraphSnapshot): QueryAnswer {
  const word = query.trim().toLowerCase();
  const matches = new Set(
    snapshot.tasks
      .filter(({ id, title, status }) => `${id} ${title} ${status}`.toLowerCase().includes(word))
      .map(({ key }) => key),
  );
  return { matches, explanation: `contains "${word}"`, isWrong: false };
}

export function completionsOf(
  _query: string,
  _caret: number,
  _s: GraphSnapshot,
): readonly Completion[] {
  return [];
}
