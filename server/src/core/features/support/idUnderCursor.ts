/** Which task the text at a place speaks of: in a heading, a field, a table, prose or a path. */
import type { Resolution } from '../../index/resolution';
import type { Span } from '../../model/span';
import { spanTouches } from '../../model/span';
import { taskKeyOf } from '../../model/taskKey';
import type { QueueState } from '../../state';

export interface IdUnderCursor {
  readonly id: string;
  readonly span: Span;
  readonly resolution: Resolution;
}

const idUnit = /[A-Za-z0-9_.-]/;
const extension = /\.(?:md|json|jsonl|txt|log)$/i;
/** No id is longer, so no search for its ends goes further. */
const reach = 120;

/** The id at `offset` and what it means; nothing when no task, group or written reference stands there. */
export function idUnderCursor(
  state: QueueState,
  uri: string,
  text: string,
  offset: number,
): IdUnderCursor | undefined {
  const phase = phaseReference(state, uri, offset);
  if (phase) return phase;
  let start = offset;
  while (start > 0 && offset - start < reach && idUnit.test(text.charAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && end - offset < reach && idUnit.test(text.charAt(end))) end++;
  const run = text.slice(start, end);
  const lead = /^[^A-Za-z]*/.exec(run)?.[0].length ?? 0;
  const word = run.slice(lead).replace(/[.-]+$/, '');
  const isReference = writtenReference(state, uri, start + lead);
  for (const id of new Set([word, word.replace(extension, '')])) {
    const span = { start: start + lead, end: start + lead + id.length };
    if (!id.includes('-') && !isReference && !isDeclared(state, id)) continue;
    const resolution = state.index.resolve(uri, id);
    if (speaksOfTask(id, resolution, isReference)) return { id, span, resolution };
  }
  return undefined;
}

/** Short forms count only with a digit: "real-time" in prose is not the task `p3-real-time-sync`. */
function speaksOfTask(id: string, resolution: Resolution, isReference: boolean): boolean {
  switch (resolution.kind) {
    case 'task':
      return resolution.how === 'exact' || isReference || /\d/.test(id);
    case 'group':
      return true;
    case 'ambiguous':
      return isReference || /\d/.test(id);
    case 'unresolved':
      return isReference;
    case 'text':
      return false;
  }
}

function isDeclared(state: QueueState, id: string): boolean {
  const wanted = id.toLowerCase();
  return [...state.index.tasks.values()].some((task) => task.id.toLowerCase() === wanted);
}

/** A phase, or several, that a task waits for. */
function phaseReference(state: QueueState, uri: string, offset: number): IdUnderCursor | undefined {
  const document = state.documents.get(uri);
  for (const [at, { id, references }] of (document?.declarations ?? []).entries()) {
    const i = references.findIndex((r) => r.kind === 'phase' && spanTouches(r.text.span, offset));
    const { value, span } = references[i]?.text ?? {};
    const dependency = (state.graph.byTask.get(taskKeyOf(uri, id.value)) ?? []).find(
      (d) => d.declaration === at && d.reference === i,
    );
    if (value !== undefined && span && dependency)
      return { id: value, span, resolution: dependency.resolution };
  }
  return undefined;
}

function writtenReference(state: QueueState, uri: string, offset: number): boolean {
  const document = state.documents.get(uri);
  return (document?.declarations ?? []).some((d) =>
    d.references.some((r) => r.kind !== 'free-text' && spanTouches(r.text.span, offset)),
  );
}
