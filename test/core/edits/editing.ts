/** Making an edit in a test: a queue, what is done to it, the text that comes out. */
import { readQueue } from '../../../server/src/core/dialect/readQueue';
import { type EditContext, editContextOf } from '../../../server/src/core/edits/editContext';
import { applyEdits, type EditResult } from '../../../server/src/core/edits/textEdit';
import { type TaskKey, taskKeyOf } from '../../../server/src/core/model/taskKey';
import { defaultOptions } from '../../../server/src/core/options';
import { deriveState } from '../../../server/src/core/state';

export const queueUri = 'file:///w/PROACTIVE-JOBS.md';
const now = Date.parse('2026-03-01T12:00:00-05:00');

/** A context over one queue, or several by name. */
export function contextOf(
  text: string,
  others: Readonly<Record<string, string>> = {},
): EditContext {
  const files = [[queueUri, text] as const, ...Object.entries(others)];
  const documents = files.map(([uri, words]) => readQueue(uri, words, defaultOptions));
  return editContextOf(deriveState({ documents, now, options: defaultOptions }));
}

export function keyOf(id: string, uri = queueUri): TaskKey {
  return taskKeyOf(uri, id);
}

/** The text after an edit of the one queue, or why there was none, led by `refused: `. */
export function outcome(
  text: string,
  edit: (context: EditContext) => EditResult,
  others?: Readonly<Record<string, string>>,
): string {
  const result = edit(contextOf(text, others));
  if (result.kind === 'refused') return `refused: ${result.why}`;
  const applied = applyEdits(
    text,
    result.edits.filter((e) => e.uri === queueUri),
  );
  return applied.kind === 'text' ? applied.text : `refused: ${applied.why}`;
}
