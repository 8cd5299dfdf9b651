/** The query language for tree and palette: asked with every key, answered from the picture at hand. */
import { planOf } from '../core/plan/plan';
import { explainQuery } from '../core/query/explainQuery';
import { parseQuery } from '../core/query/parseQuery';
import type { QueryFacts } from '../core/query/queryFacts';
import { writtenCompletions } from '../core/query/writtenCompletions';
import { graphFacts, whyNotFound } from '../graphview/graphFacts';
import { queryGraphs } from '../graphview/queryGraphs';
import type { GraphSnapshot } from '../protocol/graphSnapshot';
import { queryRequest, type QueryParams, type QueryResult } from '../protocol/queryMessages';
import type { Picture } from '../session/picture';
import type { Feature } from './feature';
import { guard } from './guard';
import { toGraphSnapshot } from '../views/toGraphSnapshot';

interface Asked {
  readonly graphs: readonly GraphSnapshot[];
  /** Of each queue's own tasks. */
  readonly facts: readonly QueryFacts[];
}

export const queryFeature: Feature = {
  capabilities: {},
  register(connection, { session, logger }) {
    const known = new WeakMap<Picture, Asked>();
    connection.onRequest(
      queryRequest,
      guard<QueryParams, QueryResult>('query', logger, async ({ text, caret, why: key }) => {
        const picture = await session.current();
        if (picture === undefined) return null;
        const asked = known.get(picture) ?? askedOf(picture);
        known.set(picture, asked);
        const { found, problem } = queryGraphs(text, asked.graphs);
        const own = asked.graphs.find(({ tasks }) =>
          tasks.some((task) => task.key === key && !task.isForeign),
        );
        const why = own && whyNotFound(text, own, (task) => task.key === key);
        return {
          matches: found.flatMap(({ tasks }) => tasks.map(({ key }) => key)),
          total: asked.facts.length,
          explanation: problem ?? explainQuery(parseQuery(text)),
          isWrong: problem !== undefined,
          completions: caret === undefined ? [] : writtenCompletions(text, caret, asked.facts),
          ...(why === undefined ? {} : { why }),
        };
      }),
    );
  },
};

function askedOf(picture: Picture): Asked {
  const plan = planOf(picture.state);
  const graphs = [...picture.files.keys()].flatMap(
    (uri) => toGraphSnapshot(picture, uri, plan) ?? [],
  );
  return {
    graphs,
    facts: graphs.flatMap((graph) => graphFacts(graph).filter(({ isForeign }) => !isForeign)),
  };
}
