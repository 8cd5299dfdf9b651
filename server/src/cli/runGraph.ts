/** The command `graph`. */
import { basename, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { planOf } from '../core/plan/plan';
import { queryGraph } from '../graphview/graphFacts';
import { laneLayout } from '../graphview/laneLayout';
import { toDot } from '../graphview/toDot';
import { toHtml } from '../graphview/toHtml';
import { toJson } from '../graphview/toJson';
import { toMermaid } from '../graphview/toMermaid';
import { toSvg } from '../graphview/toSvg';
import { visibleGraph, wholeGraph } from '../graphview/visibleGraph';
import type { GraphSnapshot } from '../protocol/graphSnapshot';
import type { Picture } from '../session/picture';
import { toGraphSnapshot } from '../views/toGraphSnapshot';
import { complain } from './complain';
import { exitStatus, type CliEnvironment } from './environment';
import type { GraphArguments } from './graphArguments';
import { openPicture } from './openPicture';
import type { Command } from './parseArguments';

/** Draws one queue; resolves to the exit status. */
export async function runGraph(
  command: Extract<Command, { kind: 'graph' }>,
  environment: CliEnvironment,
): Promise<number> {
  const fail = (why: string): number => complain(why, environment);
  const opened = await openPicture([command.path], command.options, environment);
  if (opened === undefined || opened.troubles.length > 0) return exitStatus.failure;
  const { picture } = opened;
  const snapshot = onlyQueue(picture, command.path);
  if (typeof snapshot === 'string') return fail(snapshot);
  const found = command.query === undefined ? undefined : queryGraph(command.query, snapshot);
  const [problem] = found?.problems ?? [];
  if (problem !== undefined) return fail(`--query "${command.query ?? ''}": ${problem}`);
  if (found?.matches.size === 0) {
    fail(`the query finds none of the ${snapshot.tasks.length} tasks: nothing drawn`);
    return exitStatus.findings;
  }
  const content = contentOf(command, snapshot, found?.matches);
  if (command.output === undefined) {
    environment.out(content);
    return exitStatus.clean;
  }
  const target = resolve(environment.cwd, command.output);
  if (isQueue(target, picture)) {
    return fail(`-o ${command.output} is a queue, and queues are never overwritten.`);
  }
  const trouble = await environment.writeFile(target, content);
  return trouble === undefined ? exitStatus.clean : fail(`${command.output}: ${trouble}`);
}

/** The graph of the only queue there is; a sentence when there are several, or none that can be drawn. */
function onlyQueue(picture: Picture, path: string): GraphSnapshot | string {
  const queues = [...picture.files.values()];
  const [only, second] = queues;
  if (only === undefined) return `${path}: no queue to draw`;
  if (second !== undefined) {
    const names = queues.map(({ name }) => name).join(', ');
    return `${path} holds ${queues.length} queues. Name the one to draw: ${names}`;
  }
  const snapshot = toGraphSnapshot(picture, only.uri, planOf(picture.state));
  if (snapshot === undefined) return `${only.name}: cannot be read as a queue`;
  return snapshot.tasks.length === 0 ? `${only.name}: there are no tasks in it` : snapshot;
}

function contentOf(
  { format, theme }: GraphArguments,
  snapshot: GraphSnapshot,
  matches: ReadonlySet<string> | undefined,
): string {
  const visible = visibleGraph(snapshot, { ...wholeGraph, matches, showsOthers: 'hide' });
  switch (format) {
    case 'mermaid':
      return toMermaid(visible);
    case 'dot':
      return toDot(visible);
    case 'json':
      return toJson(snapshot, visible);
    case 'svg':
      return toSvg(visible, laneLayout(visible), { theme });
    case 'html':
      return toHtml(snapshot, visible, laneLayout(visible), theme);
  }
}

/** One that was read, or any file that is named like one. */
function isQueue(path: string, picture: Picture): boolean {
  const isNamedSo = /^PROACTIVE-JOBS.*\.md$/i.test(basename(path));
  return isNamedSo || picture.files.has(URI.file(path).toString());
}
