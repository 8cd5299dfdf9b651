/** Verified claims as items to look through. Pure: no editor. */
import type { VerifiedFileView } from '../../../server/src/protocol/verifyMessages';
import { plainLabel } from '../plainLabel';

export interface ClaimItem {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly uri: string;
  /** 0-based. */
  readonly line: number;
}

const signs = { verified: '$(pass)', missing: '$(error)', 'cannot-check': '$(question)' } as const;
const order = ['missing', 'cannot-check', 'verified'] as const;

/** What is missing comes first. */
export function claimItems(files: readonly VerifiedFileView[]): readonly ClaimItem[] {
  return order.flatMap((verdict) =>
    files.flatMap(({ uri, path, claims }) =>
      claims
        .filter((claim) => claim.verdict === verdict)
        .map(({ what, line, reason }) => ({
          label: `${signs[verdict]} ${plainLabel(what)}`,
          description: verdict === 'cannot-check' ? 'cannot check' : verdict,
          detail: plainLabel(`${reason} · ${path}:${line + 1}`),
          uri,
          line,
        })),
    ),
  );
}

/** "2 verified, 1 missing, 1 cannot be checked". */
export function claimSummary(files: readonly VerifiedFileView[]): string {
  const all = files.flatMap(({ claims }) => claims);
  if (all.length === 0) return 'no file and no commit is claimed';
  const count = (verdict: (typeof order)[number]): number =>
    all.filter((claim) => claim.verdict === verdict).length;
  return `${count('verified')} verified, ${count('missing')} missing, ${count('cannot-check')} cannot be checked`;
}
