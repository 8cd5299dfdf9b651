/** Which dependency of a knot of tasks is best taken out, so that the fewest are left waiting in a ring. */
import { strongComponents } from './strongComponents';

/** One thing a task waits for as it is written: a task, or a whole group with all its targets. */
export interface KnotLink {
  readonly from: number;
  readonly targets: readonly number[];
}

export interface Cut {
  readonly link: KnotLink;
  /** How many nodes still stand on a cycle without it. */
  readonly left: number;
}

/** Trying out a link costs as much as there are links; a knot of thousands tries only the first ones. */
const mostSteps = 2_000_000;

/**
 * The link whose removal leaves the fewest nodes on a cycle; of several the one that takes the fewest dependencies with
 * it, then the one that reaches furthest forward in the file, for people write down first what comes first; then the
 * first. Links in file order; targets outside of the knot do not matter. Nothing without links.
 */
export function cheapestCut(size: number, links: readonly KnotLink[]): Cut | undefined {
  const weight = links.reduce((sum, { targets }) => sum + 1 + targets.length, 0);
  const tried = links.slice(0, Math.max(1, Math.floor(mostSteps / Math.max(1, weight))));
  let best: Cut | undefined;
  for (const link of tried) {
    const cut = { link, left: onCycle(size, links, link) };
    if (best === undefined || isBetter(cut, best)) best = cut;
  }
  return best;
}

function isBetter(a: Cut, b: Cut): boolean {
  const left = a.left - b.left;
  const lost = a.link.targets.length - b.link.targets.length;
  return (left || lost || reach(b.link) - reach(a.link)) < 0;
}

function reach({ from, targets }: KnotLink): number {
  return targets.reduce((furthest, target) => Math.max(furthest, target - from), -Infinity);
}

function onCycle(size: number, links: readonly KnotLink[], without: KnotLink): number {
  const targets: number[][] = Array.from({ length: size }, () => []);
  for (const link of links)
    if (link !== without) for (const to of link.targets) targets[link.from]?.push(to);
  return strongComponents(targets)
    .members.filter(([at = -1, second]) => second !== undefined || targets[at]?.includes(at))
    .reduce((sum, members) => sum + members.length, 0);
}
