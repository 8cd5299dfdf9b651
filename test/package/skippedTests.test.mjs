// What a skipped test is for `npm test`: a failure where everything must run, and elsewhere a word in the summary.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  count,
  emptyTally,
  judgeSkipped,
  requireTests,
  skippedWords,
} from '../../scripts/stages/tally.mjs';

const tallyOf = (...outcomes) => {
  const tally = emptyTally();
  outcomes.forEach((outcome, n) => count(tally, outcome, `${outcome} ${n}`));
  return tally;
};

test('where everything must run, each skipped test is a failure that is named', () => {
  const { passed, failed, skipped, notes } = judgeSkipped(
    tallyOf('passed', 'skipped', 'failed', 'skipped'),
    true,
  );
  assert.deepEqual({ passed, failed, skipped }, { passed: 1, failed: 3, skipped: [] });
  assert.equal(notes.length, 2);
  assert.match(notes[0], /: skipped 1$/);
  assert.match(notes[1], /: skipped 3$/);
});

test('elsewhere it stays a skipped test, and how many there are is said', () => {
  const tally = judgeSkipped(tallyOf('passed', 'skipped', 'skipped'), false);
  assert.equal(tally.failed, 0);
  assert.equal(
    skippedWords(tally),
    '2 tests were skipped and prove nothing; the first is: skipped 1',
  );
  assert.equal(
    skippedWords(tallyOf('skipped')),
    '1 test was skipped and proves nothing: skipped 0',
  );
});

test('where nothing was skipped, nothing is said and nothing fails', () => {
  const tally = judgeSkipped(tallyOf('passed'), true);
  assert.deepEqual(tally, { passed: 1, failed: 0, skipped: [], notes: [] });
  assert.equal(skippedWords(tally), undefined);
});

test('a stage that skips all of its tests has not passed', () => {
  assert.equal(requireTests(judgeSkipped(tallyOf('skipped'), false)).failed, 1);
  assert.equal(requireTests(judgeSkipped(tallyOf('skipped'), true)).failed, 1);
});
