/** Which phases a task belongs to (dialect 3.7, P1). */
import type { Field } from '../model/field';
import { phasesOfTitle } from './phaseList';

/**
 * From the Phase field, else from `Parent: Phase N`, else from the nearest heading that names some. What surrounds a
 * phase in turn, such as a wave around stages or `Phase 2` around `Phase 2.1`, comes behind. `headings` are those
 * around the task, nearest first.
 */
export function phaseKeysOf(
  fields: readonly Field[],
  headings: readonly (readonly string[])[],
): readonly string[] {
  const value = fields.find((f) => f.key === 'phase')?.value.value ?? '';
  const parent = fields.find((f) => f.key === 'parent')?.value.value ?? '';
  const own = [phasesOfValue(value), phasesOfTitle(parent)].find((keys) => keys.length > 0) ?? [];
  return headings.reduce(
    (inner, outer) => [...inner, ...outer.filter((key) => surrounds(key, inner))],
    own,
  );
}

/** A heading of another number does not count beside the own one: it names where the task is listed. */
function surrounds(key: string, inner: readonly string[]): boolean {
  const [word = ''] = key.split(' ');
  const rivals = inner.filter((one) => one.startsWith(`${word} `));
  return (
    rivals.length === 0 ||
    (!rivals.includes(key) && rivals.every((one) => one.startsWith(`${key}.`)))
  );
}

/** `Phase 1, Category 2`, `p10 (Servers)`, `2`. */
function phasesOfValue(value: string): readonly string[] {
  const named = phasesOfTitle(value);
  if (named.length > 0) return named;
  const bare = /^[*_`]*p?(\d+(?:\.\d+)*)\b/i.exec(value)?.[1];
  return bare === undefined ? [] : [`phase ${bare}`];
}
