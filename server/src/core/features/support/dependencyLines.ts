/** What a task waits for, item by item, each with how it stands. */
import { gapsOf } from '../../graph/dependencyGraph';
import { gapFact } from '../../graph/gapFact';
import type { Dependency } from '../../graph/graphModel';
import type { Task } from '../../index/task';
import type { TaskKey } from '../../model/taskKey';
import type { QueueState } from '../../state';
import { escapeMarkdown } from './escapeMarkdown';
import { taskLinks } from './links';
import { taskItem } from './taskItem';

/** One block of markdown; none for a task that waits for nothing. */
export function dependencyLines(state: QueueState, task: Task): readonly string[] {
  const own = state.graph.byTask.get(task.key) ?? [];
  const items = own.map((d) => `${goesOnWith(d)}${dependencyItem(state, task, d)}`);
  if (items.length < 2) return items.map((item) => `Waits for: ${item}`);
  return [`Waits for:\n${items.map((item) => `- ${item}`).join('\n')}`];
}

/** "or" before every alternative but the first. */
function goesOnWith({ choice, reference }: Dependency): string {
  return choice === undefined || choice === reference ? '' : 'or ';
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
      if (resolution.how === 'spared')
        return `${written}: not waited for, since an alternative is finished`;
      const isDropped = (key: TaskKey): boolean =>
        state.index.tasks.get(key)?.status === 'cancelled';
      const dropped = dependency.open.filter(isDropped);
      const open = dependency.open.filter((key) => !isDropped(key));
      const gaps = gapsOf(resolution).map((gap) => escapeMarkdown(gapFact(gap)));
      const count =
        open.length > 0
          ? [`${open.length} of ${resolution.targets.length} open (${taskLinks(state, open)})`]
          : dropped.length === 0 && resolution.targets.length > 0 && gaps.length === 0
            ? [`all ${resolution.targets.length} done`]
            : [];
      const kept =
        dropped.length > 0
          ? [
              `${taskLinks(state, dropped)} ${dropped.length === 1 ? 'is dropped and keeps' : 'are dropped and keep'} it open`,
            ]
          : [];
      const said = [...count, ...kept, ...gaps];
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
