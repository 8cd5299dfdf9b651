/** Lines of a hover about what the files beside the queues claim: progress, heartbeat, workers, messages, verdicts. */
import type { Task } from '../../index/task';
import type { Span } from '../../model/span';
import { isSpelledAs, type Status } from '../../model/status';
import { ageInWords } from '../../rules/support/lifeSigns';
import type { RunFile } from '../../runs/runFile';
import type { HeartbeatFile, ProgressFile } from '../../runs/runState';
import type { QueueState } from '../../state';
import { lineAt } from '../../text/lineTable';
import { escapeMarkdown } from './escapeMarkdown';
import { lineLink } from './links';
import { messagesOf, spawnsOf, verdictsOf } from './taskRuns';

const mostFiles = 3;
const longest = 80;

/** Nothing where no file speaks of the task. */
export function runLines(state: QueueState, task: Task): readonly string[] {
  const progress = state.runs.progressOf.get(task.key) ?? [];
  const heartbeat = state.runs.heartbeatOf.get(task.key);
  const lines = [
    ...progress.slice(0, mostFiles).map((file) => progressLine(state, file)),
    ...(progress.length > mostFiles
      ? [`Progress files besides: ${progress.length - mostFiles}`]
      : []),
    ...(heartbeat ? [heartbeatLine(state, heartbeat)] : []),
    ...spawnsLine(state, task),
    ...messageLine(state, task),
    ...verdictLine(state, task),
  ];
  return lines.length === 0 || !state.runs.sameFileTimes
    ? lines
    : [
        ...lines,
        'How old these files are cannot be told: nearly all file times are alike, as after a clone or a copy.',
      ];
}

function progressLine(
  state: QueueState,
  { file, progress, match, isArchived }: ProgressFile,
): string {
  const { status, checkboxes } = progress;
  const isSure = match.kind === 'task' && match.trusted;
  const says = status
    ? `says **${status.value}**${quoted(file, status)}`
    : 'says nothing of a status';
  const boxes = checkboxes.done + checkboxes.open;
  return [
    `Progress: ${isSure ? '' : 'perhaps '}${fileLink(file, status?.span)} ${says}`,
    ...(boxes > 0 ? [`${checkboxes.done} of ${boxes} boxes ticked`] : []),
    ...age(state, file),
    ...(isArchived ? ['archived'] : []),
    ...(file.isCut === true ? ['so long that only its beginning was read'] : []),
  ].join(', ');
}

function heartbeatLine(state: QueueState, { file, heartbeat }: HeartbeatFile): string {
  const { status, phase, model } = heartbeat;
  return [
    `Heartbeat: ${fileLink(file)} ${status}`,
    ...age(state, file),
    ...(phase === undefined ? [] : [`“${escapeMarkdown(shorten(phase))}”`]),
    ...(model === undefined ? [] : [escapeMarkdown(shorten(model))]),
  ].join(', ');
}

function spawnsLine(state: QueueState, task: Task): readonly string[] {
  const spawns = spawnsOf(state, task);
  if (spawns.length === 0) return [];
  const shown = spawns
    .slice(0, mostFiles)
    .map(({ file, said }) =>
      [
        lineLink(file.uri, said.line, escapeMarkdown(nameOf(file))),
        ...(said.model === undefined ? [] : [said.model]),
        ...(said.sessionKey === undefined ? [] : [escapeMarkdown(said.sessionKey)]),
        ...(said.gatewayTimeout ? ['the call timed out'] : []),
        ...(said.isFormer ? ['over'] : []),
      ].join(' '),
    );
  const more = spawns.length > shown.length ? ` and ${spawns.length - shown.length} more` : '';
  return [`Workers noted: ${shown.join(' · ')}${more}`];
}

function messageLine(state: QueueState, task: Task): readonly string[] {
  const [last] = messagesOf(state, task);
  if (!last) return [];
  const { type, verdict, from, subject } = last.said;
  const what = type === 'other' ? (subject ?? 'message') : type.replace('-', ' ');
  return [
    [
      `Last message: ${fileLink(last.file, undefined, escapeMarkdown(shorten(what)))}${verdict === undefined ? '' : ` **${verdict}**`}`,
      ...(from === undefined ? [] : [`from ${escapeMarkdown(shorten(from))}`]),
      ...age(state, last.file),
    ].join(', '),
  ];
}

function verdictLine(state: QueueState, task: Task): readonly string[] {
  const [last] = verdictsOf(state, task);
  if (!last) return [];
  const words = `Last verdict: ${fileLink(last.file, last.said.span)} **${last.said.verdict}**`;
  return [[words, ...age(state, last.file)].join(', ')];
}

/** How long ago the file was written; nothing where that cannot be told. */
function age({ runs, now }: QueueState, { modifiedAt }: RunFile): readonly string[] {
  if (runs.sameFileTimes) return [];
  const past = now - modifiedAt;
  return [past < 120_000 ? 'just now' : `${ageInWords(past)} ago`];
}

function fileLink(file: RunFile, span?: Span, label = escapeMarkdown(nameOf(file))): string {
  return lineLink(file.uri, span ? lineAt(file.lines, span.start) : 0, label);
}

function nameOf({ path }: RunFile): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Its words, where they are more than the status. */
function quoted(file: RunFile, { value, span }: { value: Status; span: Span }): string {
  const words = file.text.slice(span.start, span.end);
  return isSpelledAs(value, words) ? '' : ` (“${escapeMarkdown(shorten(words))}”)`;
}

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
