/** Which phase a task belongs to (dialect 3.7, P1). */
import type { Field } from '../model/field';
import { phaseOfTitle } from './headingLine';

/** From the Phase field, else from `Parent: Phase N`, else from the nearest heading that names one; lower case. */
export function phaseKeyOf(
  fields: readonly Field[],
  headings: readonly (string | undefined)[],
): string | undefined {
  const value = fields.find((f) => f.key === 'phase')?.value.value;
  const parent = fields.find((f) => f.key === 'parent')?.value.value;
  return (
    (value && phaseOfValue(value)) ??
    (parent && phaseOfTitle(parent)) ??
    headings.find((phase) => phase !== undefined)
  );
}

/** `Phase 1, Category 2`, `p10 (Servers)`, `2`. */
function phaseOfValue(value: string): string | undefined {
  const bare = /^[*_`]*p?(\d+(?:\.\d+)*)\b/i.exec(value)?.[1];
  return phaseOfTitle(value) ?? (bare === undefined ? undefined : `phase ${bare}`);
}
