/** Tasks to ask for, and who waits for whom among them. */
import { matcherOf } from '../../server/src/core/query/matchQuery';
import { parseQuery } from '../../server/src/core/query/parseQuery';
import type { QueryFacts, QueryNeighbours } from '../../server/src/core/query/queryFacts';

/** A pending task about which nothing else is said. */
function factsOf(id: string, more: Partial<QueryFacts> = {}): QueryFacts {
  return {
    key: `q\n${id.toLowerCase()}`,
    id,
    title: '',
    status: 'pending',
    ready: false,
    notReady: [],
    model: undefined,
    phase: undefined,
    priority: undefined,
    worker: undefined,
    blocks: 0,
    waits: 0,
    slack: undefined,
    wave: undefined,
    errors: 0,
    warnings: 0,
    isCritical: false,
    isInCycle: false,
    isManager: false,
    isForeign: false,
    hasDrift: false,
    isSilent: false,
    ...more,
  };
}

/** By id: what each task waits for. */
function neighboursOf(waits: Readonly<Record<string, readonly string[]>>): QueryNeighbours {
  const key = (id: string): string => `q\n${id}`;
  const links = Object.entries(waits).flatMap(([from, all]) => all.map((to) => ({ from, to })));
  return {
    waitsFor: (of) => links.filter(({ from }) => key(from) === of).map(({ to }) => key(to)),
    blocks: (of) => links.filter(({ to }) => key(to) === of).map(({ from }) => key(from)),
  };
}

/** The ids that a query finds. */
export function found(
  text: string,
  tasks: readonly QueryFacts[],
  neighbours: QueryNeighbours = neighboursOf({}),
): readonly string[] {
  const matcher = matcherOf(parseQuery(text), tasks, neighbours);
  return tasks.filter((task) => matcher.matches(task)).map(({ id }) => id);
}

/** A small plan with some of everything. */
export const planTasks: readonly QueryFacts[] = [
  factsOf('p1-1', {
    title: 'Draw the map',
    status: 'complete',
    phase: 'Phase 1: Build',
    model: 'opus',
  }),
  factsOf('p1-2', {
    title: 'Lay the road',
    status: 'in-progress',
    phase: 'Phase 1: Build',
    model: 'claude-opus-4',
    priority: 'P1 - High',
    worker: 'ada',
    ...{ blocks: 4, slack: 0, wave: 0, isCritical: true, isSilent: true },
  }),
  factsOf('p1-3', {
    title: 'Plant trees',
    ready: true,
    phase: 'Phase 1: Build',
    model: 'sonnet',
    priority: 'Low',
    ...{ blocks: 0, slack: 3, wave: 0, warnings: 1 },
  }),
  factsOf('p2-1', {
    title: 'Open the road (again)',
    phase: 'Phase 2: Use',
    model: 'opus',
    priority: 'P0',
    ...{ blocks: 2, waits: 1, slack: 0, wave: 1, isCritical: true },
    notReady: ['It waits for p1-2 (in-progress).'],
  }),
  factsOf('p2-2', {
    status: 'blocked',
    notReady: ['It is blocked.', 'It waits for p2-1 (pending).'],
    phase: 'Phase 2: Use',
    ...{ waits: 2, errors: 1, isInCycle: true, hasDrift: true },
  }),
  factsOf('p2-m', { status: 'in-progress', phase: 'Phase 2: Use', isManager: true, waits: 4 }),
  factsOf('far-1', {
    title: 'Elsewhere',
    status: 'pending',
    ready: true,
    isForeign: true,
    blocks: 1,
  }),
];

export const planNeighbours: QueryNeighbours = neighboursOf({
  'p1-2': ['p1-1'],
  'p2-1': ['p1-2', 'far-1'],
  'p2-2': ['p2-1'],
});
