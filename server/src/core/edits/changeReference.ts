/** Changing one reference where it stands: the id it names, or the mark behind it. */
import type { Annotation, Reference } from '../model/reference';
import { checkedEdit } from './checkedEdit';
import { factsBesideWaits, referenceFacts } from './documentFacts';
import type { EditContext } from './editContext';
import { inCaseOf } from './fileStyle';
import { findTarget, type FoundTarget, type TaskTarget } from './taskTarget';
import { type EditResult, refused, type TextEdit } from './textEdit';

export interface ReferenceTarget extends TaskTarget {
  /** Index into the declaration's references. */
  readonly reference: number;
}

/** The edits that write another id in the place of a reference; its mark and the notes behind it stay. */
export function replaceReference(
  context: EditContext,
  target: ReferenceTarget,
  id: string,
): EditResult {
  return changeReference(
    context,
    target,
    `Wait for ${id}`,
    ({ text }, uri) => [{ uri, span: text.span, expected: text.value, newText: id }],
    (after, before) => after.text.value === id && after.annotation === before.annotation,
  );
}

/** The edits that make the mark behind a reference say `truth`, or take it away. */
export function setAnnotation(
  context: EditContext,
  target: ReferenceTarget,
  truth: 'done' | 'open' | undefined,
): EditResult {
  const says = (now: Annotation | undefined): boolean =>
    truth === undefined ? now === undefined : truth === 'done' ? now === 'done' : now === 'open';
  return changeReference(
    context,
    target,
    truth === undefined ? 'Remove the mark' : `Mark as ${truth === 'done' ? 'done' : 'not done'}`,
    ({ item }, uri, words) => {
      const changed = truth === undefined ? withoutMark(words) : withMark(words, truth);
      return changed === undefined ? [] : [{ uri, span: item, expected: words, newText: changed }];
    },
    (after, before) => says(after.annotation) && after.text.value === before.text.value,
  );
}

function changeReference(
  context: EditContext,
  target: ReferenceTarget,
  description: string,
  make: (reference: Reference, uri: string, words: string) => readonly TextEdit[],
  isAsMeant: (after: Reference, before: Reference) => boolean,
): EditResult {
  const found = findTarget(context, target);
  if (found.kind === 'refused') return found;
  const { document, declaration, at }: FoundTarget = found;
  const reference = declaration.references[target.reference];
  if (!reference) return refused('The dependency is no longer there.');
  const words = document.text.slice(reference.item.start, reference.item.end);
  const edits = make(reference, document.uri, words);
  if (edits.length === 0)
    return refused(
      `The mark of \`${reference.text.value}\` is written in a way that has to be changed by hand.`,
    );
  return checkedEdit(context, document, description, edits, {
    changed: new Map([
      [
        at,
        (after, before, documents) =>
          after.references.length === before.references.length &&
          after.references.every((r, i) => {
            const old = before.references[i] as Reference;
            return i === target.reference
              ? isAsMeant(r, old)
              : referenceFacts(r) === referenceFacts(old);
          }) &&
          factsBesideWaits(documents.before, before) === factsBesideWaits(documents.after, after),
      ],
    ]),
  });
}

const emojiMark = /(?:✅|✔️?|☑️?|❌|✗|✘|⏳|🔄)\ufe0f?/u;
const wordMark =
  /\b(?:(?:not|isn't)[ -](?:yet[ -])?(?:completed?|done|verified|started)|in[- ]progress|pending|completed?|done|verified)\b/i;

/** The words with their first emoji, else the word in their note, as `truth` has it; nothing where they hold neither. */
function withMark(words: string, truth: 'done' | 'open'): string | undefined {
  if (emojiMark.test(words)) return words.replace(emojiMark, truth === 'done' ? '✅' : '⏳');
  const note = noteOf(words);
  if (!note) return undefined;
  const changed = note.text.replace(wordMark, (old) =>
    inCaseOf(old, truth === 'done' ? 'complete' : 'pending'),
  );
  return words.slice(0, note.start) + changed + words.slice(note.end);
}

/** The words without that emoji, or without the word and what joins it to the rest of its note; nothing as above. */
function withoutMark(words: string): string | undefined {
  if (emojiMark.test(words))
    return words.replace(new RegExp(`[ \\t]*${emojiMark.source}`, 'u'), '').trim();
  const note = noteOf(words);
  if (!note) return undefined;
  const left = note.text
    .replace(
      new RegExp(`[ \\t]*[-–—,:]?[ \\t]*(?:\\b(?:both|all)[ \\t]+)?${wordMark.source}`, 'i'),
      '',
    )
    .trim();
  const rest =
    left === ''
      ? words.slice(0, note.start - 1).trimEnd()
      : `${words.slice(0, note.start)}${left})`;
  return rest + words.slice(note.end + 1);
}

/** The parentheses that hold a word for a status, without the brackets. */
function noteOf(words: string): { start: number; end: number; text: string } | undefined {
  for (const match of words.matchAll(/\(([^()]*)\)/g)) {
    const text = match[1] as string;
    const start = match.index + 1;
    if (wordMark.test(text)) return { start, end: start + text.length, text };
  }
  return undefined;
}
