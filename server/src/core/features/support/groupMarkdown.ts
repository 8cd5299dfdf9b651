/** What a reference to several tasks stands for: a phase, a range, or an id that fits several. */
import { gapsOf } from '../../graph/dependencyGraph';
import { gapFact } from '../../graph/gapFact';
import type { Resolution } from '../../index/resolution';
import type { TaskKey } from '../../model/taskKey';
import type { QueueState } from '../../state';
import { escapeMarkdown } from './escapeMarkdown';
import { taskItem } from './taskItem';

/** Of a phase or range: its tasks, or that it has none, and what nobody can tell of it. `written` is the user's spelling. */
export function groupMarkdown(
  state: QueueState,
  written: string,
  group: Extract<Resolution, { kind: 'group' }>,
): string {
  const { length } = group.targets;
  const id = `**${escapeMarkdown(written)}**`;
  if (group.how === 'spared') return `${id} is not waited for: an alternative is finished.`;
  const gaps = gapsOf(group).map((gap) =>
    escapeMarkdown(`Nobody can tell whether it is done: ${gapFact(gap)}.`),
  );
  const tasks =
    length > 0
      ? [
          listMarkdown(
            state,
            `${id} stands for ${length} ${length === 1 ? 'task' : 'tasks'}`,
            group.targets,
          ),
        ]
      : gaps.length > 0
        ? [id]
        : [`${id} has no tasks and is marked as done.`];
  return [...tasks, ...gaps].join('\n\n');
}

/** The first of the tasks below a line that says what they are. */
export function listMarkdown(state: QueueState, head: string, targets: readonly TaskKey[]): string {
  const shown = targets.slice(0, 12).map((key) => `- ${taskItem(state, key)}`);
  const more = targets.length > shown.length ? [`- and ${targets.length - shown.length} more`] : [];
  return `${head}:\n${[...shown, ...more].join('\n')}`;
}
