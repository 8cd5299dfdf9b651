/** Fixes of dependency-cycle: taking out one of the references of the ring. Which one, only the user knows. */
import { removeDependency } from '../../edits/removeDependency';
import { firmTargets } from '../../graph/dependencyGraph';
import type { Dependency } from '../../graph/graphModel';
import { idOf } from '../../index/idOf';
import { sameSpan } from '../../model/span';
import type { TaskKey } from '../../model/taskKey';
import { quote } from '../../rules/support/quote';
import type { QueueState } from '../../state';
import { defineFix } from '../fix';

interface Link {
  readonly from: TaskKey;
  readonly to: TaskKey;
  readonly dependency: Dependency;
}

export const fixDependencyCycle = defineFix({
  code: 'dependency-cycle',
  *offers({ context: { state }, document, finding }) {
    for (const { ring } of state.graph.cycles) {
      const links = linksOf(state, ring);
      const isHere = links.some(({ from, dependency }) => {
        const { declarations } = state.documents.get(document.uri) ?? { declarations: [] };
        const reference = declarations[dependency.declaration]?.references[dependency.reference];
        const isOurs = state.index.tasks.get(from)?.uri === document.uri;
        return isOurs && reference !== undefined && sameSpan(reference.text.span, finding.span);
      });
      if (!isHere) continue;
      for (const { from, to, dependency } of links) {
        const { declaration, reference } = dependency;
        yield {
          title:
            from === to
              ? `Let ${quote(idOf(state.index, from))} no longer wait for itself`
              : `Let ${quote(idOf(state.index, from))} no longer wait for ${quote(idOf(state.index, to))}`,
          isPreferred: from === to,
          make: (context) => removeDependency(context, { key: from, declaration, reference }),
        };
      }
    }
  },
});

/** The dependency behind each step of the ring. */
function linksOf(state: QueueState, ring: readonly TaskKey[]): readonly Link[] {
  return ring.flatMap((from, i) => {
    const to = ring[(i + 1) % ring.length] as TaskKey;
    const dependency = state.graph.byTask
      .get(from)
      ?.find((d) => firmTargets(d.resolution).includes(to));
    return dependency ? [{ from, to, dependency }] : [];
  });
}
