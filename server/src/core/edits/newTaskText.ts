/** The words of a new task, in the form and notation of the task it is to stand beside. */
import { fieldKeyOf } from '../dialect/fieldKeys';
import { statusOfEmoji } from '../dialect/statusLexicon';
import type { Declaration } from '../model/declaration';
import type { FieldKey } from '../model/field';
import type { QueueDocument } from '../model/queueDocument';
import { boxNotation, fieldLine, fileNotation, notationOf, recordCell } from './fieldNotation';
import { fieldNameOf, type KnownStatus, statusStyleOf } from './fileStyle';
import { eolOf, isBlankLine, nextLine } from './lines';
import { boxFor } from './statusEdits';
import { rowCellsAt } from './tableCells';
import { type Refusal, refused } from './textEdit';

export interface NewTask {
  readonly id: string;
  readonly title?: string;
  readonly status: KnownStatus;
  /** Further fields in the order they are to be written; Status is none of them. */
  readonly fields: readonly {
    readonly key: FieldKey;
    readonly name?: string;
    readonly value: string;
  }[];
}

/** The lines without a break at the end. `like` is the neighbour; `level` counts for headings only. */
export function newTaskText(
  document: QueueDocument,
  task: NewTask,
  like: Declaration | undefined,
  level: number,
): string | Refusal {
  switch (like?.form) {
    case undefined:
    case 'heading':
    case 'task-heading':
    case 'task-id-field':
      return headingText(document, task, like?.form === 'task-id-field' ? undefined : like, level);
    case 'checkbox':
      return checkboxText(document, task, like);
    case 'pipe-record':
      return recordText(document, task);
    case 'table-row':
      return rowText(document, task, like);
    case 'status-bullet':
      return bulletText(document, task, like);
  }
}

interface NamedField {
  readonly name: string;
  readonly value: string;
}

function namedFields(document: QueueDocument, { fields }: NewTask): readonly NamedField[] {
  return fields.map(({ key, name, value }) => ({
    name: name ?? fieldNameOf(document, key) ?? key,
    value,
  }));
}

function headingText(
  document: QueueDocument,
  task: NewTask,
  like: Declaration | undefined,
  level: number,
): string {
  const { text } = document;
  const eol = eolOf(text);
  const style = statusStyleOf(document);
  const own = like?.fields.filter((f) => f.direct) ?? [];
  const notation = own[0] ? notationOf(text, own[0], own) : fileNotation(document);
  const mark = style.marksHeadings(task.status) === true ? ` ${style.emoji(task.status)}` : '';
  const prefix = like?.form === 'task-heading' ? 'TASK: ' : '';
  const title = task.title === undefined ? '' : separatorOf(document, like) + task.title;
  const below = like && nextLine(text, like.line.end);
  const gap = below && own[0] && isBlankLine(text, below) ? eol : '';
  const lines = [
    { name: fieldNameOf(document, 'status') ?? 'Status', value: style.word(task.status) },
    ...namedFields(document, task),
  ].map(({ name, value }) => fieldLine(notation, name, value));
  return `${'#'.repeat(level)} ${prefix}${task.id}${title}${mark}${eol}${gap}${lines.join(eol)}`;
}

const separators: Readonly<Partial<Record<Declaration['form'], string>>> = {
  'task-heading': ' - ',
  checkbox: ' - ',
};

/** What stands between id and title in the neighbour, else in another task of its form, else usually. */
function separatorOf({ text, declarations }: QueueDocument, like: Declaration | undefined): string {
  for (const { form, id, title } of like ? [like, ...declarations] : declarations) {
    if (!title || (like && form !== like.form) || title.span.start < id.span.end) continue;
    const between = text.slice(id.span.end, title.span.start);
    if (/^(?::[ \t]*|[ \t]+[-–—][ \t]+|[ \t]*[—–][ \t]*)$/.test(between)) return between;
  }
  return (like && separators[like.form]) ?? ': ';
}

function checkboxText(document: QueueDocument, task: NewTask, like: Declaration): string {
  const { text } = document;
  const eol = eolOf(text);
  const style = statusStyleOf(document);
  const marker = /^[-*+][ \t]+/.exec(text.slice(like.line.start, like.line.end))?.[0] ?? '- ';
  const box = boxFor(task.status, style, ' ');
  const saysIt = task.status === 'pending' || box !== ' ';
  const notation = boxNotation(document);
  const fields = [
    ...(saysIt
      ? []
      : [{ name: fieldNameOf(document, 'status') ?? 'Status', value: style.word(task.status) }]),
    ...namedFields(document, task),
  ].map(({ name, value }) => fieldLine(notation, name, value));
  const title = task.title === undefined ? '' : separatorOf(document, like) + task.title;
  return [`${marker}[${box}] ${task.id}${title}`, ...fields].join(eol);
}

function recordText(document: QueueDocument, task: NewTask): string | Refusal {
  const fields = namedFields(document, task);
  if ([task.title ?? '', ...fields.map((f) => f.value)].some((v) => v.includes('|')))
    return refused('A value in a record cannot hold a `|`.');
  const cells = fields.map(({ name, value }) => recordCell(document, name, value));
  const title = task.title === undefined && cells.length === 0 ? [] : [task.title ?? ''];
  return [task.id, statusStyleOf(document).word(task.status), ...title, ...cells].join('|');
}

function rowText(document: QueueDocument, task: NewTask, like: Declaration): string | Refusal {
  const row = rowCellsAt(document.text, like.line);
  if (!row) return refused('The table has no header.');
  const values = row.header.map(() => '');
  const put = (value: string, isMeant: (name: string) => boolean): boolean => {
    const at = row.header.findIndex((name, i) => i > 0 && isMeant(name));
    if (at > 0) values[at] = value;
    return at > 0;
  };
  values[0] = task.id;
  const wanted: [string, (name: string) => boolean, string][] = task.fields.map((f) => [
    f.value,
    (name) => (f.key === 'other' ? name === f.name : fieldKeyOf(name) === f.key),
    f.name ?? f.key,
  ]);
  if (task.title !== undefined)
    wanted.unshift([
      task.title,
      (n) => ['title', 'description'].includes(fieldKeyOf(n)),
      'the title',
    ]);
  const hasStatus = put(
    statusStyleOf(document).word(task.status),
    (n) => fieldKeyOf(n) === 'status',
  );
  if (!hasStatus && task.status !== 'pending') return refused('The table has no Status column.');
  for (const [value, isMeant, name] of wanted) {
    if (value.includes('|')) return refused('A value in a table cannot hold a `|`.');
    if (!put(value, isMeant)) return refused(`The table has no column for ${name}.`);
  }
  return `| ${values.join(' | ')} |`;
}

function bulletText(document: QueueDocument, task: NewTask, like: Declaration): string | Refusal {
  const emoji = statusStyleOf(document).emoji(task.status);
  if (statusOfEmoji(emoji) !== task.status || task.fields.length > 0)
    return refused('The tasks there are bullets with an emoji, which cannot say all this.');
  const marker =
    /^[-*+][ \t]+/.exec(document.text.slice(like.line.start, like.line.end))?.[0] ?? '- ';
  return `${marker}${emoji} ${task.id}${task.title === undefined ? '' : `: ${task.title}`}`;
}
