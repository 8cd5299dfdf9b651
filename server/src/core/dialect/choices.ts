/** Which references are alternatives of each other: `a-1 or b-2`, `one of a-1, b-2` (dialect 3.6, beside G1). */
import type { Reference } from '../model/reference';
import type { ReadItem } from './referenceItem';
import { choiceWordOf, isJoined } from './referenceWords';

export interface ChoiceItem extends ReadItem {
  readonly text: string;
  /** Behind a `;`, which ends every list of alternatives. */
  readonly isApart: boolean;
}

interface Run {
  readonly opener: 'either' | 'one of' | undefined;
  readonly references: Reference[];
  readonly joins: ('and' | 'or' | 'comma')[];
}

/**
 * The references of all items, alternatives marked. `or` joins the two that it stands between; a list with commas is one
 * of alternatives only behind "one of" or "either". Where "and" is mixed in, nobody can tell what belongs together: then
 * all are waited for.
 */
export function withChoices(items: readonly ChoiceItem[]): readonly Reference[] {
  const runs: Run[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    const word = choiceWordOf(item.text);
    const join = last && !item.isApart ? joinOf(last, item.text, word) : undefined;
    if (last && join) append(last, item, join);
    else
      runs.push({
        opener: word === 'or' ? undefined : word,
        references: [...item.references],
        joins: [...item.joins],
      });
  }
  return runs.flatMap(marked);
}

function joinOf(
  { opener, joins }: Run,
  text: string,
  word: ReturnType<typeof choiceWordOf>,
): 'or' | 'comma' | undefined {
  if (word === 'or') return 'or';
  if (word !== undefined || isJoined(text)) return undefined;
  return opener === 'one of' || (opener === 'either' && !joins.includes('or'))
    ? 'comma'
    : undefined;
}

function append(run: Run, { references, joins }: ReadItem, join: 'or' | 'comma'): void {
  if (references.length === 0) return;
  if (run.references.length > 0) run.joins.push(join);
  run.references.push(...references);
  run.joins.push(...joins);
}

function marked({ opener, references, joins }: Run): readonly Reference[] {
  // "one of Phase 2" asks for less than the phase, and what it asks for no reading can say.
  if (opener === 'one of' && references.length === 1 && references[0]?.kind !== 'id') return [];
  const isChoice =
    references.length > 1 &&
    (opener === 'one of' || joins.includes('or')) &&
    !joins.includes('and') &&
    references.every(({ phases }) => (phases?.length ?? 1) === 1);
  return isChoice
    ? references.map((one, at) => ({ ...one, either: at === 0 ? 'first' : 'or' }))
    : references;
}
