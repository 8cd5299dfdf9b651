/** Taking a line of the graph out of the text. */
import type { EditContext } from '../edits/editContext';
import { removeDependency } from '../edits/removeDependency';
import { type EditResult, refused } from '../edits/textEdit';
import { firmTargets } from '../graph/dependencyGraph';
import type { Dependency } from '../graph/graphModel';
import type { TaskKey } from '../model/taskKey';
import { lanesOf } from '../plan/lanes';

/**
 * The edits after which `from` no longer waits for a task, or for a lane. A reference that means only the task goes
 * first; one that means a whole phase goes as a whole, and the description says so.
 */
export function dropWait(
  context: EditContext,
  uri: string,
  { from, to }: { readonly from: TaskKey; readonly to: string },
): EditResult {
  const { state } = context;
  const lane = lanesOf(state, uri).find(({ key }) => key === to);
  const meant = new Set<TaskKey>(lane ? lane.tasks : [to as TaskKey]);
  const found = (state.graph.byTask.get(from) ?? [])
    .map((dependency) => ({ dependency, targets: firmTargets(dependency.resolution) }))
    .filter(({ targets }) => targets.some((key) => meant.has(key)))
    .filter(({ dependency }) => !lane || dependency.resolution.kind === 'group')
    .sort((a, b) => a.targets.length - b.targets.length);
  const [first, ...others] = found;
  if (!first) return refused('That is no longer waited for. The graph has been drawn again.');
  const { declaration, reference } = first.dependency;
  const result = removeDependency(context, { key: from, declaration, reference });
  if (result.kind === 'refused') return result;
  const whole = first.targets.length > 1 ? ` (${first.targets.length} tasks)` : '';
  const words = others.map(({ dependency }) => `"${wordsOf(context, from, dependency)}"`);
  const still = words.length > 0 ? `; it still does because of ${words.join(' and ')}` : '';
  return { ...result, description: `${result.description}${whole}${still}` };
}

function wordsOf({ state }: EditContext, from: TaskKey, dependency: Dependency): string {
  const uri = state.index.tasks.get(from)?.uri ?? '';
  const declaration = state.documents.get(uri)?.declarations[dependency.declaration];
  return declaration?.references[dependency.reference]?.text.value ?? '';
}
