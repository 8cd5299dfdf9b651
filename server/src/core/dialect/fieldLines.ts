/** Reading `Key: value` lines in all their notations (dialect 2.3, rules F2, F4, F5). */
import type { Field } from '../model/field';
import type { Span, Spanned } from '../model/span';
import type { PartLine } from '../parse/parts';
import { fieldKeyOf, isCoreKey } from './fieldKeys';
import { spannedSlice } from './spannedSlice';

export interface LineField {
  readonly field: Field;
  readonly notation: 'bold' | 'bulleted-bold' | 'bulleted-plain' | 'plain';
}

/** `**Key:** v` and `**Key**: v`; the key may hold blanks, slashes, hyphens and a short note in parentheses. */
const boldField = /^\*\*([^*:|\n]{1,60}?)(?::\*\*|\*\*[ \t]*:)(?!\*)/;
const plainField = /^([A-Za-z][A-Za-z0-9 /-]{0,30}?):(?:[ \t]+|$)/;

/**
 * The fields among `lines`, in order, with the bullets below an empty value. Only lines in column 0 count,
 * unless `indent` asks for those of an indented block.
 */
export function fieldsOf(
  text: string,
  lines: readonly PartLine[],
  indented = false,
): readonly LineField[] {
  const found: LineField[] = [];
  let plainAllowed = !indented;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as PartLine;
    if (line.kind === 'blank') continue;
    const read =
      line.kind === 'text' && line.indent > 0 === indented
        ? readLine(text, line, plainAllowed)
        : [];
    const usable = indented ? read.filter((f) => f.notation === 'bulleted-bold') : read;
    // A plain `Key: v` counts only in the run right below the heading; a key that is none of ours does not end the run.
    if (line.indent === 0) plainAllowed &&= isPlain(text, line);
    usable.forEach((f, at) =>
      found.push(
        at === usable.length - 1
          ? withItems(text, f, line, lines.slice(i + 1, i + 1 + maxItems))
          : f,
      ),
    );
  }
  return found;
}

function isPlain(text: string, line: PartLine): boolean {
  return (
    line.kind === 'text' &&
    line.marker === 'none' &&
    plainField.test(text.slice(line.contentStart, line.end))
  );
}

/** A list below a field longer than this is prose. */
const maxItems = 200;

function readLine(text: string, line: PartLine, plainAllowed: boolean): readonly LineField[] {
  const content = text.slice(line.contentStart, line.end);
  const whole: Span = { start: line.start, end: line.end };
  if (line.marker === 'number') return [];
  const bold = boldField.exec(content);
  if (bold) return splitBold(text, line, whole);
  const plain = plainField.exec(content);
  const key = plain ? fieldKeyOf(plain[1] as string) : 'other';
  if (!plain || !isCoreKey(key)) return [];
  if (line.marker === 'none' && !plainAllowed) return [];
  const name = spannedSlice(
    text,
    line.contentStart,
    line.contentStart + (plain[1] as string).length,
  );
  const value = spannedSlice(text, line.contentStart + plain[0].length, line.end);
  return [
    {
      field: { key, name, value, line: whole, items: [], direct: true },
      notation: line.marker === 'none' ? 'plain' : 'bulleted-plain',
    },
  ];
}

/** `**A:** x | **B:** y` on one line are two fields. */
function splitBold(text: string, line: PartLine, whole: Span): readonly LineField[] {
  const notation = line.marker === 'none' ? 'bold' : 'bulleted-bold';
  const fields: LineField[] = [];
  let at = line.contentStart;
  while (at < line.end) {
    const bold = boldField.exec(text.slice(at, line.end));
    if (!bold) break;
    const nameStart = at + 2;
    const valueStart = at + bold[0].length;
    const next = /[ \t]\|[ \t]+(?=\*\*[^*:|]{1,60}?(?::\*\*|\*\*[ \t]*:))/.exec(
      text.slice(valueStart, line.end),
    );
    const end = next ? valueStart + next.index : line.end;
    const name = spannedSlice(text, nameStart, nameStart + (bold[1] as string).length);
    fields.push({
      field: {
        key: fieldKeyOf(name.value),
        name,
        value: spannedSlice(text, valueStart, end),
        line: whole,
        items: [],
        direct: true,
      },
      notation,
    });
    if (!next) break;
    at = end + next[0].length;
  }
  return fields;
}

/** The bullets that belong to a field: deeper ones, or for an unbulleted field also those in its own column. */
function withItems(
  text: string,
  read: LineField,
  line: PartLine,
  following: readonly PartLine[],
): LineField {
  const items: Spanned<string>[] = [];
  for (const next of following) {
    if (next.kind === 'blank' && items.length === 0) continue;
    if (next.kind !== 'text' || next.marker === 'none') break;
    const deeper =
      next.indent > line.indent || (line.marker === 'none' && next.indent === line.indent);
    if (!deeper || (next.indent === line.indent && readLine(text, next, false).length > 0)) break;
    items.push(spannedSlice(text, next.contentStart, next.end));
  }
  return items.length === 0 ? read : { ...read, field: { ...read.field, items } };
}
