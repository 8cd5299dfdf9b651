/** Says when a worker needs a person, once for each reason, with what can be done about it. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import type { WorkerView } from '../../../server/src/protocol/workerMessages';
import { actionsOf, type WorkerAlertAction } from './alertActions';
import { inform, warn } from '../notices';
import { focusQueueView } from '../tree/queueView';

const commands: Readonly<Record<WorkerAlertAction, string>> = {
  Watch: commandIds.watchWorker,
  Stop: commandIds.stopWorker,
  Retry: commandIds.retryWorker,
  'Adopt Session': commandIds.adoptSession,
  'Reset Task': commandIds.resetTask,
  'Claim as Finished': commandIds.claimTask,
};

export class WorkerAlerts {
  readonly #log: vscode.LogOutputChannel;
  /** The state of each attempt when it was spoken of last. */
  readonly #said = new Map<string, string>();

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** Takes a new list: several that need a person at once are said in one sentence. */
  receive(workers: readonly WorkerView[]): void {
    const fresh = workers.filter(
      ({ attemptId, state, needsYou }) =>
        needsYou !== undefined && this.#said.get(attemptId) !== state,
    );
    for (const { attemptId, state, needsYou } of workers)
      if (needsYou === undefined) this.#said.delete(attemptId);
      else this.#said.set(attemptId, state);
    const [only] = fresh;
    if (fresh.length === 1 && only?.needsYou !== undefined) this.#ask(only, only.needsYou);
    else if (fresh.length > 1) this.#tellAll(fresh);
  }

  /** A start whose end is not known, told to the one who has just asked for it. */
  raise(worker: WorkerView, why: string): void {
    this.#said.set(worker.attemptId, worker.state);
    this.#ask(worker, `Nobody can tell whether the worker was started. ${why}`);
  }

  /** The worker runs, but the queue does not say so. */
  notRecorded(worker: WorkerView, why: string | undefined): void {
    if (why === undefined) return;
    this.#log.warn(`${worker.attemptId} was not recorded in the queue: ${why}`);
    void warn(
      `The worker for ${worker.taskId} is recorded in the ledger, but the queue could not be changed: ${why}`,
    );
  }

  #ask(worker: WorkerView, why: string): void {
    this.#log.warn(`${worker.attemptId}: ${why}`);
    const actions = actionsOf(worker);
    const words = why.includes(worker.taskId) ? why : `${worker.taskId}: ${why}`;
    const say = worker.run === 'succeeded' ? inform : warn;
    void say<WorkerAlertAction>(words, ...actions).then(
      (picked) =>
        picked && vscode.commands.executeCommand(commands[picked], worker.key ?? worker.goneKey),
    );
  }

  #tellAll(workers: readonly WorkerView[]): void {
    const show = 'Show';
    const ids = workers.map(({ taskId }) => taskId).join(', ');
    void warn(`${workers.length} workers need you: ${ids}.`, show).then(
      (picked) => picked && vscode.commands.executeCommand(focusQueueView),
    );
  }
}
