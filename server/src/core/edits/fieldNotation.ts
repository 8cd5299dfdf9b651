/** How field lines are written: what stands before the name, between name and value, and at the end of the line. */
import type { Field } from '../model/field';
import type { QueueDocument } from '../model/queueDocument';

export interface Notation {
  readonly before: string;
  readonly between: string;
  /** The two blanks of a hard line break, where the file ends its fields so. */
  readonly after: string;
}

/** The notation of one field; `all` are its neighbours, of which the first on its line begins it. */
export function notationOf(text: string, field: Field, all: readonly Field[]): Notation {
  const first = all.find((f) => f.line.start === field.line.start) ?? field;
  const line = text.slice(first.line.start, first.line.end);
  const between = /^(?::\*\*|\*\*[ \t]*:|:)/.exec(text.slice(field.name.span.end))?.[0] ?? ':**';
  return {
    before: text.slice(first.line.start, first.name.span.start),
    between: `${between} `,
    after: /\S( {2,})$/.exec(line)?.[1] ?? '',
  };
}

/** The notation of the file's headings, else our own. */
export function fileNotation(document: QueueDocument): Notation {
  for (const { form, fields } of document.declarations) {
    const own = fields.filter((f) => f.direct);
    const [first] = own;
    if (first && (form === 'heading' || form === 'task-heading'))
      return notationOf(document.text, first, own);
  }
  return { before: '- **', between: ':** ', after: '' };
}

/** The notation of fields below the file's checkboxes, else our own. */
export function boxNotation(document: QueueDocument): Notation {
  const model = document.declarations.find((d) => d.form === 'checkbox' && d.fields[0])?.fields[0];
  return model
    ? notationOf(document.text, model, [model])
    : { before: '  - **', between: ':** ', after: '' };
}

/** One line in that notation, without its break. Indenting it is up to `before`. */
export function fieldLine(
  { before, between, after }: Notation,
  name: string,
  value: string,
): string {
  return `${before}${name}${between}${value}${after}`;
}

/** A keyed cell of a record, bold where the file's records are. */
export function recordCell(
  { text, declarations }: QueueDocument,
  name: string,
  value: string,
): string {
  const example = declarations.find((d) => d.form === 'pipe-record' && d.fields[0])?.fields[0];
  const isBold = example !== undefined && text.charAt(example.name.span.start - 1) === '*';
  return isBold ? `**${name}:** ${value}` : `${name}: ${value}`;
}
