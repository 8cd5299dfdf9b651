// Invented queues of any size, believable ones and hostile ones.

const repeat = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join('');

const statuses = ['complete', 'in-progress', 'pending', 'needs-validation', 'blocked', 'pending'];

/** A queue as people keep them: phases of twenty tasks with fields, prose, boxes and a table of contents. */
export function believableQueue(tasks) {
  const phases = Math.ceil(tasks / 20);
  return `# Queue\n\n**Worker Slots:** 2/2 occupied (p1-2-work)\n\n${repeat(phases, (p) => {
    const ids = Array.from(
      { length: Math.min(20, tasks - p * 20) },
      (_, t) => `p${p + 1}-${t + 1}-work`,
    );
    return `## Phase ${p + 1}: Part ${p + 1} of it\n\n| Task ID | Title | Status |\n|---|---|---|\n${ids
      .map((id, t) => `| ${id} | Step ${t} | ${statuses[t % 6]} |\n`)
      .join('')}\n${ids
      .map(
        (id, t) => `### ${id}: Do step ${t} of part ${p + 1}
- **Status:** ${statuses[t % 6]}
- **Priority:** HIGH
- **Model:** sonnet
- **Depends On:** ${t === 0 ? (p === 0 ? 'None' : `Phase ${p}`) : `${ids[t - 1]} ✅`}
- **Worker:** session-${p}-${t}
- **Started:** 2026-11-20 08:${10 + t} EST
- **Description:** Take what the step before left behind, look at it twice, and write down what
  was seen; then hand it on, \`with its tests\`, to **whoever** comes next.

#### Acceptance
- [ ] it builds
- [x] it has tests
- [ ] somebody else has read it

`,
      )
      .join('')}`;
  })}`;
}

/** Hostile inputs by name; each is given its size and grows with it. `n` is the smaller of the two sizes measured. */
export const hostile = {
  'each waits for the phase before': {
    n: 2_000,
    make: (n) =>
      repeat(
        n,
        (i) =>
          `${i % 500 === 0 ? `## Phase ${i / 500 + 1}\n\n` : ''}### w-${i}\n- Status: pending\n- Dependencies: ${i < 500 ? 'None' : `Phase ${Math.floor(i / 500)}`}\n\n`,
      ),
  },
  'unclosed fences': { n: 5_000, make: (n) => repeat(n, (i) => `\`\`\`${'`'.repeat(i % 7)}x\n`) },
  'unclosed fences, markdown inside': {
    n: 5_000,
    make: (n) => `\`\`\`markdown\n${repeat(n, () => '```ts\n')}`,
  },
  'fences of growing length': {
    n: 300,
    make: (n) => repeat(n, (i) => `${'~'.repeat(3 + n - i)}\n`),
  },
  'open comments': { n: 20_000, make: (n) => repeat(n, () => '<!-- ') },
  'open comments, a line each': { n: 10_000, make: (n) => repeat(n, () => '<!-- x\n') },
  'comments in code spans': { n: 10_000, make: (n) => repeat(n, () => '`<!-- ') },
  'closed comments on one line': { n: 10_000, make: (n) => repeat(n, () => '<!-- a -->') },
  'deep list': { n: 250, make: (n) => repeat(n, (i) => `${'  '.repeat(i)}- a\n`) },
  'deep list on one line': { n: 5_000, make: (n) => `${'- '.repeat(n)}a\n` },
  'deep quote': { n: 5_000, make: (n) => `${'> '.repeat(n)}a\n` },
  'quotes, ever deeper': { n: 250, make: (n) => repeat(n, (i) => `${'>'.repeat(i + 1)} a\n`) },
  'lists in quotes in lists': { n: 2_500, make: (n) => `${'- > '.repeat(n)}a\n` },
  bullets: { n: 25_000, make: (n) => repeat(n, () => '- a\n') },
  'status bullets with ids': { n: 20_000, make: (n) => repeat(n, (i) => `- ✅ task-${i}: done\n`) },
  'checkbox tasks': { n: 10_000, make: (n) => repeat(n, (i) => `- [x] task-${i} - done\n`) },
  'one line of a megabyte': { n: 262_144, make: (n) => 'word '.repeat(n / 5) },
  'one line of stars': { n: 262_144, make: (n) => '*'.repeat(n) },
  'bold runs': { n: 4_000, make: (n) => repeat(n, () => '**a') },
  'bold runs, a line each': { n: 10_000, make: (n) => repeat(n, () => '**a **b\n') },
  'bold keys': { n: 10_000, make: (n) => repeat(n, () => '**K:** v | ') },
  'backtick runs': { n: 1_000, make: (n) => repeat(n, (i) => `${'`'.repeat(i % 100)} `) },
  'brackets and parentheses': {
    n: 5_000,
    make: (n) => `- **Depends On:** ${'('.repeat(n)}\n${'['.repeat(n)}`,
  },
  'table rows': {
    n: 5_000,
    make: (n) => `| Task ID | Status |\n|---|---|\n${repeat(n, (i) => `| task-${i} | done |\n`)}`,
  },
  'table cells': { n: 5_000, make: (n) => `|${' a |'.repeat(n)}\n|${'-|'.repeat(n)}\n` },
  'orphan rows': { n: 10_000, make: (n) => repeat(n, () => '| a | b |\n\n') },
  headings: { n: 10_000, make: (n) => repeat(n, (i) => `## task-${i} ✅\n`) },
  'glued headings': { n: 5_000, make: (n) => repeat(n, (i) => `x### task-${i} ✅ `) },
  'one id, declared again and again': { n: 2_500, make: (n) => repeat(n, () => '## task-1 ✅\n') },
  'rows that repeat headings': {
    n: 1_000,
    make: (n) =>
      `${repeat(n, (i) => `## task-${i} ✅\n`)}\n# T\n\n| Task ID | Status |\n|---|---|\n${repeat(n, (i) => `| task-${i}-x | done |\n`)}`,
  },
  'short forms': {
    n: 1_000,
    make: (n) => repeat(n, (i) => `## w-${i}-task\n- **Depends On:** ${(i * 7) % n}-task\n`),
  },
  'unknown ids': {
    n: 1_000,
    make: (n) => repeat(n, (i) => `## task-a-${i}\n- **Depends On:** tusk-b-${i}\n`),
  },
  'one long chain': {
    n: 2_500,
    make: (n) => repeat(n, (i) => `## t-${i} ⏳\n- **Depends On:** t-${i + 1}\n`),
  },
  'one ring': {
    n: 2_500,
    make: (n) => repeat(n, (i) => `## t-${i} ⏳\n- **Depends On:** t-${(i + 1) % n}\n`),
  },
  'all wait for their phase': {
    n: 250,
    make: (n) =>
      `# Q\n\n## Phase 1: All\n\n${repeat(n, (i) => `### t-${i} ⏳\n- **Depends On:** Phase 1\n`)}`,
  },
  'one task waits for all': {
    n: 2_500,
    make: (n) =>
      `${repeat(n, (i) => `## t-${i} ⏳\n`)}## u-1\n- **Depends On:** ${repeat(n, (i) => `t-${i}, `)}\n`,
  },
  'one parent': { n: 2_500, make: (n) => repeat(n, (i) => `## t-${i} ⏳\n- **Parent:** t-0\n`) },
  mojibake: { n: 20_000, make: (n) => repeat(n, () => 'â€” âœ… ') },
  'literal line breaks': { n: 10_000, make: (n) => repeat(n, (i) => `## t-${i} ✅\\n`) },
  'carriage returns': { n: 20_000, make: (n) => '\r'.repeat(n) },
  'blanks and tabs': { n: 10_000, make: (n) => repeat(n, () => ' \t \n') },
  'spaces before nothing': { n: 100_000, make: (n) => `- **Status:**${' '.repeat(n)}x\n` },
  emoji: { n: 10_000, make: (n) => `## t-1 ${'✅'.repeat(n)}\n- **Status:** ${'🔄'.repeat(n)}\n` },
};
