/** Where the status of a declaration comes from, in order (dialect 3.5, S2). */
import type { HeadingMark, TaskStatus } from '../model/declaration';
import type { Field } from '../model/field';
import type { Spanned } from '../model/span';
import { readStatus } from './statusLexicon';

const date = /\b\d{4}-\d{1,2}-\d{1,2}\b/;
/** "Completed", "Archived (February)", "Phase 1 - complete ✅"; not "Complete the import". */
const finishedSection = /\b(?:completed|archived)\b|\b(?:complete|archive)\P{L}*$/iu;

/** The status of a value that is there: known, or `unknown` with its words. */
export function statusOfValue(value: Spanned<string>, source: 'field' | 'cell'): TaskStatus {
  const { status, qualifier } = readStatus(value.value);
  return {
    value: status ?? 'unknown',
    source,
    text: value,
    ...(qualifier === undefined ? {} : { qualifier }),
  };
}

/** Field, else heading mark, else a Completed date, else a section called Completed or Archived, else unknown. */
export function statusOfTask(
  fields: readonly Field[],
  mark: HeadingMark | undefined,
  sections: readonly string[],
): TaskStatus {
  const field = fields.find((f) => f.key === 'status' && f.direct && f.value.value !== '');
  if (field) return statusOfValue(field.value, 'field');
  if (mark)
    return {
      value: mark.claims ?? mark.fallback,
      source: 'mark',
      text: { value: mark.emoji, span: mark.span },
    };
  const completed = fields.find((f) => f.key === 'completed' && date.test(f.value.value));
  if (completed) return { value: 'complete', source: 'completed', text: completed.value };
  if (sections.some((title) => finishedSection.test(title)))
    return { value: 'complete', source: 'section' };
  return { value: 'unknown', source: 'none' };
}
