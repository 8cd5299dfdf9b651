/** What a progress file says was made, so that it can be looked for; and what became of looking. */
import type { Span } from '../model/span';

export interface PathClaim {
  readonly kind: 'path';
  /** As written, without backticks and line numbers. */
  readonly value: string;
  /** Size in bytes, where one is claimed. */
  readonly bytes: number | undefined;
  readonly span: Span;
}

export interface CommitClaim {
  readonly kind: 'commit';
  /** 7 to 40 hexadecimal digits, lower case. */
  readonly value: string;
  readonly span: Span;
}

export type WorkClaim = PathClaim | CommitClaim;

export interface Evidence {
  readonly claims: readonly WorkClaim[];
  /** It shows what a command printed, or says how many tests passed. */
  readonly hasOutput: boolean;
}

/** `cannot-check` is no accusation: it says that nobody has looked, and why. */
export type ClaimVerdict = 'verified' | 'missing' | 'cannot-check';

export interface Verification {
  readonly claim: WorkClaim;
  readonly verdict: ClaimVerdict;
  /** What was looked at, or why nobody could look. */
  readonly reason: string;
}

/** The results of one file. */
export interface VerifiedFile {
  /** The text that was looked at: results of another one do not count. */
  readonly text: string;
  readonly verifications: readonly Verification[];
}
