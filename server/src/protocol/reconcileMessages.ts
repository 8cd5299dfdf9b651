/** What client and server say to each other about disagreements between queue and progress files. */
import type { RangeView, StatusView } from './snapshot';

/** Client → server, no parameters: every disagreement of the workspace, queues in the order of the tree. */
export const disagreementsRequest = 'proactiveJobs/disagreements';
export type DisagreementsResult = readonly DisagreementView[];

export interface DisagreementView {
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly queue: {
    readonly uri: string;
    readonly name: string;
    readonly status: StatusView;
    readonly range: RangeView;
  };
  readonly progress: {
    readonly uri: string;
    /** Place in its folder. */
    readonly path: string;
    readonly status: StatusView;
    /** The words as written. */
    readonly words: string;
    readonly range: RangeView;
  };
  /** What the queue would say if the claim were recorded: needs-validation at most. */
  readonly recorded: StatusView;
  /** The direction that is usually right: a finished claim is recorded, an old file is closed. */
  readonly proposed: 'record' | 'close';
}

/** Client → server: settle these. The server asks the client to apply the edits, all of a choice or none. */
export const reconcileRequest = 'proactiveJobs/reconcile';
export interface ReconcileParams {
  readonly choices: readonly { readonly key: string; readonly direction: 'record' | 'close' }[];
}
export interface ReconcileResult {
  /** Ids that were settled. */
  readonly settled: readonly string[];
  /** Why others were not, in sentences. */
  readonly refused: readonly string[];
}
