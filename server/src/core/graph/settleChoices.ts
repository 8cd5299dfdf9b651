/** Alternatives: of a choice the one that is furthest decides, and what it spares is no longer waited for. */
import { groupBy } from '../groupBy';
import type { OutlineReference } from '../index/outlineFacts';
import type { Dependency } from './graphModel';

/** How far an alternative is; 0 where nobody can tell. */
function rankOf({ fulfilment, resolution }: Dependency): number {
  if (fulfilment === 'met') return 3;
  if (fulfilment === 'soft') return 2;
  const hasGaps = resolution.kind === 'group' && (resolution.gaps?.length ?? 0) > 0;
  return fulfilment === 'unmet' && !hasGaps ? 1 : 0;
}

/**
 * The dependencies of one declaration, one for each of its references, every choice settled. Those that nothing is known
 * of do not hinder the others, and keep what they resolved to, so that it can be told.
 */
export function settleChoices(
  references: readonly OutlineReference[],
  dependencies: readonly Dependency[],
): readonly Dependency[] {
  if (!references.some((r) => r.either)) return dependencies;
  let first = 0;
  const choices = groupBy(dependencies, ({ reference }) => {
    if (references[reference]?.either !== 'or') first = reference;
    return first;
  });
  return [...choices.values()].flatMap((choice) => {
    if (choice.length < 2) return choice;
    const best = Math.max(...choice.map(rankOf));
    const number = choice[0]?.reference ?? 0;
    return choice.map((one): Dependency => {
      const rank = rankOf(one);
      if (rank === best) return { ...one, choice: number };
      const settled = { ...one, choice: number, fulfilment: 'met', open: [] } as const;
      return rank === 0
        ? settled
        : { ...settled, resolution: { kind: 'group', how: 'spared', targets: [] } };
    });
  });
}
