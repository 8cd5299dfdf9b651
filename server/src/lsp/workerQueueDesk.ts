/** The queues as the worker engine sees them through the editor: what is open counts, and is edited where it is open. */
import { LSPErrorCodes, ResponseError, type Connection } from 'vscode-languageserver/node';
import { applyEdits, type Edits, type TextEdit } from '../core/edits/textEdit';
import type { QueueState } from '../core/state';
import {
  holdFilesRequest,
  saveFilesRequest,
  type FilesParams,
  type HeldFiles,
} from '../protocol/workerMessages';
import type { QueueSession } from '../session/queueSession';
import type { Clock, Logger } from '../workspace/ports';
import type { QueueDesk } from '../workers/workerPorts';
import { toWorkspaceEdit } from './toWorkspaceEdit';

type Applied = Awaited<ReturnType<QueueDesk['apply']>>;

export interface DeskPorts {
  readonly session: QueueSession;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The client opens and saves files when it is asked to. */
  readonly canHold: () => boolean;
  /** Resolves once the first search is over: before, a queue that has not been found yet would count as gone. */
  readonly searched: Promise<void>;
}

/** A save that hangs keeps the next edit waiting for so long, in ms, and no longer. */
const patienceMs = 30_000;

/** A desk over the session. */
export function workerQueueDesk(
  connection: Connection,
  { session, clock, logger, canHold, searched }: DeskPorts,
): QueueDesk {
  const hold = async (uris: readonly string[]): Promise<readonly string[]> => {
    if (!canHold()) return [];
    const params: FilesParams = { uris };
    const held = await connection.sendRequest<HeldFiles | null>(holdFilesRequest, params);
    return held?.clean ?? [];
  };
  const apply = async ({ edits, description }: Edits): Promise<Applied> => {
    const uris = [...new Set(edits.map(({ uri }) => uri))];
    // Open, a file has a version that the edit is bound to: nothing else can come between.
    const clean = await hold(uris);
    const picture = await session.current();
    if (picture === undefined) return refused('The queues cannot be read.');
    const why = misfit(picture.state, edits);
    if (why !== undefined) return refused(why);
    const edit = toWorkspaceEdit(picture, edits);
    if (edit === undefined) return refused('A file has gone meanwhile.');
    const { applied, failureReason } = await connection.workspace.applyEdit({
      label: description,
      edit,
    });
    if (!applied) return refused(failureReason ?? 'The editor did not apply the change.');
    if (clean.length > 0) await connection.sendRequest(saveFilesRequest, { uris: clean });
    return { kind: 'applied' };
  };
  const applyOrSayWhy = async (edits: Edits): Promise<Applied> => {
    try {
      return await apply(edits);
    } catch (error) {
      if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed)
        return refused(error.message);
      logger.error('workers.edit.crashed', { error });
      return refused(error instanceof Error ? error.message : String(error));
    }
  };
  let before: Promise<unknown> = Promise.resolve();
  return {
    async current(lookAt?: string): Promise<QueueState | undefined> {
      await searched;
      if (lookAt !== undefined) await session.filesChanged([lookAt]);
      return (await session.current())?.state;
    },
    apply(edits) {
      if (edits.edits.length === 0) return Promise.resolve({ kind: 'applied' });
      // One after the other: what is not saved yet would look like somebody's typing to the next, which leaves it unsaved.
      const own = settledWithin(clock, before, patienceMs).then(() => applyOrSayWhy(edits));
      before = own;
      return own;
    },
  };
}

/** Why the edits cannot be made in the queues as they are now; nothing when they can. */
function misfit({ documents }: QueueState, edits: readonly TextEdit[]): string | undefined {
  for (const uri of new Set(edits.map((edit) => edit.uri))) {
    const text = documents.get(uri)?.text;
    if (text === undefined) return 'The queue is no longer there.';
    const changed = applyEdits(
      text,
      edits.filter((edit) => edit.uri === uri),
    );
    if (changed.kind === 'refused') return changed.why;
  }
  return undefined;
}

function refused(why: string): Applied {
  return { kind: 'refused', why };
}

/** Resolves when the work has come to an end, or the time is over. The work must not reject. */
function settledWithin(clock: Clock, work: Promise<unknown>, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(limitMs, resolve);
    void work.then(() => {
      cancel();
      resolve();
    });
  });
}
