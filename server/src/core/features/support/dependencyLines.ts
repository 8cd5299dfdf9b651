/** What a task waits for, item by item, each with how it stands. */
import { gapsOf } from '../../graph/dependencyGraph';
import { gapFact } from '../../graph/gapFact';
import type { Dependency } from '../../graph/graphModel';
import type { Task } from '../../index/task';
import type { QueueState } from '../../state';
import { escapeMarkdown } from './escapeMarkdown';
import { taskLinks } from './links';
import { taskItem } from './taskItem';

/** One block of markdown; none for a task that waits for nothing. */
export function dependencyLines(state: QueueState, task: Task): readonly string[] {
  const own = state.graph.byTask.get(task.key) ?? [];
  const items = own.map((dependency) => dependencyItem(state, task, dependency));
  if (items.length < 2) return items.map((item) => `Waits for: ${item}`);
  return [`Waits for:\n${items.map((item) => `- ${item}`).join('\n')}`];
}

function dependencyItem(state: QueueState, task: Task, dependency: Dependency): string {
  const reference = state.documents.get(task.uri)?.declarations[dependency.declaration]?.references[
    dependency.reference
  ];
  const written = escapeMarkdown(reference?.text.value ?? '');
  const { resolution } = dependency;
  switch (resolution.kind) {
    case 'task':
      return taskItem(state, resolution.target);
    case 'group': {
      const open = dependency.open.length;
      const gaps = gapsOf(resolution).map((gap) => escapeMarkdown(gapFact(gap)));
      const count =
        open > 0
          ? [`${open} of ${resolution.targets.length} open (${taskLinks(state, dependency.open)})`]
          : resolution.targets.length > 0 && gaps.length === 0
            ? [`all ${resolution.targets.length} done`]
            : [];
      const said = [...count, ...gaps];
      return `${written}: ${said.length > 0 ? said.join('; ') : 'marked as done'}`;
    }
    case 'ambiguous':
      return `${written}: fits ${taskLinks(state, resolution.targets)}`;
    case 'unresolved':
      return `${written}: no such task`;
    case 'text':
      return `${written}: not a task`;
  }
}
