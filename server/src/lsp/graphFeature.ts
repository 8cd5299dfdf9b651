/** The dependency graph on the wire: drawn when asked, and asked again by the client with every new picture. */
import { planOf, type Plan } from '../core/plan/plan';
import { graphRequest, type GraphParams, type GraphResult } from '../protocol/graphMessages';
import { normalUri } from '../workspace/uris';
import type { Feature } from './feature';
import { guard } from './guard';
import { toGraphSnapshot } from './toGraphSnapshot';

export const graphFeature: Feature = {
  capabilities: {},
  register(connection, { session, logger }) {
    let plan: Plan | undefined;
    connection.onRequest(
      graphRequest,
      guard<GraphParams, GraphResult>('graph', logger, async ({ queueUri }) => {
        const picture = await session.current();
        if (picture === undefined) return null;
        plan = planOf(picture.state, plan);
        return toGraphSnapshot(picture, normalUri(queueUri), plan) ?? null;
      }),
    );
  },
};
