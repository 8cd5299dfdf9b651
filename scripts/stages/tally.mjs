// What a stage of `npm test` reports, and how the stages add up.

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} notes what a person should know about a failure that no test tells
 */

/** @returns {Tally} */
export function emptyTally() {
  return { passed: 0, failed: 0, skipped: 0, notes: [] };
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
    sum.skipped += skipped;
    sum.notes.push(...notes);
  }
  return sum;
}

/** A stage in which nothing ran must not look like success. @param {Tally} tally @returns {Tally} */
export function requireTests(tally) {
  if (tally.passed + tally.failed > 0) return tally;
  return { ...tally, failed: 1, notes: [...tally.notes, 'No test ran.'] };
}
