/**
 * What the queue says of an attempt: Status, Started, Worker, Attempt and the slot line, nothing else. Only the status
 * has to be said; a table without a column for the rest says less, and that is no reason to keep silent.
 */
import type { EditContext } from '../edits/editContext';
import type { KnownStatus } from '../edits/fileStyle';
import { type EditStep, inSequence } from '../edits/inSequence';
import { setField } from '../edits/setField';
import { setSlotLine } from '../edits/setSlotLine';
import { setStatus } from '../edits/setStatus';
import { type EditResult, refused } from '../edits/textEdit';
import { stampOf } from '../fixes/support/stamp';
import type { TaskKey } from '../model/taskKey';
import { taskBlockOf } from './taskBlock';

/** Stands in the Worker field while nobody knows whether the worker was started. */
export const pendingWorker = 'pending confirmation';

export interface SpawnRecord {
  readonly key: TaskKey;
  /** What a person would look for: one line. */
  readonly worker: string;
  /** From 1. */
  readonly attempt: number;
}

/** In-progress, with its worker. */
export function recordSpawn(context: EditContext, record: SpawnRecord): EditResult {
  const { key, worker, attempt } = record;
  const block = taskBlockOf(context.state, key);
  if (!block) return refused('No queue declares the task any more.');
  const { task, document } = block;
  const started = stampOf(context.state, document);
  return inSequence(context, `Say that a worker is on ${task.id}`, [
    (c) => setStatus(c, { key, status: 'in-progress' }),
    ifPossible((c) => setField(c, { key, field: 'started', value: started })),
    ifPossible((c) => setField(c, { key, field: 'worker', value: worker })),
    ifPossible((c) =>
      setField(c, { key, field: 'other', name: 'Attempt', value: String(attempt) }),
    ),
    ...slotSteps(context, task.uri),
  ]);
}

/** Another name for the worker, such as the session that was found in the end. */
export function recordWorker(context: EditContext, key: TaskKey, worker: string): EditResult {
  return setField(context, { key, field: 'worker', value: worker });
}

/** As before the spawn: nobody works on it. Which attempt was the last one stays. */
export function recordPutBack(context: EditContext, key: TaskKey, status: KnownStatus): EditResult {
  const block = taskBlockOf(context.state, key);
  if (!block) return refused('No queue declares the task any more.');
  return inSequence(context, `Put ${block.task.id} back to ${status}`, [
    (c) => setStatus(c, { key, status }),
    ifPossible((c) => setField(c, { key, field: 'worker', value: undefined })),
    ...slotSteps(context, block.task.uri),
  ]);
}

/** The worker says that it has finished. */
export function recordClaim(context: EditContext, key: TaskKey): EditResult {
  return finished(context, key, 'needs-validation', 'claimed');
}

/** Done and accepted. */
export function recordCompletion(context: EditContext, key: TaskKey): EditResult {
  return finished(context, key, 'complete', 'completed');
}

function finished(
  context: EditContext,
  key: TaskKey,
  status: KnownStatus,
  field: 'claimed' | 'completed',
): EditResult {
  const block = taskBlockOf(context.state, key);
  if (!block) return refused('No queue declares the task any more.');
  const value = stampOf(context.state, block.document);
  return inSequence(context, `Set ${block.task.id} to ${status}`, [
    (c) => setStatus(c, { key, status }),
    ifPossible((c) => setField(c, { key, field, value })),
    ...slotSteps(context, block.task.uri),
  ]);
}

function slotSteps({ state }: EditContext, uri: string): readonly EditStep[] {
  const says = state.documents.get(uri)?.slots?.occupied !== undefined;
  return says ? [ifPossible((c) => setSlotLine(c, { uri }))] : [];
}

function ifPossible(step: EditStep): EditStep {
  return (context) => {
    const result = step(context);
    return result.kind === 'refused' ? { kind: 'edits', description: '', edits: [] } : result;
  };
}
