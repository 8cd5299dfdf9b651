/** Workers in words and icons. Pure: no editor. */
import type { WorkerView } from '../../../server/src/protocol/workerMessages';
import type { NodeIcon } from '../tree/statusIcons';

/** How it is, in a word or two. */
export function stateWord({ state, run, needsYou }: WorkerView): string {
  switch (state) {
    case 'reserved':
    case 'requested':
      return 'starting';
    case 'unknown':
      return 'start not confirmed';
    case 'handed-off':
      return 'handed off';
    case 'failed':
      return 'not started';
    case 'closed':
      return 'put aside';
    case 'ended':
      return run ?? 'ended';
    case 'started':
    case 'alive':
      return run ?? (needsYou === undefined ? state : 'no life sign');
  }
}

/** A shape for each; the shape alone tells them apart. */
export function workerIcon(worker: WorkerView): NodeIcon {
  if (worker.state === 'unknown') return { id: 'question', color: 'charts.yellow' };
  if (worker.state === 'handed-off') return { id: 'export', color: 'charts.blue' };
  if (worker.state === 'failed') return { id: 'error', color: 'charts.red' };
  if (worker.state === 'closed') return { id: 'archive', color: 'disabledForeground' };
  if (worker.state === 'ended' && worker.run === undefined) return { id: 'primitive-square' };
  switch (worker.run ?? 'running') {
    case 'queued':
      return { id: 'clock', color: 'charts.blue' };
    case 'succeeded':
      return { id: 'pass', color: 'charts.green' };
    case 'failed':
    case 'timed-out':
    case 'lost':
      return { id: 'error', color: 'charts.red' };
    case 'cancelled':
      return { id: 'circle-slash', color: 'disabledForeground' };
    case 'starting':
    case 'running':
      return worker.needsYou === undefined
        ? { id: 'sync', color: 'charts.blue' }
        : { id: 'warning', color: 'charts.yellow' };
  }
}

/** "now", "3 min", "2 h", "4 d": how long ago; never negative, since clocks differ. */
export function age(then: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - then) / 60_000));
  if (minutes === 0) return 'now';
  if (minutes < 120) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} d`;
}

/** "950 tokens", "12.3k tokens". */
export function tokenWords(tokens: number): string {
  return tokens < 1_000 ? `${tokens} tokens` : `${(tokens / 1_000).toFixed(1)}k tokens`;
}

/** One line for the tree: what it does, when it was last seen, what it said last. */
export function workerLine(worker: WorkerView, now: number): string {
  const { lastSignAt, tokens, lastLine, requestedAt } = worker;
  return [
    stateWord(worker),
    age(lastSignAt ?? requestedAt, now),
    ...(tokens === undefined ? [] : [tokenWords(tokens)]),
    ...(lastLine === undefined || lastLine === '' ? [] : [oneLine(lastLine)]),
  ].join(' · ');
}

/** Everything that is known, a line each. Unknown numbers are left out, never 0. */
export function workerDetails(worker: WorkerView, now: number): readonly string[] {
  const { attemptId, backend, model, sessionKey, startedAt, endedAt, lastSignAt, tokens } = worker;
  return [
    `Attempt: ${attemptId}`,
    `State: ${stateWord(worker)}`,
    `Back end: ${backend === 'hand-off' ? 'none, it was handed off' : backend}`,
    ...(model === undefined ? [] : [`Model: ${model}`]),
    ...(sessionKey === undefined ? [] : [`Session: ${sessionKey}`]),
    `Requested: ${ago(worker.requestedAt, now)}`,
    ...(startedAt === undefined ? [] : [`Started: ${ago(startedAt, now)}`]),
    ...(endedAt === undefined ? [] : [`Ended: ${ago(endedAt, now)}`]),
    ...(lastSignAt === undefined ? [] : [`Last sign of life: ${ago(lastSignAt, now)}`]),
    ...(tokens === undefined ? [] : [`Tokens: ${tokens}`]),
    ...(worker.needsYou === undefined ? [] : [`Needs you: ${worker.needsYou}`]),
  ];
}

/** "1 running, 1 start not confirmed". */
export function workerCounts(workers: readonly WorkerView[]): string {
  const counts = new Map<string, number>();
  for (const worker of workers) {
    const word = stateWord(worker);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
}

function ago(then: number, now: number): string {
  const words = age(then, now);
  return words === 'now' ? 'now' : `${words} ago`;
}

/** Words of a worker in one line. */
function oneLine(words: string): string {
  const line = words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
