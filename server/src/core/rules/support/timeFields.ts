/** The fields of a task that hold a time. */
import type { Declaration } from '../../model/declaration';
import type { Field } from '../../model/field';

/** Keys whose value is a time whatever it says. */
const timeKeys: ReadonlySet<Field['key']> = new Set<Field['key']>([
  'started',
  'completed',
  'claimed',
  'created',
  'updated',
]);

/** What was done, in a key of the writer's own: `L2 Validated`, `Sent to Validator`, `Respawned`, `Retry Started`. */
const done =
  /\b(?:validat(?:ed|ion|or)|re-?validated|verified|verification|(?:re-?)?(?:spawned|started|assigned|opened|tested|deployed)|fixed|finished|completed|claimed|failed|escalated|abandoned|merged|reviewed|resolved|retried|marked complete)\b/i;

/** What is still to be done may lie ahead: `Validation Due`, `Next Validation`, `Verified By`. */
const ahead =
  /\b(?:due|deadline|eta|estimated?|expected|scheduled?|planned|targets?|next|until|before|by|will|to be|upcoming|expir(?:es|y)|window)\b/i;

/** In file order, those with a time and those whose time cannot be read. */
export function timeFields(declaration: Declaration): readonly Field[] {
  return declaration.fields.filter((field) => timeKeys.has(field.key) || isStamp(field));
}

/** A field of the writer's own that says when something was done: such a key, and a value that begins with a date. */
export function isStamp({ key, name, value }: Field): boolean {
  return (
    key === 'other' &&
    done.test(name.value) &&
    !ahead.test(name.value) &&
    /^[*_`]*\d{4}-/.test(value.value)
  );
}
