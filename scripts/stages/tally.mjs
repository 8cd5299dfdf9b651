// What a stage of `npm test` reports, and how the stages add up.

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

/** One more test, with its name. @param {Tally} tally @param {'passed' | 'failed' | 'skipped'} outcome @param {string} name */
export function count(tally, outcome, name) {
  if (outcome === 'skipped') tally.skipped.push(name);
  else tally[outcome]++;
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
