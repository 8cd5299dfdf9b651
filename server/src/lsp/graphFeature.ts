/** The dependency graph on the wire: drawn when asked, changed, and drawn as it was in a commit. */
import { type Plan, planOf } from '../core/plan/plan';
import { taskKeyOf } from '../core/model/taskKey';
import {
  graphClosedNotification,
  graphEditRequest,
  graphHistoryRequest,
  graphPastRequest,
  graphRequest,
  type GraphEditParams,
  type GraphEditResult,
  type GraphHistoryParams,
  type GraphHistoryResult,
  type GraphParams,
  type GraphPastParams,
  type GraphPastResult,
  type GraphResult,
} from '../protocol/graphMessages';
import type { Picture } from '../session/picture';
import { commitsOf, pastQueue, queueHistory, type QueueHistory } from '../session/queueHistory';
import { normalUri } from '../workspace/uris';
import { applyGraphEdit } from './graphEdit';
import type { Feature, FeatureContext } from './feature';
import { guard } from './guard';
import { withLiveWorkers } from './liveWorkers';
import { toGraphSnapshot } from '../views/toGraphSnapshot';

export const graphFeature: Feature = {
  capabilities: {},
  register(connection, context) {
    const { session, logger, git, workers } = context;
    let plan: Plan | undefined;
    connection.onRequest(
      graphRequest,
      guard<GraphParams, GraphResult>('graph', logger, async ({ queueUri }) => {
        const picture = await session.current();
        if (picture === undefined) return null;
        plan = planOf(picture.state, plan);
        const graph = toGraphSnapshot(picture, normalUri(queueUri), plan);
        return graph === undefined ? null : withLiveWorkers(graph, workers, picture.state.now);
      }),
    );
    connection.onRequest(
      graphEditRequest,
      guard<GraphEditParams, GraphEditResult>('graphEdit', logger, (params) =>
        applyGraphEdit(connection, session, params),
      ),
    );
    // What was listed last, as long as its graph is open: a slider asks often.
    let kept: { readonly uri: string; readonly history: Promise<QueueHistory> } | undefined;
    const historyOf = (uri: string, useGit: boolean): Promise<QueueHistory> => {
      const history = queueHistory(uri, useGit ? git : undefined);
      kept = useGit ? { uri, history } : undefined;
      return history;
    };
    connection.onNotification(graphClosedNotification, ({ queueUri }: GraphParams) => {
      if (kept?.uri === normalUri(queueUri)) kept = undefined;
    });
    connection.onRequest(
      graphHistoryRequest,
      guard<GraphHistoryParams, GraphHistoryResult>('graphHistory', logger, async (params) => {
        const uri = normalUri(params.queueUri);
        if (session.document(uri) === undefined) return null;
        const history = await historyOf(uri, params.useGit);
        return { commits: commitsOf(history), note: history.note };
      }),
    );
    connection.onRequest(
      graphPastRequest,
      guard<GraphPastParams, GraphPastResult>('graphPast', logger, async (params) => {
        const uri = normalUri(params.queueUri);
        const picture = await session.current();
        if (picture === undefined || session.document(uri) === undefined) return null;
        const listed = kept?.uri === uri && params.useGit ? kept.history : undefined;
        const history = await (listed ?? historyOf(uri, params.useGit));
        return drawPast(picture, { uri, history, commit: params.commit }, context);
      }),
    );
  },
};

function drawPast(
  picture: Picture,
  asked: { readonly uri: string; readonly history: QueueHistory; readonly commit: string },
  { engine }: FeatureContext,
): GraphPastResult | null {
  const { uri, history, commit } = asked;
  const past = pastQueue(history, commit, { uri, engine, now: picture.state });
  if (past === undefined) return null;
  const { revision, files } = picture;
  const source = { revision, files, state: past.state, findings: new Map() };
  const snapshot = toGraphSnapshot(source, uri, planOf(past.state));
  if (snapshot === undefined) return null;
  const keys = (ids: readonly string[]): readonly string[] => ids.map((id) => taskKeyOf(uri, id));
  const { added, done, lost, reopened } = past.change;
  const change = { added: keys(added), done: keys(done), lost, reopened: keys(reopened) };
  return { snapshot, change };
}
