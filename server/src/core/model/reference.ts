/** What a task says it waits for: one item of a dependency field, read but not yet resolved (dialect 3.6). */
import type { Span, Spanned } from './span';

export type ReferenceKind = 'id' | 'range' | 'phase' | 'free-text';

/** A claim behind a reference (rule G2). It is a claim only: it never decides whether a dependency is met. */
export type Annotation = 'done' | 'not-done' | 'open';

/** A reference that begins a choice (`a-1 or b-2`), or goes on with that of the reference before it. */
export type Either = 'first' | 'or';

export interface Reference {
  readonly kind: ReferenceKind;
  /** The id, `first..last`, `Phase 2`, or the free text, as written; the span is exactly that. */
  readonly text: Spanned<string>;
  /** For a range: its two ends as written. */
  readonly range?: { readonly first: string; readonly last: string };
  /** For phases: the key of each one that is named, such as `phase 2`; ranges written out. */
  readonly phases?: readonly string[];
  readonly annotation?: Annotation;
  /** Only for alternatives, of which one is enough. */
  readonly either?: Either;
  /** The whole item with its annotation. */
  readonly item: Span;
  /** Where it stands: a dependency field, or in parentheses behind the Status (rule G3). */
  readonly via: 'field' | 'status';
}
