/** A queue as git knows it: which commits changed it, and what it said in one of them. */
import { mostAdvanced, isDone, type Status } from '../core/model/status';
import type { QueueDocument } from '../core/model/queueDocument';
import { deriveState, type QueueState } from '../core/state';
import type { CommittedText, GitHistory } from '../workspace/gitHistory';
import type { Engine } from './engine';

export interface CommitOfQueue {
  readonly commit: string;
  /** Ms since the epoch. */
  readonly at: number;
  readonly subject: string;
}

export interface QueueHistory {
  /** Oldest first. */
  readonly versions: readonly CommittedText[];
  /** The content that was read last: the next one has most in common with it. */
  lastRead: QueueDocument | undefined;
  /** What is missing and why, in a sentence; nothing when all is there. */
  readonly note: string | undefined;
}

/** Every committed content; without git, none and the reason. */
export async function queueHistory(
  uri: string,
  git: GitHistory | undefined,
): Promise<QueueHistory> {
  const none = (note: string): QueueHistory => ({ versions: [], lastRead: undefined, note });
  if (git === undefined) return none('Git was not asked, because this workspace is not trusted.');
  const read = await git.read(uri);
  if (read.kind === 'none') return none(`There is no history from git: ${read.reason}.`);
  const note = read.isComplete ? undefined : 'The history is longer than what was read.';
  return { versions: [...read.versions].reverse(), lastRead: undefined, note };
}

/** Oldest first. A commit whose time cannot be read is put at 0. */
export function commitsOf({ versions }: QueueHistory): readonly CommitOfQueue[] {
  return versions.map(({ commit, committedAt, subject }) => {
    const at = Date.parse(committedAt);
    return { commit, at: Number.isNaN(at) ? 0 : at, subject };
  });
}

/** What a commit changed, by lower-case id; `added` holds ids that the content before did not have. */
export interface QueueChange {
  readonly added: readonly string[];
  readonly done: readonly string[];
  /** As they were written last. */
  readonly lost: readonly string[];
  /** Done before, and not any more. */
  readonly reopened: readonly string[];
}

export interface PastQueue {
  /** Of this queue alone, with the settings of today; other queues are as unknown as references into them. */
  readonly state: QueueState;
  readonly change: QueueChange;
}

/** The queue in a commit and what that commit changed; nothing for a commit that is not in the history. */
export function pastQueue(
  history: QueueHistory,
  commit: string,
  { uri, engine, now }: { readonly uri: string; readonly engine: Engine; readonly now: QueueState },
): PastQueue | undefined {
  const { versions } = history;
  const at = versions.findIndex((version) => version.commit === commit);
  const version = versions[at];
  if (version === undefined) return undefined;
  const { options } = now;
  const read = (text: string): QueueDocument =>
    (history.lastRead = engine.readQueue(uri, text, options, history.lastRead));
  const document = read(version.text);
  const before = versions[at - 1];
  const time = Date.parse(version.committedAt) || 0;
  const state = deriveState({ documents: [document], now: time, options });
  return { state, change: changeBetween(before && read(before.text), document) };
}

/** Against nothing, everything is added. */
function changeBetween(before: QueueDocument | undefined, after: QueueDocument): QueueChange {
  const was = statusesOf(before);
  const is = statusesOf(after);
  const ids = [...is.keys()];
  const wasDone = (id: string): boolean => isDone(was.get(id)?.status ?? 'unknown');
  const isNowDone = (id: string): boolean => isDone(is.get(id)?.status ?? 'unknown');
  return {
    added: ids.filter((id) => !was.has(id)),
    done: ids.filter((id) => isNowDone(id) && !wasDone(id)),
    lost: [...was].filter(([id]) => !is.has(id)).map(([, { written }]) => written),
    reopened: ids.filter((id) => wasDone(id) && !isNowDone(id)),
  };
}

function statusesOf(
  document: QueueDocument | undefined,
): ReadonlyMap<string, { readonly written: string; readonly status: Status }> {
  const found = new Map<string, { written: string; status: Status }>();
  for (const { id, status } of document?.declarations ?? []) {
    const key = id.value.toLowerCase();
    const known = found.get(key);
    if (known) known.status = mostAdvanced([known.status, status.value]);
    else found.set(key, { written: id.value, status: status.value });
  }
  return found;
}
