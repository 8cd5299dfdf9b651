/** What a Parent field means (dialect 3.6, G5): a task, a group or phase, an id that nobody declares, or prose. */
import { type TaskKey, taskKeyOf } from '../model/taskKey';
import type { OutlineDeclaration } from './outlineFacts';
import type { Resolution } from './resolution';

export interface ParentReference {
  /** The id or the words that name it. */
  readonly text: string;
  /** Of a phase the members are left out: they are its siblings. */
  readonly resolution: Resolution;
}

const idShaped = /[A-Za-z]\w*(?:[-.]\w+)+/g;
const phase = /^[*_`\s]*((?:phase|wave|stage)[ \t]+[-\w.]+)/i;

/** A value with more words like ids than these is prose. */
const mostIds = 4;

/**
 * What the Parent field of a declaration in the queue `uri` means; nothing where it has none. It never means the task
 * itself: where only the task's own id, or several with it, fit a short form, what was meant is not declared.
 * `resolve` looks an id up.
 */
export function parentReferenceOf(
  uri: string,
  { id, parent }: OutlineDeclaration,
  resolve: (text: string) => Resolution | undefined,
): ParentReference | undefined {
  if (parent === undefined) return undefined;
  const own = taskKeyOf(uri, id);
  const words = parent.replace(/\([^()]*\)/g, ' ');
  const named = phase.exec(words)?.[1];
  // "Search manager (app-search)" names it in the note only.
  const outside = words.match(idShaped) ?? [];
  const ids = outside.length > 0 || named !== undefined ? outside : (parent.match(idShaped) ?? []);
  for (const text of ids.slice(0, mostIds)) {
    const resolution = resolve(text);
    if (resolution && isOther(resolution, own)) return { text, resolution };
  }
  if (named !== undefined)
    return { text: named, resolution: { kind: 'group', how: 'phase', targets: [] } };
  const [first] = ids;
  return first !== undefined && /^[*_`\s]*$/.test(words.slice(0, words.indexOf(first)))
    ? { text: first, resolution: { kind: 'unresolved', nearest: undefined } }
    : { text: parent, resolution: { kind: 'text' } };
}

function isOther(resolution: Resolution, own: TaskKey): boolean {
  switch (resolution.kind) {
    case 'task':
      return resolution.target !== own;
    case 'ambiguous':
      return !resolution.targets.includes(own);
    case 'group':
      return true;
    case 'unresolved':
    case 'text':
      return false;
  }
}
