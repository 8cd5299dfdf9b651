/** claim-not-found: a file or commit that a progress file claims is not in the task's repository. */
import { defineRule } from '../rule';
import { quote } from '../support/quote';

export const claimNotFound = defineRule({
  code: 'claim-not-found',
  severity: 'warning',
  *checkFile(state, file) {
    const results = state.verifications.get(file.uri);
    // A result tells about the text that was looked at; after a change it tells nothing.
    if (!results || results.text !== file.text) return;
    for (const { claim, verdict, reason } of results.verifications) {
      if (verdict !== 'missing') continue;
      const what = claim.kind === 'commit' ? 'The commit' : 'The file';
      yield {
        span: claim.span,
        message: `${what} ${quote(claim.value)} is claimed here, but ${reason}. Look before you accept the work; it may also stand on another branch.`,
      };
    }
  },
});
