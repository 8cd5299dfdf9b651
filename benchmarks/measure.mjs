// Timing on a machine that others use, too: what is compared runs in turns, and the shortest run of each counts.

/**
 * @param {Record<string, () => unknown>} tasks
 * @param {{ rounds?: number, leastMs?: number }} [options] rounds at least, and going on until so much time is spent
 * @returns {Record<string, number>} milliseconds
 */
export function measure(tasks, { rounds = 5, leastMs = 400 } = {}) {
  const best = Object.fromEntries(Object.keys(tasks).map((name) => [name, Infinity]));
  const begin = performance.now();
  for (let round = 0; round < rounds || performance.now() - begin < leastMs; round++) {
    for (const [name, run] of Object.entries(tasks)) {
      const start = performance.now();
      run();
      best[name] = Math.min(best[name], performance.now() - start);
    }
  }
  return best;
}

/** Milliseconds for people. */
export function ms(value) {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
}

/** `3.9x`, the second divided by the first. */
export function ratio(from, to) {
  return `${(to / from).toFixed(to / from < 10 ? 1 : 0)}x`;
}

/** A markdown table, which is as good to read on a terminal. */
export function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  const line = (row) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((w, i) => (i === 0 ? '-'.repeat(w) : `${'-'.repeat(w - 1)}:`)).join(' | ')} |`;
  return [line(all[0]), rule, ...all.slice(1).map(line)].join('\n');
}
