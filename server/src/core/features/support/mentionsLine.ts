/** Where else a task is written, and what the repeats among those places claim. */
import type { Task } from '../../index/task';
import type { Status } from '../../model/status';
import type { QueueState } from '../../state';
import { lineAt } from '../../text/lineTable';
import { escapeMarkdown } from './escapeMarkdown';
import { declarationsOf, lineLink, lineOf } from './links';
import { linesMentioning } from './mentions';

/** One line of markdown; empty when the task is written nowhere but at its declarations. */
export function mentionsLine(state: QueueState, task: Task): string {
  const claimed = new Map<string, Status>();
  const document = state.documents.get(task.uri);
  for (const mirror of document?.mirrors ?? []) {
    if (document && mirror.of === task.id.toLowerCase() && mirror.status.value !== 'unknown')
      claimed.set(`${task.uri}\n${lineAt(document.lines, mirror.line.start)}`, mirror.status.value);
  }
  const declared = new Set(declarationsOf(state, task).map((d) => lineOf(state, task.uri, d.line)));
  const parts = [...state.documents.values()].flatMap((queue) => {
    const lines = linesMentioning(queue, task.id).filter(
      (line) => queue.uri !== task.uri || !declared.has(line),
    );
    if (lines.length === 0) return [];
    const shown = lines.slice(0, 8).map((line) => {
      const claim = claimed.get(`${queue.uri}\n${line}`);
      return lineLink(queue.uri, line, `${line + 1}`) + (claim === undefined ? '' : ` (${claim})`);
    });
    const more = lines.length > shown.length ? ` and ${lines.length - shown.length} more` : '';
    return [
      `${queue.uri === task.uri ? '' : `${escapeMarkdown(fileName(queue.uri))} `}${lines.length === 1 ? 'line' : 'lines'} ${shown.join(', ')}${more}`,
    ];
  });
  return parts.length === 0 ? '' : `Also mentioned: ${parts.join(' · ')}`;
}

function fileName(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}
