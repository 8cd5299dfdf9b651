// `npm run bench`: how long reading takes, as ratios within one run; times are of this machine and only for orientation.
//   npm run bench                     everything
//   npm run bench -- hostile 'deep'   one suite, only inputs whose name contains the word
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCore } from './core.mjs';
import { measure, ms, ratio, table } from './measure.mjs';
import { believableQueue, hostile } from './queues.mjs';

const now = Date.parse('2026-11-20T18:00:00-05:00');
const uri = 'file:///w/PROACTIVE-JOBS.md';
const core = await loadCore();
const [wanted, word = ''] = process.argv.slice(2);

/** State and findings, as after every edit. */
function derive(document, previous) {
  const input = { documents: [document], now, options: core.defaultOptions };
  const state = core.deriveState(input, previous);
  const findings = core.runRules(
    state,
    document,
    () => 'hint',
    (code, error) => {
      throw new Error(`The rule ${code} broke`, { cause: error });
    },
  );
  return { state, findings };
}

function readCold(text) {
  return core.readQueue(uri, text, core.defaultOptions);
}

/** What the oracle of the tests does: one markdown parse of everything. */
function readWhole(text) {
  const { masked, start, problems } = core.maskText(text);
  return core.contentsOf(core.wholeFactsOf(masked, start), problems);
}

/** A letter typed in the middle, over and over, with the document and the state of the letter before. */
function typist(text) {
  const middle = text.indexOf('\n', text.length / 2);
  let letters = 0;
  let state;
  const type = () => {
    letters++;
    return `${text.slice(0, middle)}${'x'.repeat(letters % 50)}${text.slice(middle)}`;
  };
  let document = readCold(text);
  const read = () => (document = core.readQueue(uri, type(), core.defaultOptions, document));
  return {
    read,
    all: () => {
      state = derive(read(), state).state;
    },
  };
}

function timesOf(text) {
  const typing = typist(text);
  const document = readCold(text);
  return measure(
    {
      whole: () => readWhole(text),
      cold: () => readCold(text),
      keystroke: () => typing.read(),
      everything: () => typing.all(),
      derive: () => derive(document),
    },
    { rounds: 7, leastMs: 3_000 },
  );
}

function largestOfCorpus() {
  const folder = fileURLToPath(new URL('../../shared/corpus', import.meta.url));
  const files = ['jobs', 'jobs-cited'].flatMap((part) => {
    const at = path.join(folder, part);
    return existsSync(at) ? readdirSync(at).map((file) => path.join(at, file)) : [];
  });
  const texts = files
    .filter((f) => f.endsWith('.md'))
    .map((f) => [path.basename(f), readFileSync(f, 'utf8')]);
  return texts.sort((a, b) => b[1].length - a[1].length)[0];
}

function reading() {
  const [name, text] = largestOfCorpus() ?? [
    'invented, as large as the largest real one',
    believableQueue(180),
  ];
  const queues = [
    ['1,000 invented tasks', believableQueue(1_000)],
    [name, text],
  ];
  const rows = queues.map(([title, queue]) => {
    const t = timesOf(queue);
    return [
      title,
      `${Math.round(queue.length / 1024)} KB`,
      ...[t.whole, t.cold, t.keystroke, t.everything].map(ms),
      ratio(t.keystroke, t.whole),
      ratio(t.keystroke, t.cold),
    ];
  });
  console.log('\n## Reading one queue (ms)\n');
  console.log(
    table(
      [
        'queue',
        'size',
        'whole remark',
        'sections, cold',
        'keystroke',
        'keystroke, state, rules',
        'whole / keystroke',
        'cold / keystroke',
      ],
      rows,
    ),
  );
}

function growth() {
  const sizes = [250, 1_000];
  const [small, large] = sizes.map((n) => timesOf(believableQueue(n)));
  console.log('\n## Growth from 250 to 1,000 tasks (ms; linear is 4x)\n');
  const names = {
    whole: 'whole remark',
    cold: 'sections, cold',
    keystroke: 'keystroke',
    everything: 'keystroke, state, rules',
    derive: 'state and rules, cold',
  };
  const rows = Object.entries(names).map(([key, title]) => [
    title,
    ms(small[key]),
    ms(large[key]),
    ratio(small[key], large[key]),
  ]);
  console.log(table(['', ...sizes.map((n) => `${n} tasks`), 'growth'], rows));
}

/** Everything that happens to a text after it was opened. */
function openAll(text) {
  const document = readCold(text);
  const { state } = derive(document);
  core.documentSymbols(document);
  core.queueOutline(state, uri);
}

function hostileInputs() {
  const rows = Object.entries(hostile)
    .filter(([name]) => name.includes(word))
    .map(([name, { n, make }]) => {
      const [small, large] = [make(n), make(4 * n)];
      const options = { rounds: 2, leastMs: 0 };
      const a = measure({ run: () => openAll(small) }, options).run;
      const b = measure({ run: () => openAll(large) }, options).run;
      const row = [name, n, `${Math.round(large.length / 1024)} KB`, ms(a), ms(b), ratio(a, b)];
      if (process.stdout.isTTY) console.log(row.join('  '));
      return row;
    });
  console.log('\n## Hostile inputs, n and 4 n (ms; linear is 4x, square 16x)\n');
  console.log(table(['input', 'n', 'size at 4 n', 'n', '4 n', 'growth'], rows));
}

/** The plan of a whole queue, as when its graph is open and a status changes. */
function planning() {
  const options = { ...core.defaultOptions, maxTextLength: Infinity, maxLines: Infinity };
  const sizes = [1_000, 10_000];
  const times = sizes.map((tasks) => {
    const document = core.readQueue(uri, believableQueue(tasks), options);
    const state = core.deriveState({ documents: [document], now, options });
    const plan = core.planOf(state);
    const laneOf = new Map(
      core.lanesOf(state, uri).flatMap(({ key, tasks: own }) => own.map((task) => [task, key])),
    );
    return measure(
      {
        plan: () => core.planOf(state),
        same: () => core.planOf(state, plan),
        chains: () => core.queueChainsOf(plan, uri),
        edges: () => core.taskEdgesOf(state, laneOf),
      },
      { rounds: 5, leastMs: 2_000 },
    );
  });
  console.log('\n## The plan of one queue (ms; linear is 10x)\n');
  const names = {
    plan: 'impact, waves, cuts',
    same: 'the same, nothing changed',
    chains: 'critical path and slack',
    edges: 'lines between the lanes',
  };
  const rows = Object.entries(names).map(([key, title]) => [
    title,
    ...times.map((time) => ms(time[key])),
    ratio(times[0][key], times[1][key]),
  ]);
  console.log(table(['', ...sizes.map((n) => `${n} tasks`), 'growth'], rows));
}

/** Loaded late: the engines that it compares take a while to load. */
async function graph() {
  const { graphLayouts, graphPictures } = await import('./graph.mjs');
  graphPictures();
  await graphLayouts();
}

async function page() {
  const { graphPageSpeed } = await import('./graphPage.mjs');
  const { paint, update, pan } = await graphPageSpeed();
  console.log('\n## The graph page in headless Chromium: first paint after data (ms)\n');
  console.log(table(['tasks', 'nodes drawn', 'lines drawn', 'painted', 'goal'], paint));
  console.log('\n## One status changes (ms to paint; nodes whose elements were touched)\n');
  console.log(table(['tasks', 'painted', 'nodes touched'], update));
  console.log('\n## Panning 1,000 tasks unfolded (ms)\n');
  console.log(table(['steps', 'longest task', 'tasks over 50 ms', 'mean step'], pan));
}

const suites = { reading, growth, planning, hostile: hostileInputs, graph, page };
const chosen = Object.entries(suites).filter(([name]) => wanted === undefined || name === wanted);
if (chosen.length === 0) throw new Error(`The suites are ${Object.keys(suites).join(', ')}.`);
console.log(`Node ${process.version}, ${os.cpus().length} x ${os.cpus()[0]?.model ?? 'processor'}`);
for (const [, run] of chosen) await run();
