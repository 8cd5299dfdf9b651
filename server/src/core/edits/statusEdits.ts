/** Where each form of declaration says its status, and the edits that make it say another one. */
import { statusOfEmoji } from '../dialect/statusLexicon';
import type { Declaration } from '../model/declaration';
import type { QueueDocument } from '../model/queueDocument';
import type { Span } from '../model/span';
import { addFieldEdit } from './addField';
import type { KnownStatus, StatusStyle } from './fileStyle';
import { markAlone, markBesideField } from './headingMark';
import { restyledStatus } from './statusText';
import { cellEdit, rowCellsAt } from './tableCells';
import { type Refusal, refused, type TextEdit } from './textEdit';

/** The edits; a refusal where the form cannot say that status. */
export function statusEdits(
  document: QueueDocument,
  declaration: Declaration,
  status: KnownStatus,
  style: StatusStyle,
): readonly TextEdit[] | Refusal {
  switch (declaration.form) {
    case 'heading':
    case 'task-heading':
    case 'task-id-field':
      return headingStatus(document, declaration, status, style);
    case 'checkbox':
      return checkboxStatus(document, declaration, status, style);
    case 'status-bullet':
      return bulletEmoji(document, declaration, status, style);
    case 'pipe-record':
    case 'table-row':
      return cellStatus(document, declaration, status, style);
  }
}

/** The edit of words that say a status; the plain word where they cannot be kept. */
export function wordsEdit(
  { uri, text }: QueueDocument,
  span: Span,
  status: KnownStatus,
  style: StatusStyle,
): TextEdit {
  const expected = text.slice(span.start, span.end);
  const newText = restyledStatus(expected, status, style) ?? style.word(status);
  return { uri, span, expected, newText };
}

/** The box of a checkbox for a status; a blank one where no box can say it. */
export function boxFor(status: KnownStatus, style: StatusStyle, old: string): string {
  if (status === 'complete') return /^[xX]$/.test(old) ? old : 'x';
  if (status === 'pending') return ' ';
  const emoji = style.emoji(status);
  return statusOfEmoji(emoji) === status ? emoji : ' ';
}

function headingStatus(
  document: QueueDocument,
  declaration: Declaration,
  status: KnownStatus,
  style: StatusStyle,
): readonly TextEdit[] | Refusal {
  const { status: now } = declaration;
  if (now.source === 'field' && now.text) {
    const mark = markBesideField(document, declaration, status, style);
    return [wordsEdit(document, now.text.span, status, style), ...(mark ? [mark] : [])];
  }
  if (now.source === 'mark') {
    const mark = markAlone(document, declaration, status, style);
    if (mark) return [mark];
  }
  const field = addFieldEdit(document, declaration, { key: 'status', value: style.word(status) });
  if ('kind' in field) return field;
  const mark = markBesideField(document, declaration, status, style);
  return mark ? [mark, field] : [field];
}

function checkboxStatus(
  document: QueueDocument,
  declaration: Declaration,
  status: KnownStatus,
  style: StatusStyle,
): readonly TextEdit[] | Refusal {
  const { status: now } = declaration;
  const box = boxOf(document, declaration);
  if (!box) return refused(`The box of \`${declaration.id.value}\` was not found.`);
  const old = document.text.slice(box.start, box.end);
  const inside = boxFor(status, style, old);
  const boxEdit: TextEdit = { uri: document.uri, span: box, expected: old, newText: inside };
  if (now.source === 'field' && now.text)
    return [boxEdit, wordsEdit(document, now.text.span, status, style)];
  if (now.source === 'note' && now.text)
    return [boxEdit, noteEdit(document, now.text.span, status, style)];
  const saysIt = status === 'pending' || status === 'complete' || inside !== ' ';
  if (saysIt) return [boxEdit];
  const field = addFieldEdit(document, declaration, { key: 'status', value: style.word(status) });
  return 'kind' in field ? field : [boxEdit, field];
}

/** The word of a bold note, up to its colon. */
function noteEdit(
  document: QueueDocument,
  { start, end }: Span,
  status: KnownStatus,
  style: StatusStyle,
): TextEdit {
  const colon = document.text.slice(start, end).indexOf(':');
  return wordsEdit(document, { start, end: colon < 0 ? end : start + colon }, status, style);
}

/** What stands between the brackets of a checkbox line. */
function boxOf({ text }: QueueDocument, { line }: Declaration): Span | undefined {
  const match = /^([ \t]*[-*+][ \t]+\[)([^\]\n]{1,3})\]/u.exec(text.slice(line.start, line.end));
  if (!match) return undefined;
  const start = line.start + (match[1] as string).length;
  return { start, end: start + (match[2] as string).length };
}

function bulletEmoji(
  document: QueueDocument,
  { id, status: now }: Declaration,
  status: KnownStatus,
  style: StatusStyle,
): readonly TextEdit[] | Refusal {
  const emoji = style.emoji(status);
  if (!now.text || statusOfEmoji(emoji) !== status)
    return refused(
      `\`${id.value}\` is only a bullet with an emoji, and no emoji says ${status}. Give the task a heading of its own.`,
    );
  const { span } = now.text;
  return [
    {
      uri: document.uri,
      span,
      expected: document.text.slice(span.start, span.end),
      newText: emoji,
    },
  ];
}

function cellStatus(
  document: QueueDocument,
  declaration: Declaration,
  status: KnownStatus,
  style: StatusStyle,
): readonly TextEdit[] | Refusal {
  const { status: now, line, id } = declaration;
  if (now.text) return [wordsEdit(document, now.text.span, status, style)];
  const cells = rowCellsAt(document.text, line);
  const at = cells?.header.findIndex((name) => name.toLowerCase() === 'status') ?? -1;
  const cell = cells?.cells[at];
  return cell
    ? [cellEdit(document, cell, style.word(status))]
    : refused(`The table of \`${id.value}\` has no Status column.`);
}
