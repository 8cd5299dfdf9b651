/** The fields of a task that hold a time. */
import type { Declaration } from '../../model/declaration';
import type { Field } from '../../model/field';

/** Keys whose value is a time whatever it says. */
export const timeKeys: ReadonlySet<Field['key']> = new Set<Field['key']>([
  'started',
  'completed',
  'claimed',
  'created',
  'updated',
]);
/** `L2 Validated`, `Sent to Validator`, `Verified` and their like are stamps, too. */
const stamps = /\b(?:validated|verified|validator|escalated?|assigned at|finished)\b/i;

/** In file order, those with a time and those whose time cannot be read. */
export function timeFields(declaration: Declaration): readonly Field[] {
  return declaration.fields.filter(
    (f) =>
      timeKeys.has(f.key) ||
      (f.key === 'other' && stamps.test(f.name.value) && /^[*_`]*\d{4}-/.test(f.value.value)),
  );
}

/** T2: a stamp this far ahead of the clock is no mistake of a slow watch. */
export const futureTolerance = 30 * 60_000;
