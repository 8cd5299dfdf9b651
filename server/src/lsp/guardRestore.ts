/** Answers *restore*: plans the insertions, and has the client apply them to exactly the text they were planned for. */
import type { ApplyWorkspaceEditResult, WorkspaceEdit } from 'vscode-languageserver/node';
import { positionAt } from '../core/text/lineTable';
import type { QueueDocument } from '../core/model/queueDocument';
import type { RestoreLostParams, RestoreLostResult } from '../protocol/guardMessages';
import type { LastGoodGuard, LastGoodPorts } from '../session/lastGoodGuard';
import type { EarlierTexts } from '../session/lastGoodHistory';
import { planRestore, type Choice } from '../session/lastGoodRestore';
import type { QueueSession } from '../session/queueSession';
import { normalUri } from '../workspace/uris';

export interface RestoreContext extends Pick<LastGoodPorts, 'engine' | 'files'> {
  readonly session: QueueSession;
  readonly queueGuard: LastGoodGuard;
  readonly texts: () => Promise<EarlierTexts>;
  readonly apply: (edit: WorkspaceEdit) => Promise<ApplyWorkspaceEditResult>;
}

/** Brings tasks back, or says why not. The text is compared once more before the edit goes out. */
export async function restoreLost(
  params: RestoreLostParams,
  context: RestoreContext,
): Promise<RestoreLostResult> {
  const { session, queueGuard } = context;
  const choices = await choicesOf(params, context);
  const picture = await session.current();
  const document = session.document(params.uri);
  if (picture === undefined || document === undefined)
    return refused('This queue is not there any more.');
  if (choices.length === 0) return refused('Nothing is missing any more.');
  const plan = planRestore(document, choices, picture.state.options, context.engine);
  if (plan.restored.length === 0) {
    return refused('The tasks could not be put back so that they read as before.');
  }
  if (!(await isStillSo(document, context))) return refused('The queue has changed meanwhile.');
  queueGuard.restoring(params.uri);
  const { applied, failureReason } = await context.apply(
    toEdit(document, plan.insertions, context),
  );
  if (!applied) {
    queueGuard.restoring(params.uri, true);
    return refused(failureReason ?? 'The editor did not apply the change.');
  }
  return { kind: 'restored', restored: plan.restored, failed: plan.failed };
}

async function choicesOf(
  { uri, tasks }: RestoreLostParams,
  { queueGuard, texts }: RestoreContext,
): Promise<readonly Choice[]> {
  if (typeof tasks === 'string') {
    const alarm = queueGuard.alarms.get(normalUri(uri));
    const text = queueGuard.lastGood(uri);
    if (alarm === undefined || text === undefined) return [];
    const wanted = tasks === 'all' ? [...alarm.lost, ...alarm.finished] : alarm.lost;
    return wanted.length === 0 ? [] : [{ text, ids: wanted.map(({ id }) => id) }];
  }
  const known = (await texts()).texts;
  const names = [...new Set(tasks.map(({ version }) => version))];
  return names.flatMap((name): readonly Choice[] => {
    const text = known.find((version) => version.name === name)?.text;
    const ids = tasks.filter(({ version }) => version === name).map(({ id }) => id);
    return text === undefined ? [] : [{ text, ids }];
  });
}

/** What is open is guarded by its version; what is closed is read again. */
async function isStillSo(
  { uri, text }: QueueDocument,
  { session, files }: RestoreContext,
): Promise<boolean> {
  const current = session.textOf(uri);
  if (current?.text !== text) return false;
  if (current.version !== undefined) return true;
  const disk = await files.read(uri, text.length + 1);
  return disk.kind === 'text' && disk.text === text;
}

function toEdit(
  { uri, lines }: QueueDocument,
  insertions: ReturnType<typeof planRestore>['insertions'],
  { session }: RestoreContext,
): WorkspaceEdit {
  const edits = insertions.map(({ at, text }) => {
    const position = positionAt(lines, at);
    return { range: { start: position, end: position }, newText: text };
  });
  const version = session.textOf(uri)?.version ?? null;
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}

function refused(reason: string): RestoreLostResult {
  return { kind: 'refused', reason };
}
