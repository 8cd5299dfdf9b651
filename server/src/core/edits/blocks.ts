/** The text of whole tasks: taking it out with the blank lines around it, and where it fits in again. */
import type { Declaration, DeclarationForm } from '../model/declaration';
import type { Group, QueueDocument } from '../model/queueDocument';
import type { Span } from '../model/span';
import { isBlankLine, lastWordsEnd, lineAround, nextLine, wholeLines } from './lines';

/**
 * True for tasks that are sections: their block runs on to the next heading, not only to the end of a line or bullet.
 */
export function isHeadingForm(form: DeclarationForm): boolean {
  return form === 'heading' || form === 'task-heading' || form === 'task-id-field';
}

/** From the declaring line to the last line that says something. */
export function wordsOf({ text }: QueueDocument, { line, block }: Declaration): Span {
  return { start: line.start, end: lastWordsEnd(text, block) };
}

/** What to cut so that a task is gone and the blank lines around it still look right. */
export function cutOf(document: QueueDocument, declaration: Declaration): Span {
  const { text } = document;
  const words = wordsOf(document, declaration);
  if (!isHeadingForm(declaration.form)) return wholeLines(text, words);
  let next = nextLine(text, words.end);
  while (next && isBlankLine(text, next)) next = nextLine(text, next.end);
  return next ? { start: words.start, end: next.start } : wholeLines(text, words);
}

/** The last task of a group itself, not of the sections in it; of a certain kind where one is asked for. */
export function lastTaskOf(
  { declarations }: QueueDocument,
  group: Group,
  isFit: (declaration: Declaration) => boolean = () => true,
): Declaration | undefined {
  return declarations.filter((d) => d.group === group.index && isFit(d)).at(-1);
}

/** Where the words below a group's heading end, before its first task or section. */
export function introEnd({ text, groups, declarations }: QueueDocument, group: Group): number {
  const next = [
    ...groups.map((g) => g.line.start),
    ...declarations.filter((d) => isHeadingForm(d.form)).map((d) => d.line.start),
  ].filter((start) => start > group.line.start);
  const end = Math.min(
    group.block.end,
    ...next.map((start) => Math.max(group.line.end, start - 1)),
  );
  return lastWordsEnd(text, { start: group.line.start, end });
}

/** How many hashes the heading of a task has. */
export function levelOf({ text }: QueueDocument, { line }: Declaration): number {
  return /#{1,6}/.exec(text.slice(line.start, line.end))?.[0].length ?? 3;
}

/** True when a block ends with a rule, as where tasks are divided by rules. */
export function endsWithRule(document: QueueDocument, declaration: Declaration): boolean {
  const { text } = document;
  const last = lineAround(text, wordsOf(document, declaration).end);
  return /^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/.test(text.slice(last.start, last.end));
}
