// Every finding on the real queues of ../shared/corpus, without a word of their text: what docs/evidence/corpus-findings.md judges.
//   node scripts/corpusFindings.mjs [--corpus DIR] [--sample] [--seed N] [--messages] [--against FILE]
// Prints CSV (commit,line,code,severity), counts go to stderr. `--sample` keeps what is to be judged: every error and warning and, of each
// other code, a seeded draw. `--messages` adds the messages, which quote the corpus: for reading, never for committing.
// `--against FILE` holds the findings against the verdicts of a table `| commit | line | code | severity | verdict | reason |` instead
// and exits 1 when an error or warning has no verdict, one judged true has gone, or one judged false is still there.
// Needs `npm run build`.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';

const root = resolve(import.meta.dirname, '..');
const cli = join(root, 'dist', 'cli.js');

/** The clock of the one text that is no version of the queue: its repository's last commit. */
const atHead = '2026-03-07T00:00:00-05:00';

/** The writers lived five hours west of Greenwich; a time without a zone is theirs. (POSIX turns the sign round.) */
const zone = 'Etc/GMT+5';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: resolve(root, '..', 'shared', 'corpus') },
    sample: { type: 'boolean', default: false },
    seed: { type: 'string', default: '20260307' },
    messages: { type: 'boolean', default: false },
    against: { type: 'string' },
  },
});

for (const needed of [cli, join(options.corpus, 'versions.json')])
  if (!existsSync(needed)) {
    console.error(`${needed} is not there.`);
    process.exit(2);
  }

const all = await findingsOf(options.corpus);
if (options.against) process.exitCode = hold(all, readVerdicts(options.against));
else print(options.sample ? draw(all, options.seed) : all);

/** In the order of the texts' ages, then of lines. */
async function findingsOf(corpus) {
  const versions = JSON.parse(readFileSync(join(corpus, 'versions.json'), 'utf8'));
  const known = new Map(versions.map((version) => [version.hash, version]));
  const texts = ['jobs', 'jobs-cited'].flatMap((folder) =>
    readdirSync(join(corpus, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => ({ commit: name.slice(0, -3), path: join(corpus, folder, name) })),
  );
  const age = ({ commit }) => known.get(commit)?.ordinal ?? Infinity;
  texts.sort((a, b) => age(a) - age(b));
  const findings = [];
  for (const { commit, path } of texts) {
    const at = known.get(commit)?.committedAt ?? atHead;
    const { diagnostics } = JSON.parse(await inspect(path, at));
    diagnostics.sort((a, b) => a.line - b.line || a.column - b.column || compare(a.code, b.code));
    for (const { line, code, severity, message } of diagnostics)
      findings.push({ commit, line, code, severity, message });
  }
  return findings;
}

async function inspect(path, at) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cli, 'inspect', path, '--at', at],
    { env: { ...process.env, TZ: zone }, maxBuffer: 1 << 28 },
  );
  return stdout;
}

/** Errors and warnings whole; of every other code six, or one in fifty where that is more. */
function draw(findings, seed) {
  const rest = findings.filter((finding) => !isGrave(finding));
  const chosen = new Set(findings.filter(isGrave));
  for (const code of new Set(rest.map((finding) => finding.code))) {
    const lots = rest.filter((finding) => finding.code === code);
    lots.sort((a, b) => lotOf(a, seed) - lotOf(b, seed));
    const wanted = Math.max(6, Math.ceil(lots.length / 50));
    for (const finding of lots.slice(0, wanted)) chosen.add(finding);
  }
  return findings.filter((finding) => chosen.has(finding));
}

function isGrave({ severity }) {
  return severity === 'error' || severity === 'warning';
}

/** Each finding's own number (FNV-1a), so that a finding more or less leaves the rest of the draw as it was. */
function lotOf(finding, seed) {
  let lot = 0x811c9dc5;
  for (const unit of Buffer.from(`${seed} ${keyOf(finding)}`))
    lot = Math.imul(lot ^ unit, 0x01000193) >>> 0;
  return lot;
}

function print(findings) {
  const columns = ['commit', 'line', 'code', 'severity', ...(options.messages ? ['message'] : [])];
  console.log(columns.join(','));
  for (const finding of findings)
    console.log(columns.map((column) => cell(finding[column])).join(','));
  for (const [key, count] of countBy(findings, (f) => `${f.severity} ${f.code}`))
    console.error(`${String(count).padStart(5)} ${key}`);
}

function cell(value) {
  return /[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : value;
}

function readVerdicts(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .filter((parts) => parts.length === 8 && /^\d+$/.test(parts[2]))
    .map(([, commit, line, code, severity, verdict]) => ({
      commit,
      line: Number(line),
      code,
      severity,
      verdict,
    }));
}

/** Two findings of one code on one line need two verdicts. */
function hold(findings, verdicts) {
  const open = new Map();
  for (const verdict of verdicts) {
    const list = open.get(keyOf(verdict)) ?? [];
    open.set(keyOf(verdict), [...list, verdict]);
  }
  const complaints = [];
  let judged = 0;
  for (const finding of findings) {
    const verdict = open.get(keyOf(finding))?.shift();
    if (verdict) judged++;
    if (!verdict && isGrave(finding)) complaints.push(`not judged: ${keyOf(finding)}`);
    if (verdict?.verdict === 'false') complaints.push(`false, yet there: ${keyOf(finding)}`);
  }
  const gone = [...open.values()].flat().filter(({ verdict }) => verdict === 'true');
  for (const verdict of gone) complaints.push(`true, yet gone: ${keyOf(verdict)}`);
  console.log(
    complaints.join('\n') || 'Every error and warning is judged, and none that is false is left.',
  );
  console.log(
    `${findings.length} findings, ${judged} of them judged, ${verdicts.length} verdicts.`,
  );
  return complaints.length > 0 ? 1 : 0;
}

function keyOf({ commit, line, code, severity }) {
  return `${commit} ${line} ${code} ${severity}`;
}

function countBy(items, keyOfItem) {
  const counts = new Map();
  for (const item of items) counts.set(keyOfItem(item), (counts.get(keyOfItem(item)) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => compare(a, b));
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
