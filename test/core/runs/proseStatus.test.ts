// A status in prose (workflow 1.1, dialect S1): the first clause says it, what explains it does not.
import { describe, expect, test } from 'vitest';
import { proseStatus } from '../../../server/src/core/runs/proseStatus';

type Case = readonly [text: string, status: string | undefined];
const reads = (cases: readonly Case[]) =>
  test.each(cases)('%j is %s', (text, status) => {
    expect(proseStatus(text)).toBe(status);
  });

describe('words behind the first clause explain it', () => {
  reads([
    ['**DONE** - everything asked for is there and working', 'complete'],
    ['✅ COMPLETE - checked and validated', 'complete'],
    ['Complete - 0 failed', 'complete'],
    ['Complete (was: failed)', 'complete'],
    ['Complete | Blocked: none', 'complete'],
    ['Done. The deployment is blocked by somebody else', 'complete'],
    ['In-Progress (blocked earlier, now resolved)', 'in-progress'],
    ['failed; the rest is done', 'failed'],
    ['Completed with all servers running', 'complete'],
  ]);
});

describe('but they may ask for validation', () => {
  reads([
    ['COMPLETED - Needs Validation', 'needs-validation'],
    ['Partly built: partially completed - needs validation', 'needs-validation'],
    ['Done; awaiting L2 validation', 'needs-validation'],
    ['Done, the review is open: ready for review', 'needs-validation'],
    ['failed - needs validation of the cause', 'failed'],
    ['L2-validated, ready for L3 validation', 'self-validated'],
  ]);
});

describe('where the first clause holds none, one that is nothing but a status counts', () => {
  reads([
    ['Phase 1 - COMPLETE', 'complete'],
    ['no issues, all done', 'complete'],
    ['Bug hunt - READY FOR VALIDATION', 'needs-validation'],
    ['Great progress - fixed the first of three', undefined],
    ['The login page: fixed', undefined],
    ['Bug - not ready for production', undefined],
  ]);
});

describe('what is denied or still to come is not said', () => {
  reads([
    ['not complete', undefined],
    ['not yet done', undefined],
    ['not blocked', undefined],
    ['Resumed, no longer blocked', undefined],
    ['No pending or blocked tasks', undefined],
    ['never validated', undefined],
    ['will be completed tomorrow', undefined],
    ['NOT READY FOR VALIDATION', undefined],
    ['not started', 'pending'],
    ['Not yet started', 'pending'],
    ['Phase 0 complete', 'complete'],
  ]);
});

describe('a part is not the whole', () => {
  reads([
    ['mostly done', 'in-progress'],
    ['almost complete', 'in-progress'],
    ['90 % complete', 'in-progress'],
    ['3/5 tasks complete', 'in-progress'],
    ['5/5 tasks complete', 'complete'],
    ['100% complete', 'complete'],
    ['partially completed', 'in-progress'],
    ['incomplete', 'in-progress'],
  ]);
});

describe('weak words count only at the start', () => {
  reads([
    ['fixed', 'complete'],
    ['Fixed: the cache', 'complete'],
    ['The first of two bugs fixed', undefined],
    ['success', 'complete'],
    ['✅ SUCCESS (MISLEADING)', 'complete'],
    ['A great success', undefined],
    ['currently working on the cache', 'in-progress'],
    ['The server is running', undefined],
    ['working as designed', undefined],
    ['ready', 'pending'],
    ['ready to start', 'pending'],
    ['ready for production', undefined],
    ['FAIL ❌', 'failed'],
    ['Failing', 'failed'],
    ['Fixing failed tests', 'in-progress'],
    ['passed', undefined],
    ['VALIDATION PASSED - ready for production', 'validated'],
    ['L2 pass', 'self-validated'],
  ]);
});

describe('one word, many spellings', () => {
  reads([
    ['NEEDS_VALIDATION', 'needs-validation'],
    ['needs validation', 'needs-validation'],
    ['in_progress', 'in-progress'],
    ['in\u2011progress', 'in-progress'],
    ['pending validation', 'needs-validation'],
    ['Ready for L2', 'needs-validation'],
    ['ready for the final review', 'needs-validation'],
    ['awaiting review', 'needs-validation'],
    ['Sent to validator', 'needs-validation'],
    ['WIP', 'in-progress'],
    ['started', 'in-progress'],
    ['on hold', 'blocked'],
    ['blocked-auth', 'blocked'],
    ['verified', 'complete'],
    ['"completed"', 'complete'],
    ['[completed]', 'complete'],
  ]);
});

describe('what it was before does not count', () => {
  reads([
    ['pending → in-progress', 'in-progress'],
    ['in-progress ➜ done', 'complete'],
    ['in-progress ⇒ done', 'complete'],
    ['in-progress => done', 'complete'],
    ['done (pending -> in-progress)', 'complete'],
    ['~~in-progress~~ done', 'complete'],
    ['~~done~~', 'complete'],
  ]);
});

describe('sentences', () => {
  const long = 'and this and that and the other thing and whatever else there was';
  reads([
    [`Done ${long}`, 'complete'],
    [`I did ${long} and it is done`, undefined],
    ['nothing to see', undefined],
    ['✅', undefined],
    ['', undefined],
    ['- (', undefined],
  ]);
});
