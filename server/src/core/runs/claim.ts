/** What a file beside the queue says: a claim with its place, never a fact (workflow 1). */
import type { Span } from '../model/span';

/** How sure the reader is that the words mean this. */
export type Confidence = 'stated' | 'inferred';

export interface Claim<T> {
  readonly value: T;
  readonly span: Span;
  readonly confidence: Confidence;
}
