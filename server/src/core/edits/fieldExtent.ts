/** How far a field reaches: its line, the lines its value goes on in, and the list below it. */
import type { Declaration } from '../model/declaration';
import type { Field } from '../model/field';
import { isBlankLine, nextLine } from './lines';

const block =
  /^(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}(?:[ \t]|$)|>|\||`{3,}|~{3,}|[-*_=]{3,}[ \t]*$|<!--)/;

/** Where the last line that belongs to the field ends. */
export function fieldEnd(text: string, declaration: Declaration, field: Field): number {
  let { end } = field.line;
  const lastItem = field.items.at(-1)?.span.start ?? -1;
  const starts = new Set(declaration.fields.map((f) => f.line.start));
  for (let line = nextLine(text, end); line; line = nextLine(text, line.end)) {
    if (line.start > lastItem) {
      if (isBlankLine(text, line) || starts.has(line.start)) break;
      if (line.start >= declaration.block.end || block.test(text.slice(line.start, line.end)))
        break;
      // Text that merely stands below an unbulleted field is a paragraph of its own to whoever wrote it.
      const goesOn = /^[ \t]/.test(text.slice(line.start, line.end)) || isBulleted(text, field);
      if (!goesOn) break;
    }
    end = line.end;
  }
  return end;
}

function isBulleted(text: string, field: Field): boolean {
  return /^[ \t]*[-*+][ \t]/.test(text.slice(field.line.start, field.line.end));
}
