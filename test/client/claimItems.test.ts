// Verified claims as a person looks through them.
import { expect, test } from 'vitest';
import { claimItems, claimSummary } from '../../client/src/claims/claimItems';
import type { VerifiedFileView } from '../../server/src/protocol/verifyMessages';

const file: VerifiedFileView = {
  uri: 'file:///p.md',
  path: 'p.md',
  claims: [
    { verdict: 'verified', what: 'src/a.ts', line: 3, reason: 'stands there' },
    { verdict: 'missing', what: 'commit abc1234', line: 4, reason: 'no such commit' },
    { verdict: 'cannot-check', what: 'src/b.ts', line: 5, reason: 'no repository' },
  ],
};

test('what is missing comes first, and each says where it is claimed', () => {
  expect(claimItems([file]).map(({ label, detail }) => [label, detail])).toEqual([
    ['$(error) commit abc1234', 'no such commit · p.md:5'],
    ['$(question) src/b.ts', 'no repository · p.md:6'],
    ['$(pass) src/a.ts', 'stands there · p.md:4'],
  ]);
});

test('the summary counts the three answers', () => {
  expect(claimSummary([file])).toBe('1 verified, 1 missing, 1 cannot be checked');
  expect(claimSummary([])).toBe('no file and no commit is claimed');
});
