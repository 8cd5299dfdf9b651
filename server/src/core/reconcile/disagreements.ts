/** Where a queue and the progress files of its tasks tell different stories (workflow 4, rank 1). */
import type { Declaration } from '../model/declaration';
import type { QueueDocument } from '../model/queueDocument';
import { bucketOf, type Status } from '../model/status';
import { type TaskKey, taskKeyOf } from '../model/taskKey';
import type { Claim } from '../runs/claim';
import type { ProgressFile } from '../runs/runState';
import type { QueueState } from '../state';

export interface Disagreement {
  readonly key: TaskKey;
  readonly declaration: Declaration;
  /** Index into the document's declarations. */
  readonly at: number;
  readonly queue: Status;
  readonly file: ProgressFile;
  readonly claim: Claim<Status>;
  /** The worker is ahead: what it finished was never recorded. Else the file is behind, or the queue ran ahead. */
  readonly isUnrecorded: boolean;
}

/** The disagreements of one queue, in file order; each task once, at the declaration that counts. */
export function disagreementsOf(
  state: QueueState,
  document: QueueDocument,
): readonly Disagreement[] {
  const told = new Set<TaskKey>();
  return document.declarations.flatMap((declaration, at) => {
    const key = taskKeyOf(document.uri, declaration.id.value);
    const task = state.index.tasks.get(key);
    if (!task || told.has(key) || declaration.status.value !== task.status) return [];
    told.add(key);
    const files = trustedProgress(state, key);
    const file = files[0];
    const claims = [file?.progress.status, file?.progress.head];
    const claim = claims.find((c) => c !== undefined && drifts(task.status, c.value));
    if (!file || !claim) return [];
    // Written at the same time as one that agrees: nobody can tell which of them is the last word.
    const agrees = (f: ProgressFile) =>
      f.progress.status !== undefined && !drifts(task.status, f.progress.status.value);
    if (files.slice(1).some(agrees)) return [];
    const isUnrecorded =
      bucketOf(claim.value) === 'finished' && bucketOf(task.status) !== 'finished';
    return [{ key, declaration, at, queue: task.status, file, claim, isUnrecorded }];
  });
}

const together = 120_000;

/** The newest file that is surely this task's, and those as new as it; an archived one tells the past. */
function trustedProgress(state: QueueState, key: TaskKey): readonly ProgressFile[] {
  const files = (state.runs.progressOf.get(key) ?? []).filter(
    (f) => f.match.kind === 'task' && f.match.trusted && !f.isArchived,
  );
  const newest = files[0]?.file.modifiedAt ?? 0;
  return files.filter((f) => newest - f.file.modifiedAt <= together);
}

/** Buckets are compared (dialect W2). A file that was only laid out says nothing; a dropped task's file is history. */
function drifts(queue: Status, claimed: Status): boolean {
  const [q, c] = [bucketOf(queue), bucketOf(claimed)];
  // A failed task's file still holds the claim that the verdict refused.
  if (queue === 'failed' && c === 'finished') return false;
  if ([q, c].some((bucket) => bucket === 'unknown' || bucket === 'dropped')) return false;
  return q !== c && c !== 'not-started';
}
