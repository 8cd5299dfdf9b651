// What messages of the panel make of the page's state.
import { expect, test } from 'vitest';
import { emptyPage, type PageState } from '../../client/webview/graph/pageState';
import { receiveMessage, type Received } from '../../client/webview/graph/receiveMessage';
import type { ToGraphPage } from '../../server/src/protocol/graphMessages';
import type { GraphSnapshot } from '../../server/src/protocol/graphSnapshot';
import { graphOf, graphTask } from '../support/graphFixtures';

const graph = (revision: number, queueUri = 'file:///q'): GraphSnapshot =>
  graphOf([graphTask('a-1')], [], { revision, queueUri });

const sent = (snapshot: GraphSnapshot): ToGraphPage => {
  return { kind: 'snapshot', snapshot, isStale: false, isTrusted: true };
};

function received(
  state: Partial<PageState>,
  message: ToGraphPage,
  ground: { folded?: ReadonlySet<string>; hasKept?: boolean } = {},
): Received {
  const { folded, hasKept = false } = ground;
  return receiveMessage({ ...emptyPage, ...state }, message, { folded, hasKept });
}

test('a graph is shown and drawn at once', () => {
  const { state, then } = received({}, sent(graph(1)));
  expect([state.snapshot?.revision, state.isTrusted, state.folded]).toEqual([1, true, undefined]);
  expect(then).toEqual([{ kind: 'drawNow' }]);
});

test.each<[string, Partial<PageState>, GraphSnapshot, number]>([
  ['an older one is dropped', { snapshot: graph(5) }, graph(4), 5],
  ['the same again is taken: it may say that it is stale', { snapshot: graph(5) }, graph(5), 5],
  ['one of another server is taken', { snapshot: graph(5), isStale: true }, graph(1), 1],
  ['one of another queue is taken', { snapshot: graph(5) }, graph(2, 'file:///other'), 2],
])('%s', (_, before, snapshot, revision) => {
  const { state, then } = received(before, sent(snapshot));
  expect(state.snapshot?.revision).toBe(revision);
  expect(then).toHaveLength(revision === snapshot.revision ? 1 : 0);
});

test('folds that were only the best to begin with are kept from the second graph on', () => {
  const folded = new Set(['lane:1']);
  expect(received({}, sent(graph(1)), { folded }).state.folded).toBeUndefined();
  expect(received({ snapshot: graph(1) }, sent(graph(2)), { folded }).state.folded).toBe(folded);
  const own = new Set(['lane:2']);
  const chosen = received({ snapshot: graph(1), folded: own }, sent(graph(2)), { folded });
  expect(chosen.state.folded).toBe(own);
});

test('the state of an earlier page is taken, unless this page has kept its own', () => {
  const zoom = { k: 1, x: 2, y: 3 };
  const message: ToGraphPage = { kind: 'state', state: { version: 1, query: 'road', zoom } };
  const fresh = received({}, message);
  expect(fresh.state.query).toBe('road');
  expect(fresh.then).toEqual([{ kind: 'restoreZoom', zoom }, { kind: 'drawNow' }]);
  const kept = received({ query: 'mine' }, message, { hasKept: true });
  expect(kept.state.query).toBe('mine');
  expect(kept.then).toEqual([{ kind: 'drawNow' }]);
});

test('a task that somebody wants is gone to, that of the cursor quietly', () => {
  const reveal = (isWanted: boolean): Received =>
    received({}, { kind: 'reveal', key: 'k', isWanted });
  expect(reveal(true).then).toEqual([{ kind: 'goTo', key: 'k', isQuiet: false }]);
  expect(reveal(false).then).toEqual([{ kind: 'goTo', key: 'k', isQuiet: true }]);
});

test('a refusal is shown and said', () => {
  const { state, then } = received({}, { kind: 'refused', why: 'No.' });
  expect(state.notice).toBe('No.');
  expect(then).toEqual([{ kind: 'say', words: 'No.' }]);
});

const commit = { commit: 'abcd', when: '', author: '', subject: '' };

test('of a history the last commit is asked for, unless one is looked at already', () => {
  const message = { kind: 'history', commits: [commit], note: null } as unknown as ToGraphPage;
  const first = received({}, message);
  expect([first.state.commit, first.state.commitsNote]).toEqual(['abcd', undefined]);
  expect(first.then).toEqual([{ kind: 'askPast', commit: 'abcd' }]);
  const later = received({ commit: '0123' }, message);
  expect([later.state.commit, later.then]).toEqual(['0123', []]);
});

test('a page that was kept at its history asks for it with its first graph, and only then', () => {
  const asks = (state: Partial<PageState>): boolean =>
    received(state, sent(graph(2))).then.some(({ kind }) => kind === 'askHistory');
  expect(asks({ tab: 'history' })).toBe(true);
  expect(asks({ tab: 'graph' })).toBe(false);
  expect(asks({ tab: 'history', snapshot: graph(1) })).toBe(false);
  expect(asks({ tab: 'history', commits: [] })).toBe(false);
});

test('the graph of a commit that nobody looks at any more is dropped', () => {
  const past = (of: string): ToGraphPage => {
    const change = { added: [], done: [], lost: [], reopened: [] };
    return { kind: 'past', commit: of, snapshot: graph(1), change } as unknown as ToGraphPage;
  };
  expect(received({ commit: 'abcd' }, past('abcd')).state.past?.commit).toBe('abcd');
  const before = { ...emptyPage, commit: 'abcd' };
  const ground = { folded: undefined, hasKept: false };
  expect(receiveMessage(before, past('0123'), ground).state).toBe(before);
});
