// What a stage of `npm test` reports, and how the stages add up.
import { stripVTControlCharacters } from 'node:util';

/** Of what a failed test said: enough for a difference or a counterexample, not for a whole file. */
const mostLines = 30;
const longestLine = 2_000;

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} skipped names of the tests that did not run
 * @property {string[]} notes what a person should know about a failure that no test tells
 */

/** @returns {Tally} */
export function emptyTally() {
  return { passed: 0, failed: 0, skipped: [], notes: [] };
}

/** A stage that could not run: one failure, never a skip. @returns {Tally} */
export function failedTally(note) {
  return { ...emptyTally(), failed: 1, notes: [note] };
}

/** @param {Tally[]} tallies @returns {Tally} */
export function addTallies(tallies) {
  const sum = emptyTally();
  for (const { passed, failed, skipped, notes } of tallies) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped.push(...skipped);
    sum.notes.push(...notes);
  }
  return sum;
}

/**
 * One more test. What a failed one said is kept for the summary, too: of a long run often only the end is at hand.
 * @param {Tally} tally @param {'passed' | 'failed' | 'skipped'} outcome @param {string} name
 * @param {string} [why] what a failed test said
 */
export function count(tally, outcome, name, why = '') {
  if (outcome === 'skipped') tally.skipped.push(name);
  else tally[outcome]++;
  if (outcome === 'failed') tally.notes.push([`Failed: ${name}`, ...shortened(why)].join('\n'));
}

/** The first lines of what a test said, without colours and without the places in the code of its runner. */
function shortened(why) {
  const lines = stripVTControlCharacters(why)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at .*(node:internal|node_modules)/.test(line))
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line));
  return lines.length > mostLines ? [...lines.slice(0, mostLines), '…'] : lines;
}

/**
 * Where everything must run (PROACTIVE_JOBS_REQUIRE_SHARED=1, as in `.ci/run`) a skipped test is a failure that is named.
 * @param {Tally} tally @param {boolean} mustRun @returns {Tally}
 */
export function judgeSkipped(tally, mustRun) {
  const { skipped } = tally;
  if (!mustRun || skipped.length === 0) return tally;
  const notes = skipped.map((name) => `Skipped, and nothing may be skipped here: ${name}`);
  return {
    ...tally,
    failed: tally.failed + skipped.length,
    skipped: [],
    notes: [...tally.notes, ...notes],
  };
}

/** How many tests did not run; nothing when all did. @param {Tally} tally @returns {string | undefined} */
export function skippedWords({ skipped }) {
  const [first] = skipped;
  if (first === undefined) return undefined;
  return skipped.length === 1
    ? `1 test was skipped and proves nothing: ${first}`
    : `${skipped.length} tests were skipped and prove nothing; the first is: ${first}`;
}

/** A stage in which nothing ran must not look like success. @param {Tally} tally @returns {Tally} */
export function requireTests(tally) {
  if (tally.passed + tally.failed > 0) return tally;
  return { ...tally, failed: 1, notes: [...tally.notes, 'No test ran.'] };
}
