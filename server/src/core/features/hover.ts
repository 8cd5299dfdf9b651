/** Hover: everything that is known of the task under the cursor (dialect 6.2). */
import type { Declaration, StatusSource } from '../model/declaration';
import { decidingDeclaration } from '../index/decidingDeclaration';
import type { Task } from '../index/task';
import type { Span } from '../model/span';
import { statedField } from '../model/statedField';
import { isClosed } from '../model/status';
import type { TaskKey } from '../model/taskKey';
import { plainText } from '../parse/plainText';
import type { QueueState } from '../state';
import { alternativeLine } from './support/alternativeLine';
import { explainNotReady } from './support/explainNotReady';
import { dependencyLines } from './support/dependencyLines';
import { groupMarkdown, listMarkdown } from './support/groupMarkdown';
import { idUnderCursor } from './support/idUnderCursor';
import { escapeMarkdown } from './support/escapeMarkdown';
import { lineLink, lineOf, taskLinks } from './support/links';
import { mentionsLine } from './support/mentionsLine';
import { runLines } from './support/runLines';
import { statusIcons } from './support/taskItem';

export interface HoverText {
  readonly span: Span;
  /** Holds links to files, never command links or HTML; all of the user's words are escaped. */
  readonly markdown: string;
  /** The task that it is about, where it is about one. */
  readonly task?: TaskKey;
}

/** Names the attempt that holds a task, such as "attempt 2 (running)"; nothing where none does. */
export type HolderOf = (key: TaskKey) => string | undefined;

/** What is known of the id at `offset` of `text`, the content of the file `uri`; nothing where no id stands. */
export function hoverAt(
  state: QueueState,
  uri: string,
  text: string,
  offset: number,
  holderOf: HolderOf = () => undefined,
): HoverText | undefined {
  const hover = hoverOfId(state, uri, text, offset, holderOf);
  const choice = hover ? alternativeLine(state, uri, offset) : '';
  return hover && choice !== '' ? { ...hover, markdown: `${hover.markdown}\n\n${choice}` } : hover;
}

function hoverOfId(
  state: QueueState,
  uri: string,
  text: string,
  offset: number,
  holderOf: HolderOf,
): HoverText | undefined {
  const found = idUnderCursor(state, uri, text, offset);
  if (!found) return undefined;
  const { id, span, resolution } = found;
  switch (resolution.kind) {
    case 'task':
      return {
        span,
        markdown: taskMarkdown(state, resolution.target, id, holderOf(resolution.target)),
        task: resolution.target,
      };
    case 'ambiguous':
      return {
        span,
        markdown: listMarkdown(
          state,
          `**${escapeMarkdown(id)}** fits ${resolution.targets.length} tasks`,
          resolution.targets,
        ),
      };
    case 'group':
      return { span, markdown: groupMarkdown(state, id, resolution) };
    case 'unresolved':
      return {
        span,
        markdown: `No task **${escapeMarkdown(id)}** is declared.${resolution.nearest === undefined ? '' : ` The nearest id is **${escapeMarkdown(resolution.nearest)}**.`}`,
      };
    case 'text':
      return undefined;
  }
}

const sources: Readonly<Record<StatusSource, string>> = {
  field: 'Status field',
  cell: 'Status column',
  mark: 'mark in the heading',
  completed: 'Completed date',
  section: 'section it stands in',
  box: 'checkbox',
  note: 'bold note',
  default: 'table without a Status column',
  none: 'nothing says it',
};

function taskMarkdown(
  state: QueueState,
  key: TaskKey,
  written: string,
  holder: string | undefined,
): string {
  const task = state.index.tasks.get(key);
  const deciding = task && decidingDeclaration(state.documents, task);
  if (!task || !deciding) return '';
  const lines = [
    `**${escapeMarkdown(task.id)}**${deciding.title ? ` — ${escapeMarkdown(plainText(deciding.title.value))}` : ''}`,
    statusLine(state, task, deciding),
    factsLine(task, deciding),
    ...dependencyLines(state, task),
    dependentsLine(state, task),
    familyLine(state, task),
    readinessLine(state, task, holder),
    ...runLines(state, task),
    mentionsLine(state, task),
  ];
  const short =
    written.toLowerCase() === task.id.toLowerCase()
      ? []
      : [`\`${written}\` is short for this task.`];
  return [...lines, ...short].filter((line) => line !== '').join('\n\n');
}

function statusLine(state: QueueState, task: Task, deciding: Declaration): string {
  const line = lineOf(state, task.uri, deciding.status.text?.span ?? deciding.line);
  const written =
    deciding.status.source === 'field' || deciding.status.source === 'cell'
      ? deciding.status.text?.value
      : undefined;
  const quoted =
    written !== undefined && written.toLowerCase() !== task.status
      ? `, “${escapeMarkdown(shorten(written))}”`
      : '';
  const times = task.declarations.length;
  const others = times > 1 ? ` · declared ${times} times` : '';
  return `${statusIcons[task.status]} **${task.status}** — ${sources[deciding.status.source]}, ${lineLink(task.uri, line, `line ${line + 1}`)}${quoted}${others}${task.isManager ? ' · manager, takes no slot' : ''}`;
}

function factsLine(task: Task, declaration: Declaration): string {
  const shown = (
    ['priority', 'model', 'worker', 'started', 'completed', 'project'] as const
  ).flatMap((key) => {
    const field = statedField(declaration, key);
    return field
      ? [`${escapeMarkdown(field.name.value)}: ${escapeMarkdown(shorten(field.value.value))}`]
      : [];
  });
  return [
    ...(task.phase === undefined
      ? []
      : [escapeMarkdown(task.phase.replace(/^./, (c) => c.toUpperCase()))]),
    ...shown,
  ].join(' · ');
}

function dependentsLine(state: QueueState, task: Task): string {
  const dependents = state.graph.dependents.get(task.key) ?? [];
  return dependents.length === 0 ? '' : `Needed by: ${taskLinks(state, dependents, 8)}`;
}

function familyLine(state: QueueState, task: Task): string {
  const parents = task.parents.length === 0 ? [] : [`Part of ${taskLinks(state, task.parents)}`];
  const children =
    task.children.length === 0 ? [] : [`Sub-tasks: ${taskLinks(state, task.children, 8)}`];
  return [...parents, ...children].join(' · ');
}

function readinessLine(state: QueueState, task: Task, holder: string | undefined): string {
  if (holder !== undefined && task.status !== 'in-progress' && !isClosed(task.status))
    return `**Held** by ${escapeMarkdown(holder)}, although the queue still says ${task.status}.`;
  if (state.schedule.byQueue.get(task.uri)?.ready.includes(task.key)) return '**Ready** to start.';
  const why = explainNotReady(state, task.key);
  return why === undefined || task.status !== 'pending'
    ? ''
    : `**Not ready:** ${escapeMarkdown(why)}`;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
