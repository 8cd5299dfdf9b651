/** Orders of tasks that a note draws with arrows, `p1-1 → p1-2 → p1-3` (workflow 1.3). */
import { idAtStart, isHyphenPrefix } from '../../dialect/taskId';
import { idsIn } from './noteIds';

/**
 * Ids joined by arrows in one line, in order. Tasks side by side make one chain each: `p1-1 → p1-2, p1-3`. Words
 * before or behind the chain are dropped; words within it mean that it is none.
 */
export function taskChainsIn(content: string): readonly (readonly string[])[] {
  if (!content.includes('→') || /\b(?:renam|alias)/i.test(content)) return [];
  const parts = content.split('→');
  const steps = parts.map((part, n) => (n === 0 ? idsAtEnd(part) : idsAtBegin(part)));
  while (steps[0]?.length === 0) steps.shift();
  while (steps.at(-1)?.length === 0) steps.pop();
  if (steps.length < 2 || steps.some((ids) => ids.length === 0)) return [];
  // What comes twice is a task and what became of it.
  if (new Set(steps.flat()).size < steps.flat().length) return [];
  const [first, second] = steps;
  // `p1-1 → p1-1-login`: the same task by its other name.
  if (steps.length === 2 && first?.some((a) => second?.some((b) => isSameTask(a, b)))) return [];
  const count = steps.reduce((product, ids) => product * ids.length, 1);
  if (count > mostChains) return [];
  return steps.reduce<readonly (readonly string[])[]>(
    (chains, ids) => chains.flatMap((chain) => ids.map((id) => [...chain, id])),
    [[]],
  );
}

/** Nobody can see an order in more than these. */
const mostChains = 12;

function isSameTask(a: string, b: string): boolean {
  return isHyphenPrefix(a.toLowerCase(), b.toLowerCase());
}

const between = /^[*_`~]*(?:[ \t]*(?:,|\/|\+|&)[ \t]*(?:and[ \t]+)?|[ \t]+and[ \t]+)[*_`~]*/i;

/** `p1-2`, `(p1-2, p1-3 in parallel)`; behind them may stand anything. `Monitor p1-1`: one id that ends the part, too. */
function idsAtBegin(part: string): readonly string[] {
  const ids: string[] = [];
  let rest = part.trim().replace(/^[*_`~([]+/, '');
  for (;;) {
    const id = idAtStart(rest);
    if (id === undefined) break;
    ids.push(id);
    rest = rest.slice(id.length);
    const joint = between.exec(rest)?.[0];
    if (joint === undefined) break;
    rest = rest.slice(joint.length);
  }
  return ids.length > 0 ? ids : lastIds(part);
}

/** `Order: p1-1`: before the ids may stand words. Where none ends the part, it may begin with one. */
function idsAtEnd(part: string): readonly string[] {
  const afterLabel = part.replace(/^[^:]*:[*_`]*[ \t]/, '');
  return (
    [lastIds(part), ...[part, afterLabel].map((text) => idsAtBegin(text).slice(0, 1))].find(
      (ids) => ids.length > 0,
    ) ?? []
  );
}

/** The ids that a part ends with. */
function lastIds(part: string): readonly string[] {
  const text = part.trimEnd().replace(/[*_`~)\]]+$/, '');
  const ids: string[] = [];
  let end = text.length;
  for (const { id, start } of [...idsIn(text)].reverse()) {
    const gap = text.slice(start + id.length, end);
    if (ids.length === 0 ? gap !== '' : between.exec(gap)?.[0] !== gap) break;
    ids.unshift(id);
    end = start;
  }
  return ids;
}
