/** What a task depends on, with how that is now: one line for each reference. */
import { gapsOf } from '../graph/dependencyGraph';
import { gapFact } from '../graph/gapFact';
import type { Dependency } from '../graph/graphModel';
import type { TaskKey } from '../model/taskKey';
import type { QueueState } from '../state';

/** Empty for a task that depends on nothing. */
export function dependencyText(state: QueueState, key: TaskKey): string {
  return (state.graph.byTask.get(key) ?? [])
    .map((dependency) => `- ${lineOf(state, dependency)}`)
    .filter((line, i, all) => all.indexOf(line) === i)
    .join('\n');
}

function lineOf(state: QueueState, dependency: Dependency): string {
  const task = state.index.tasks.get(dependency.from);
  const declaration = state.documents.get(task?.uri ?? '')?.declarations[dependency.declaration];
  const written = declaration?.references[dependency.reference]?.text.value ?? '?';
  const { resolution } = dependency;
  switch (resolution.kind) {
    case 'task': {
      const target = state.index.tasks.get(resolution.target);
      return `${target?.id ?? written}: ${target?.status ?? 'unknown'}`;
    }
    case 'group': {
      if (resolution.how === 'spared') return `${written}: not needed, an alternative is finished`;
      const open = dependency.open.flatMap((k) => {
        const target = state.index.tasks.get(k);
        return target ? [`${target.id}: ${target.status}`] : [];
      });
      const gaps = gapsOf(resolution);
      const unclear = `nobody can tell whether it is done (${gaps.map(gapFact).join(', ')})`;
      if (gaps.length > 0 && resolution.targets.length === 0) return `${written}: ${unclear}`;
      if (gaps.length > 0) open.push(unclear);
      if (open.length === 0 && resolution.targets.length === 0) return `${written}: marked as done`;
      const count = `${resolution.targets.length} ${resolution.targets.length === 1 ? 'task' : 'tasks'}`;
      return open.length === 0
        ? `${written} (${count}): all done`
        : `${written} (${count}), still open: ${open.join(', ')}`;
    }
    case 'ambiguous':
      return `${written}: fits several tasks`;
    case 'unresolved':
      return `${written}: no queue declares it`;
    case 'text':
      return `${written}: not a task`;
  }
}
