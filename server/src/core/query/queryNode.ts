/** A query as read. Places are UTF-16 offsets in its text, the end excluded. */
import type { FlagName, NumberField, StatusWord, TextField } from './fields';

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What is wrong and what would be right, in sentences. The part of the query that it is about counts as not written. */
export interface QueryProblem extends Place {
  readonly message: string;
}

/** How words are looked for; upper and lower case are the same everywhere. */
export type TextMatch =
  | { readonly how: 'contains' | 'equals' | 'pattern'; readonly text: string }
  /** Nothing is said at all. */
  | { readonly how: 'none' };

/** Both ends included; infinite where open. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
}

export type QueryTerm =
  | { readonly kind: 'status'; readonly any: readonly StatusWord[] }
  | { readonly kind: 'text'; readonly field: TextField; readonly any: readonly TextMatch[] }
  | { readonly kind: 'number'; readonly field: NumberField; readonly any: readonly NumberRange[] }
  | { readonly kind: 'priority'; readonly any: readonly NumberRange[] }
  | { readonly kind: 'is'; readonly any: readonly FlagName[] }
  /** A task and its neighbours, so many steps up (what it waits for) and down (who waits for it). */
  | { readonly kind: 'selector'; readonly id: string; readonly up: number; readonly down: number }
  /** In id or title. */
  | { readonly kind: 'words'; readonly text: string };

export type QueryNode =
  /** Everything: an empty query. */
  | { readonly kind: 'all' }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly part: QueryNode }
  | { readonly kind: 'term'; readonly term: QueryTerm; readonly place: Place };

export interface Query {
  readonly text: string;
  readonly node: QueryNode;
  readonly problems: readonly QueryProblem[];
}
