/** Where a task writes what it waits for, as far as adding and removing single items needs it. */
import type { Declaration } from '../model/declaration';
import type { Field } from '../model/field';
import type { QueueDocument } from '../model/queueDocument';
import type { Reference } from '../model/reference';
import { holdsSpan } from '../model/span';
import { mostFrequent } from './fileStyle';

const nothing = /^[*_`]*(?:none|n\/a|nil|no|[-–—]+)(?![\w-])/i;

/** True for a value that says there is no dependency. */
export function saysNone(value: string): boolean {
  return nothing.test(value);
}

/** The file's own word for no dependency. */
export function noneWord(document: QueueDocument): string {
  const words = document.declarations.flatMap((d) =>
    d.fields
      .filter((f) => f.key === 'dependencies' && /^(?:none|n\/a|nil|[-–—]+)$/i.test(f.value.value))
      .map((f) => f.value.value),
  );
  return mostFrequent(words) ?? 'None';
}

/** The field that a reference stands in; nothing for one in a sub-section or in the Status. */
export function fieldOfReference(
  { fields }: Declaration,
  { item, via }: Reference,
): Field | undefined {
  if (via === 'status') return undefined;
  return fields.find(
    (f) =>
      f.key === 'dependencies' &&
      (holdsSpan(f.value.span, item) || f.items.some((i) => holdsSpan(i.span, item))),
  );
}

/** References that share the words of another one, as in `a-1 and b-2`: neither can be taken out alone. */
export function sharesWords(references: readonly Reference[], one: Reference): boolean {
  return references.some(
    (r) => r !== one && r.item.start < one.item.end && one.item.start < r.item.end,
  );
}
