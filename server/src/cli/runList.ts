/** The command `list`. */
import { nearestId } from '../core/index/nearestId';
import { planOf } from '../core/plan/plan';
import { explainQuery } from '../core/query/explainQuery';
import { parseQuery } from '../core/query/parseQuery';
import { whyNotFound } from '../graphview/graphFacts';
import { queryGraphs, type QueriedGraph } from '../graphview/queryGraphs';
import type { GraphSnapshot, GraphTaskView } from '../protocol/graphSnapshot';
import { toGraphSnapshot } from '../views/toGraphSnapshot';
import { complain } from './complain';
import { exitStatus, type CliEnvironment } from './environment';
import { openPicture } from './openPicture';
import type { Command } from './parseArguments';
import { printable } from './printable';

interface Found {
  readonly queue: string;
  readonly task: GraphTaskView;
}

/** Lists the tasks of all queues, or those that a query finds; resolves to the exit status: as `grep`, 1 for none. */
export async function runList(
  command: Extract<Command, { kind: 'list' }>,
  environment: CliEnvironment,
): Promise<number> {
  const fail = (why: string): number => complain(why, environment);
  const opened = await openPicture(command.paths, command.options, environment);
  if (opened === undefined || opened.troubles.length > 0) return exitStatus.failure;
  const { picture } = opened;
  const plan = planOf(picture.state);
  const graphs = [...picture.files.keys()].flatMap(
    (uri) => toGraphSnapshot(picture, uri, plan) ?? [],
  );
  if (graphs.length === 0) return fail(`${command.paths.join(', ')}: no queue to list`);
  const { query = '' } = command;
  const { found: answers, problem } = queryGraphs(query, graphs);
  if (problem !== undefined) return fail(`--query "${query}": ${problem}`);
  if (command.why !== undefined)
    return tellWhy({ query, id: command.why, graphs, answers }, environment);
  const found = answers.flatMap(({ graph, tasks }) =>
    tasks.map((task): Found => ({ queue: graph.queueName, task })),
  );
  environment.out(command.format === 'json' ? asJson(found) : asText(found));
  return found.length > 0 ? exitStatus.clean : exitStatus.findings;
}

interface Asked {
  readonly query: string;
  readonly id: string;
  readonly graphs: readonly GraphSnapshot[];
  readonly answers: readonly QueriedGraph[];
}

/** Says of each task with that id whether the query finds it, and what keeps it away; 1 where it does so nowhere. */
function tellWhy({ query, id, graphs, answers }: Asked, environment: CliEnvironment): number {
  const isMeant = (task: { readonly id: string; readonly isForeign: boolean }): boolean =>
    task.id.toLowerCase() === id.toLowerCase() && !task.isForeign;
  const own = graphs.filter(({ tasks }) => tasks.some(isMeant));
  if (own.length === 0) {
    const near = nearestId(
      id,
      graphs.flatMap(({ tasks }) => tasks.map((task) => task.id)),
    );
    const meant = near === undefined ? '' : ` Did you mean "${near}"?`;
    return complain(`--why "${id}": no queue has such a task.${meant}`, environment);
  }
  const isFound = answers.some(({ tasks }) => tasks.some(isMeant));
  const lines = own.map((graph) => {
    const why = whyNotFound(query, graph, isMeant) ?? `\`${id}\` is found.`;
    return `${graph.queueName}: ${why}`;
  });
  environment.out([explainQuery(parseQuery(query)), ...lines].map(printLine).join(''));
  return isFound ? exitStatus.clean : exitStatus.findings;
}

function printLine(line: string): string {
  return `${printable(line)}\n`;
}

/** So wide a column may become for the sake of one long id; behind that one the next column starts later. */
const widestId = 48;

/** A line each, ids below ids and titles below titles. */
function asText(found: readonly Found[]): string {
  const rows = found.map(({ queue, task }) => ({
    place: `${queue}:${task.range.start.line + 1}:`,
    id: printable(task.id),
    word: wordOf(task),
    title: task.title,
  }));
  const widest = (words: readonly string[]): number =>
    words.reduce((width, { length }) => Math.max(width, length), 0);
  const place = widest(rows.map((row) => row.place));
  const id = Math.min(widestId, widest(rows.map((row) => row.id)));
  const word = widest(rows.map((row) => row.word));
  return rows
    .map((row) => {
      const cells = [row.id.padEnd(id), row.word.padEnd(word), printable(row.title)];
      return `${printable(row.place).padEnd(place)} ${cells.join('  ')}`.trimEnd();
    })
    .map((line) => `${line}\n`)
    .join('');
}

function wordOf({ ready, status }: GraphTaskView): string {
  return ready ? 'ready' : status;
}

function asJson(found: readonly Found[]): string {
  const tasks = found.map(({ queue, task }) => ({
    queue,
    line: task.range.start.line + 1,
    id: task.id,
    title: task.title,
    status: task.status,
    ready: task.ready,
    notReady: task.notReady,
    isManager: task.isManager,
    model: task.model ?? null,
    priority: task.priority ?? null,
    worker: task.worker ?? null,
    blocks: task.blocks,
    waits: task.waitsFor,
    slack: task.slack ?? null,
    wave: task.wave ?? null,
    isCritical: task.isCritical,
  }));
  return `${JSON.stringify({ tasks }, null, 2)}\n`;
}
