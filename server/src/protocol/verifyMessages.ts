/** What client and server say to each other about verifying the claims of progress files. */

/** Client → server: look for what the progress files of a task claim. Only asked for in a trusted workspace. */
export const verifyClaimsRequest = 'proactiveJobs/verifyClaims';
export interface VerifyClaimsParams {
  /** Key of the task, as in the snapshot. */
  readonly key: string;
}
export type VerifyClaimsResult =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'verified'; readonly id: string; readonly files: readonly VerifiedFileView[] };

export interface VerifiedFileView {
  readonly uri: string;
  readonly path: string;
  readonly claims: readonly {
    readonly verdict: 'verified' | 'missing' | 'cannot-check';
    readonly what: string;
    /** 0-based. */
    readonly line: number;
    readonly reason: string;
  }[];
}
