/**
 * What the graph page and its panel say to each other, and the panel and the server. Every message is `{kind, …}`; both
 * sides drop what they do not know. Tasks are named by their keys; nothing in here is ever read as HTML or as a command.
 */
import type { GraphSnapshot } from './graphSnapshot';
import type { StatusView } from './snapshot';

/** What survives a reload, kept by the webview's serializer. Everything is optional: an older page may have written it. */
export interface GraphUiState {
  readonly version: 1;
  readonly queueUri?: string;
  readonly tab?: 'graph' | 'table' | 'waterfall' | 'history';
  readonly folded?: readonly string[];
  readonly query?: string;
  readonly showsOthers?: 'dim' | 'hide';
  readonly focus?: string;
  readonly selected?: string;
  readonly showsCriticalPath?: boolean;
  readonly zoom?: { readonly k: number; readonly x: number; readonly y: number };
  readonly sort?: { readonly column: string; readonly isDescending: boolean };
}

/** Panel → page. */
export type ToGraphPage =
  | {
      readonly kind: 'snapshot';
      readonly snapshot: GraphSnapshot;
      readonly isStale: boolean;
      readonly isTrusted: boolean;
    }
  | { readonly kind: 'state'; readonly state: GraphUiState }
  /** The cursor went to a task: select it without taking the focus. */
  | {
      readonly kind: 'reveal';
      readonly key: string;
      /** Somebody asked for this very task: what is folded over it is unfolded. */
      readonly isWanted: boolean;
    }
  /** Queues that can be shown; the page offers the choice where there are several. */
  | {
      readonly kind: 'queues';
      readonly queues: readonly { readonly uri: string; readonly name: string }[];
    }
  | { readonly kind: 'refused'; readonly why: string }
  | {
      readonly kind: 'history';
      readonly commits: readonly GraphCommitView[];
      readonly note: string | undefined;
    }
  | {
      readonly kind: 'past';
      readonly commit: string;
      readonly snapshot: GraphSnapshot;
      readonly change: GraphChangeView;
    };

/** Page → panel. */
export type FromGraphPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'uiState'; readonly state: GraphUiState }
  | { readonly kind: 'openTask'; readonly key: string; readonly toSide: boolean }
  | { readonly kind: 'selected'; readonly key: string }
  | { readonly kind: 'showQueue'; readonly uri: string }
  | { readonly kind: 'edit'; readonly edit: GraphEdit }
  | { readonly kind: 'spawn'; readonly keys: readonly string[] }
  | { readonly kind: 'askHistory' }
  | { readonly kind: 'askPast'; readonly commit: string }
  | { readonly kind: 'export'; readonly format: GraphExportFormat; readonly content: string };

export type GraphExportFormat = 'svg' | 'png' | 'mermaid' | 'dot' | 'json' | 'html';

/** Client → server request `proactiveJobs/graphEdit`, too: computed in the core as small text edits, one undo each. */
export type GraphEdit =
  | { readonly kind: 'addDependency'; readonly from: string; readonly to: string }
  /** `to` as the edge has it: a task, or the lane of a phase that is waited for as a whole. */
  | { readonly kind: 'removeDependency'; readonly from: string; readonly to: string }
  | { readonly kind: 'setStatus'; readonly key: string; readonly status: StatusView }
  | {
      readonly kind: 'addTaskAfter';
      readonly key: string;
      readonly id: string;
      readonly title: string;
    }
  | { readonly kind: 'moveToLane'; readonly key: string; readonly lane: string };

export const graphEditRequest = 'proactiveJobs/graphEdit';
export interface GraphEditParams {
  readonly queueUri: string;
  readonly edit: GraphEdit;
}
export type GraphEditResult =
  | { readonly kind: 'applied'; readonly description: string }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Client → server: the graph of one queue; `null` when no such queue is known. To be asked again whenever
 * `proactiveJobs/snapshot` brings a higher revision.
 */
export const graphRequest = 'proactiveJobs/graph';
export interface GraphParams {
  readonly queueUri: string;
}
export type GraphResult = GraphSnapshot;

/**
 * Client → server: commits that changed the queue, oldest first, the newest 300 at most; and the graph as it was in one
 * of them, `null` when that commit is not among them.
 */
export const graphHistoryRequest = 'proactiveJobs/graphHistory';
export interface GraphHistoryParams {
  readonly queueUri: string;
  /** Git runs in trusted workspaces only. */
  readonly useGit: boolean;
}
export interface GraphHistoryResult {
  readonly commits: readonly GraphCommitView[];
  /** Why there is nothing, or not everything, in a sentence. */
  readonly note: string | undefined;
}
export const graphPastRequest = 'proactiveJobs/graphPast';
export interface GraphPastParams extends GraphHistoryParams {
  readonly commit: string;
}
export interface GraphPastResult {
  readonly snapshot: GraphSnapshot;
  readonly change: GraphChangeView;
}

/** Client → server: the graph of this queue is no longer open, so that nothing need be kept for its next question. */
export const graphClosedNotification = 'proactiveJobs/graphClosed';

export interface GraphCommitView {
  readonly commit: string;
  /** Ms since the epoch. */
  readonly at: number;
  readonly subject: string;
}

/** What a commit did to the queue, against the one before; keys of the past snapshot, ids of lost ones. */
export interface GraphChangeView {
  readonly added: readonly string[];
  readonly done: readonly string[];
  readonly lost: readonly string[];
  readonly reopened: readonly string[];
}
