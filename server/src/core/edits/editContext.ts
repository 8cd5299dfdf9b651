/** What an edit is made from: a state, and a way to see what a changed text would say. */
import { readQueue } from '../dialect/readQueue';
import type { QueueDocument } from '../model/queueDocument';
import { deriveState, type QueueState } from '../state';
import { applyEdits, type Refusal, refused, type TextEdit } from './textEdit';

export interface EditContext {
  readonly state: QueueState;
  /** Reads a changed text of one of the queues; only the sections that changed are parsed. */
  reread(uri: string, text: string): QueueDocument;
}

/** A context for this state. Keep it as long as the state lasts: it remembers what it has parsed. */
export function editContextOf(state: QueueState): EditContext {
  /** Whoever checks an edit reads what whoever goes on from there reads again. */
  let last: QueueDocument | undefined;
  return {
    state,
    reread(uri, text) {
      if (last?.uri === uri && last.text === text) return last;
      const before = last?.uri === uri ? last : state.documents.get(uri);
      return (last = readQueue(uri, text, state.options, before));
    },
  };
}

/** The context as it would be after the edits of one file. */
export function contextAfter(
  context: EditContext,
  uri: string,
  edits: readonly TextEdit[],
): EditContext | Refusal {
  const document = context.state.documents.get(uri);
  if (!document) return refused('The queue is no longer there.');
  const applied = applyEdits(document.text, edits);
  if (applied.kind === 'refused') return applied;
  const changed = context.reread(uri, applied.text);
  const { state } = context;
  const documents = [...state.documents.values()].map((d) => (d.uri === uri ? changed : d));
  const { now, options, runFiles, queueTimes } = state;
  const next = deriveState({ documents, runFiles, queueTimes, now, options }, state);
  return { state: next, reread: (of, text) => context.reread(of, text) };
}
