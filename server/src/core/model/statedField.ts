/** What a task says in its fields, where the value says anything at all (dialect 3.10: `-` is empty). */
import type { Declaration } from './declaration';
import type { Field, FieldKey } from './field';

const nothing = /^[-–—*_`\s]*$/;
const nobody = /^[*_`\s]*(?:none|n\/a|tbd|unassigned|nobody)\b/i;

/** True for a value that stands for none: empty or mere dashes; in a Worker field also `none`, `TBD` and the like. */
export function saysNothing({ key, value }: Field): boolean {
  return nothing.test(value.value) || (key === 'worker' && nobody.test(value.value));
}

/** The first field of that meaning that says something; nothing where none does. */
export function statedField(declaration: Declaration, key: FieldKey): Field | undefined {
  return declaration.fields.find((field) => field.key === key && !saysNothing(field));
}

/** As {@link statedField}: its value as written. */
export function statedWords(declaration: Declaration, key: FieldKey): string | undefined {
  return statedField(declaration, key)?.value.value;
}
