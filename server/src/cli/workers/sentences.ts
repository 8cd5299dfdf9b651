/** Plans, workers and results in words for a terminal: control characters of others never reach it. */
import { visibleText } from '../../core/prompt/quotedText';
import type { SpawnPlan, SpawnResult, WorkerView } from '../../workers/workerEngine';

/** One line of somebody else's words. */
export function oneLine(text: string, longest = 200): string {
  const line = visibleText(text).replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** Everything that would happen. */
export function planText(plan: SpawnPlan): string {
  const { identity, backend, backendReasons, model, cwd, files, prompt, promptNotes } = plan;
  const facts: readonly (readonly [string, string])[] = [
    ['Attempt', identity.attemptId],
    ['Back end', backend ?? 'none'],
    ...backendReasons.map((reason) => ['', reason] as const),
    ['Model', model ?? "the back end's default"],
    ['Folder', cwd],
    ['Files', files.length > 0 ? files.join(', ') : 'none named'],
  ];
  const width = Math.max(...facts.map(([name]) => name.length)) + 2;
  const lines = facts.map(([name, value]) => {
    const label = name === '' ? '' : `${name}:`;
    return `${label.padEnd(width)}${oneLine(value, 2_000)}`;
  });
  const notes = promptNotes.map((note) => `Note: ${oneLine(note, 500)}\n`).join('');
  return `${lines.join('\n')}\n${notes}\n--- prompt\n${visibleText(prompt).trimEnd()}\n--- end of prompt\n`;
}

/** A line for each, with its remedy; the empty text for none. */
export function obstacleLines(obstacles: SpawnPlan['obstacles']): string {
  return obstacles
    .map(({ why, remedy }) => `  - ${oneLine(why, 1_000)} ${oneLine(remedy, 1_000)}\n`)
    .join('');
}

/** What became of a spawn, in a sentence or two. */
export function resultText(id: string, result: SpawnResult): string {
  switch (result.kind) {
    case 'started':
      return `${result.worker.run?.state === 'queued' ? `Queued ${describe(result.worker)}. It starts when somebody takes it from the file queue.` : `Started ${describe(result.worker)}.`}\n`;
    case 'exists':
      return `The attempt exists: ${describe(result.worker)}. Nothing was started.${result.worker.needsYou === undefined ? '' : ` ${oneLine(result.worker.needsYou, 1_000)}`}\n`;
    case 'unknown':
      return `Nobody can tell whether ${describe(result.worker)} has started: ${oneLine(result.why, 1_000)}\nIt keeps its slot and is not sent again. Look with: proactive-jobs workers\n`;
    case 'refused':
      return `${id} cannot be started:\n${obstacleLines(result.obstacles)}`;
    case 'failed':
      return `Nothing was started: ${oneLine(result.why, 1_000)}${result.remedy === undefined ? '' : ` ${oneLine(result.remedy, 1_000)}`}\n`;
  }
}

/** `radio/a-1#1 (openclaw, started, session agent:…)`. */
function describe({ identity, backend, state, sessionKey }: WorkerView): string {
  const session = sessionKey === undefined ? '' : `, ${oneLine(sessionKey)}`;
  return `${identity.attemptId} (${backend}, ${state}${session})`;
}

/** One block for each worker; what needs a person stands below it. */
export function workersText(workers: readonly WorkerView[], now: number): string {
  if (workers.length === 0) return 'No workers.\n';
  const rows = workers.map((worker) => [
    worker.identity.attemptId,
    worker.run === undefined ? worker.state : `${worker.state}/${worker.run.state}`,
    worker.backend,
    worker.model ?? '-',
    age(worker.run?.lastSignAt ?? worker.requestedAt, now),
    worker.run?.tokens === undefined ? '-' : `${worker.run.tokens} tokens`,
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return workers
    .map((worker, i) => {
      const row = (rows[i] ?? []).map((cell, column) => cell.padEnd(widths[column] ?? 0));
      const said = worker.run?.lastLine;
      return [
        row.join('  ').trimEnd(),
        ...(worker.sessionKey === undefined ? [] : [`    session ${oneLine(worker.sessionKey)}`]),
        ...(said === undefined ? [] : [`    ${oneLine(said)}`]),
        ...(worker.needsYou === undefined ? [] : [`    ! ${oneLine(worker.needsYou, 500)}`]),
        '',
      ].join('\n');
    })
    .join('');
}

function age(time: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - time) / 1000));
  if (seconds < 90) return `${seconds} s ago`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min ago`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.round(hours / 24)} d ago`;
}
