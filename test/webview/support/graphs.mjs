// Invented graphs of any size, as the server would send them: what the page's tests and benchmarks draw.

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const queueUri = 'file:///w/PROACTIVE-JOBS.md';

/** A task that nothing is special about; `parts` says what is. */
export function graphTask(id, parts = {}) {
  return {
    key: `t:${id}`,
    id,
    title: `Work on ${id}`,
    status: 'pending',
    lane: 'lane:1',
    isManager: false,
    ready: false,
    notReady: [],
    uri: queueUri,
    range,
    errors: 0,
    warnings: 0,
    blocks: 0,
    waitsFor: 0,
    isCritical: false,
    isForeign: false,
    ...parts,
  };
}

/** `from` waits for `to`. */
export function graphEdge(from, to, parts = {}) {
  return {
    from: `t:${from}`,
    to: `t:${to}`,
    kind: 'dependency',
    fulfilment: 'unmet',
    isInCycle: false,
    isCritical: false,
    ...parts,
  };
}

/** A snapshot of these tasks and edges, lanes made from what the tasks name. */
export function graphOf(tasks, edges = [], parts = {}) {
  const lanes = [...new Set(tasks.map(({ lane }) => lane))].map((key) => {
    const inside = tasks.filter(({ lane }) => lane === key);
    const done = inside.filter(({ status }) => status === 'complete').length;
    return { key, title: key.replace('lane:', 'Phase '), range, done, total: inside.length };
  });
  return {
    revision: 1,
    queueUri,
    queueName: 'PROACTIVE-JOBS.md',
    slots: { max: 3, declared: true, inUse: 1 },
    tasks,
    edges,
    lanes,
    cycles: [],
    waves: [],
    waterfall: [],
    criticalPath: [],
    ...parts,
  };
}

const words = ['Read', 'Draw', 'Store', 'Check', 'Send', 'Sort', 'Warn', 'Show', 'Join', 'Clean'];
const things = [
  'the tide tables',
  'a berth plan',
  'crew lists',
  'fuel receipts',
  'harbour dues',
  'weather',
  'signals',
];

/** A believable queue: phases of about twenty tasks, 1.4 dependencies each, early phases done. Always the same. */
export function believableGraph(count) {
  const random = seeded(count);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const perPhase = count > 3000 ? 100 : 20;
  const phases = Math.ceil(count / perPhase);
  const tasks = [];
  const edges = [];
  for (let n = 0; n < count; n++) {
    const phase = Math.floor(n / perPhase);
    const at = n % perPhase;
    const progress = phase / phases;
    const status =
      progress < 0.4
        ? random() < 0.96
          ? 'complete'
          : 'cancelled'
        : progress < 0.55
          ? pick([
              'complete',
              'in-progress',
              'needs-validation',
              'pending',
              'blocked',
              'complete',
              'failed',
            ])
          : 'pending';
    const id = `p${phase + 1}-${at + 1}-${pick(words).toLowerCase()}`;
    tasks.push(
      graphTask(id, {
        title: `${pick(words)} ${pick(things)}`,
        status,
        lane: `lane:${phase + 1}`,
        ready: status === 'pending' && random() < 0.15,
        model: pick(['opus', 'sonnet', 'haiku']),
        priority: pick(['HIGH', 'MEDIUM', 'LOW']),
        ...(status === 'in-progress'
          ? { worker: `agent:${n}`, lastSignMinutes: Math.floor(random() * 40), wave: 0 }
          : {}),
        ...(status === 'failed' ? { errors: 1 } : {}),
        ...(status === 'pending'
          ? { wave: 1 + Math.floor(random() * 5), slack: Math.floor(random() * 4) }
          : {}),
      }),
    );
    const wanted = at === 0 ? 1 : random() < 0.5 ? 1 : 2;
    for (let e = 0; e < wanted && n > 0; e++) {
      const isNear = random() < 0.8 && at > 0;
      const target = isNear
        ? n - 1 - Math.floor(random() * Math.min(at, 6))
        : Math.floor(random() * Math.max(1, phase * perPhase));
      const to = tasks[target];
      if (to === undefined || to.key === tasks[n].key) continue;
      if (edges.at(-1)?.from === tasks[n].key && edges.at(-1).to === to.key) continue;
      edges.push({
        ...graphEdge('', ''),
        from: tasks[n].key,
        to: to.key,
        fulfilment: to.status === 'complete' ? 'met' : 'unmet',
      });
    }
  }
  const open = tasks.filter(({ status }) => status === 'pending').slice(0, 12);
  return graphOf(tasks, edges, {
    waves: [open.slice(0, 3), open.slice(3, 6), open.slice(6, 9), open.slice(9)].map((wave) =>
      wave.map(({ key }) => key),
    ),
    waterfall: open.map(({ key }, n) => ({
      key,
      slot: n % 3,
      start: Math.floor(n / 3),
      end: Math.floor(n / 3) + 1,
    })),
  });
}

/** Numbers from 0 to 1, the same ones for the same seed. */
function seeded(seed) {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
