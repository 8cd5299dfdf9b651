/** The status mark of a heading: changing, adding and removing it. */
import { plainStatus, statusOfEmoji, statusOfWords } from '../dialect/statusLexicon';
import { statusesBesideMark } from '../dialect/statusesBesideMark';
import type { Declaration, HeadingMark } from '../model/declaration';
import type { QueueDocument } from '../model/queueDocument';
import type { KnownStatus, StatusStyle } from './fileStyle';
import { restyledStatus } from './statusText';
import type { TextEdit } from './textEdit';

/**
 * The edit that makes the mark agree with a status, beside a Status field that says it in words. Nothing when it
 * agrees already, claims nothing, or when headings of that status carry none here.
 */
export function markBesideField(
  document: QueueDocument,
  declaration: Declaration,
  status: KnownStatus,
  style: StatusStyle,
): TextEdit | undefined {
  const { mark } = declaration;
  if (!mark)
    return style.marksHeadings(status) === true
      ? addedMark(document, declaration, style.emoji(status))
      : undefined;
  if (agrees(mark, status)) return undefined;
  if (leads(mark, declaration)) return emojiEdit(document, mark, style.emoji(status));
  const words = plainStatus(document.text.slice(mark.span.start, mark.span.end));
  if (words === '' && style.marksHeadings(status) === false) return removedMark(document, mark);
  if (words === '' && bareMarkFits(style.emoji(status), status))
    return emojiEdit(document, mark, style.emoji(status));
  return rewordedMark(document, mark, status, style);
}

/** The edit that makes a mark without a Status field beside it say a status; nothing when it cannot. */
export function markAlone(
  document: QueueDocument,
  declaration: Declaration,
  status: KnownStatus,
  style: StatusStyle,
): TextEdit | undefined {
  const { mark } = declaration;
  if (!mark) return undefined;
  if (leads(mark, declaration))
    return statusOfEmoji(style.emoji(status)) === status
      ? emojiEdit(document, mark, style.emoji(status))
      : undefined;
  return rewordedMark(document, mark, status, style);
}

/** The mark in other words of the same manner; nothing where its words are none we know, or cannot say it. */
function rewordedMark(
  document: QueueDocument,
  mark: HeadingMark,
  status: KnownStatus,
  style: StatusStyle,
): TextEdit | undefined {
  const raw = document.text.slice(mark.span.start, mark.span.end);
  const words = plainStatus(raw);
  if (words !== '' && statusOfWords(words) === undefined) return undefined;
  const changed = restyledStatus(raw, status, style);
  return changed === undefined ? undefined : markEdit(document, mark, changed);
}

/** The edit that takes a mark out of a heading, with the blanks before it. */
function removedMark({ uri, text }: QueueDocument, mark: HeadingMark): TextEdit {
  let { start } = mark.span;
  while (/[ \t]/.test(text.charAt(start - 1))) start--;
  const span = { start, end: mark.span.end };
  return { uri, span, expected: text.slice(span.start, span.end), newText: '' };
}

/**
 * Whether a mark may stay as it is beside a status that we write. That is stricter than `heading-status-mismatch`, which
 * leaves alone what a person may have meant: whoever sets a status wants the heading to say that one, not one of its class.
 */
function agrees(mark: HeadingMark, status: KnownStatus): boolean {
  if (mark.claims === undefined) return false;
  if (mark.claims === status) return true;
  const raw = statusOfEmoji(mark.emoji);
  return raw === mark.claims && bareMarkFits(mark.emoji, status);
}

function bareMarkFits(emoji: string, status: KnownStatus): boolean {
  const claims = statusOfEmoji(emoji);
  return claims === status || statusesBesideMark(emoji, claims)?.includes(status) === true;
}

/** A mark before the id reaches to the end of the heading; only its emoji is ours. */
function leads(mark: HeadingMark, declaration: Declaration): boolean {
  return mark.span.start < declaration.id.span.start;
}

function emojiEdit(document: QueueDocument, mark: HeadingMark, emoji: string): TextEdit {
  const span = { start: mark.span.start, end: mark.span.start + mark.emoji.length };
  return { uri: document.uri, span, expected: mark.emoji, newText: emoji };
}

function markEdit({ uri, text }: QueueDocument, mark: HeadingMark, newText: string): TextEdit {
  return { uri, span: mark.span, expected: text.slice(mark.span.start, mark.span.end), newText };
}

/** Behind the heading's words; nothing where closing hashes or a comment end the line. */
function addedMark(
  { uri, text }: QueueDocument,
  { line }: Declaration,
  emoji: string,
): TextEdit | undefined {
  const words = text.slice(line.start, line.end).trimEnd();
  if (/(?:#|-->)$/.test(words)) return undefined;
  const at = line.start + words.length;
  return { uri, span: { start: at, end: at }, expected: '', newText: ` ${emoji}` };
}
