/** Lists what queue and progress files disagree about, and settles what is chosen. */
import type { Connection } from 'vscode-languageserver/node';
import { editContextOf } from '../core/edits/editContext';
import { idInKey, type TaskKey } from '../core/model/taskKey';
import { disagreementsOf } from '../core/reconcile/disagreements';
import { reconcile, recordedStatus } from '../core/reconcile/reconcile';
import { rangeOf } from '../core/text/lineTable';
import {
  disagreementsRequest,
  reconcileRequest,
  type DisagreementsResult,
  type DisagreementView,
  type ReconcileParams,
  type ReconcileResult,
} from '../protocol/reconcileMessages';
import type { Picture } from '../session/picture';
import type { QueueSession } from '../session/queueSession';
import type { Feature } from './feature';
import { guard } from './guard';
import { toWorkspaceEdit } from './toWorkspaceEdit';

export const reconcileFeature: Feature = {
  capabilities: {},
  register(connection, { session, logger }) {
    connection.onRequest(
      disagreementsRequest,
      guard<object, DisagreementsResult>('disagreements', logger, async () => {
        const picture = await session.current();
        return picture === undefined ? null : views(picture);
      }),
    );
    connection.onRequest(
      reconcileRequest,
      guard<ReconcileParams, ReconcileResult>('reconcile', logger, ({ choices }) =>
        settle(connection, session, choices),
      ),
    );
  },
};

function views({ state, files }: Picture): readonly DisagreementView[] {
  return [...state.documents.values()].flatMap((document) =>
    disagreementsOf(state, document).map(
      ({ key, declaration, queue, file, claim, isUnrecorded }): DisagreementView => ({
        key,
        id: declaration.id.value,
        title: declaration.title?.value ?? '',
        queue: {
          uri: document.uri,
          name: files.get(document.uri)?.name ?? document.uri,
          status: queue,
          range: rangeOf(document.lines, declaration.status.text?.span ?? declaration.line),
        },
        progress: {
          uri: file.file.uri,
          path: file.file.path,
          status: claim.value,
          words: file.file.text.slice(claim.span.start, claim.span.end),
          range: rangeOf(file.file.lines, claim.span),
        },
        recorded: recordedStatus(claim.value),
        proposed: isUnrecorded ? 'record' : 'close',
      }),
    ),
  );
}

/** One choice after the other, each against a fresh picture: the first may move what the second is about. */
async function settle(
  connection: Connection,
  session: QueueSession,
  choices: ReconcileParams['choices'],
): Promise<ReconcileResult> {
  const settled: string[] = [];
  const refused: string[] = [];
  for (const { key, direction } of choices) {
    const picture = await session.current();
    const id = idInKey(key);
    const result = picture && reconcile(editContextOf(picture.state), key as TaskKey, direction);
    if (picture === undefined || result === undefined) {
      refused.push(`${id}: the queues could not be read.`);
      continue;
    }
    if (result.kind === 'refused') {
      refused.push(`${id}: ${result.why}`);
      continue;
    }
    const edit = toWorkspaceEdit(picture, result.edits);
    if (edit === undefined) {
      refused.push(`${id}: a file has gone meanwhile.`);
      continue;
    }
    const { applied, failureReason } = await connection.workspace.applyEdit({
      label: result.description,
      edit,
    });
    if (applied) settled.push(id);
    else refused.push(`${id}: ${failureReason ?? 'the editor did not apply the change.'}`);
  }
  return { settled, refused };
}
