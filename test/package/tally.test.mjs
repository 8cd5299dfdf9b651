// The summary of `npm test`: what failed is told there, too, and a skipped test is a failure where everything must run
// and elsewhere a word.
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
  assert.deepEqual(
    notes.map((note) => /\w+ \d$/.exec(note)?.[0]),
    ['failed 2', 'skipped 1', 'skipped 3'],
  );
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

test('what a failed test said stands in the summary: its first lines, without colours and the code of its runner', () => {
  const tally = emptyTally();
  const said =
    '\u001b[31mseed 7\u001b[0m\n\n    at run (/w/node_modules/x.js:1:2)\n    at /w/test/a.ts:3:4';
  count(tally, 'failed', 'reads the head', said);
  count(tally, 'failed', 'reads it all', 'line\n'.repeat(100));
  count(tally, 'passed', 'reads nothing', 'nothing');
  assert.deepEqual(tally.notes[0].split('\n'), [
    'Failed: reads the head',
    'seed 7',
    '    at /w/test/a.ts:3:4',
  ]);
  assert.equal(tally.notes[1].split('\n').length, 32);
  assert.equal(tally.notes.length, 2);
});
