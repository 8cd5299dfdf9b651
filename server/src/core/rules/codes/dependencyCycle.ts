/** dependency-cycle: tasks that wait for each other in a ring; none of them can ever start. */
import { firmTargets } from '../../graph/dependencyGraph';
import type { Cycle } from '../../graph/graphModel';
import { idOf } from '../../index/idOf';
import type { Span } from '../../model/span';
import type { TaskKey } from '../../model/taskKey';
import type { QueueState } from '../../state';
import { defineRule } from '../rule';
import { listed, quote } from '../support/quote';

export const dependencyCycle = defineRule({
  code: 'dependency-cycle',
  severity: 'error',
  *check(state, document) {
    for (const cycle of state.graph.cycles) {
      const links = linksOf(state, cycle);
      const here = links.find((link) => link.uri === document.uri);
      if (!here) continue;
      yield {
        span: here.span,
        message: messageOf(state, cycle),
        related: links
          .filter((link) => link !== here)
          .map(({ uri, span, from, to }) => ({
            uri,
            span,
            message: `${idOf(state.index, from)} waits for ${idOf(state.index, to)}.`,
          })),
      };
    }
  },
});

interface Link {
  readonly uri: string;
  readonly span: Span;
  readonly from: TaskKey;
  readonly to: TaskKey;
}

/** The reference behind each step of the ring, then one for each further task of the knot. */
function linksOf(state: QueueState, { ring, members }: Cycle): readonly Link[] {
  const knot = new Set(members);
  const further = members.filter((key) => !ring.includes(key));
  return [
    ...ring.flatMap((from, i) => linkOf(state, from, (to) => to === ring[(i + 1) % ring.length])),
    ...further.flatMap((from) => linkOf(state, from, (to) => knot.has(to))),
  ];
}

/** The first reference of the task that means one of the wanted tasks. */
function linkOf(state: QueueState, from: TaskKey, isWanted: (to: TaskKey) => boolean): Link[] {
  const uri = state.index.tasks.get(from)?.uri ?? '';
  for (const dependency of state.graph.byTask.get(from) ?? []) {
    const to = firmTargets(dependency.resolution).find(isWanted);
    const declaration = state.documents.get(uri)?.declarations[dependency.declaration];
    const reference = declaration?.references[dependency.reference];
    if (to !== undefined && reference) return [{ uri, span: reference.text.span, from, to }];
  }
  return [];
}

function messageOf(state: QueueState, { ring, members }: Cycle): string {
  const first = quote(idOf(state.index, ring[0] as TaskKey));
  if (ring.length === 1) return `${first} waits for itself. Remove the reference.`;
  const path = [...ring, ring[0] as TaskKey].map((key) => idOf(state.index, key)).join(' → ');
  const others = members
    .filter((key) => !ring.includes(key))
    .map((key) => quote(idOf(state.index, key)));
  const also =
    others.length === 0
      ? ''
      : ` ${listed(others)} ${others.length === 1 ? 'hangs' : 'hang'} in the same knot.`;
  return `These tasks wait for each other, so none can start: ${path}.${also} Remove one of the dependencies.`;
}
