// What is best taken out of a knot: against trying everything, on every small graph.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cheapestCut, type KnotLink } from '../../../server/src/core/plan/cheapestCut';
import { checkProperty, patience } from '../../support/properties';
import { everyArrows, reachOf } from '../../support/smallPlans';

function leftOnCycles(size: number, links: readonly KnotLink[]): number {
  const targets: number[][] = Array.from({ length: size }, () => []);
  for (const { from, targets: to } of links) targets[from]?.push(...to);
  const reach = reachOf(targets);
  return targets.filter((_, at) => reach[at]?.[at]).length;
}

function check(size: number, links: readonly KnotLink[]): void {
  const cut = cheapestCut(size, links);
  const all = links.map((link) => ({
    link,
    left: leftOnCycles(
      size,
      links.filter((each) => each !== link),
    ),
    lost: link.targets.length,
    reach: Math.max(...link.targets.map((to) => to - link.from)),
  }));
  const best = all.sort((a, b) => a.left - b.left || a.lost - b.lost || b.reach - a.reach)[0];
  expect(cut && { link: cut.link, left: cut.left }).toEqual(
    best && { link: best.link, left: best.left },
  );
}

test('every graph of up to four tasks', patience, () => {
  for (let size = 0; size <= 4; size++)
    for (const targets of everyArrows(size))
      check(
        size,
        targets.flatMap((own, from) => own.map((to) => ({ from, targets: [to] }))),
      );
});

test('references to whole groups and to the task itself', patience, () => {
  const link = fc.record({
    from: fc.nat(6),
    targets: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 4 }),
  });
  checkProperty(
    'cut',
    300,
    fc.property(fc.array(link, { maxLength: 14 }), (links) => {
      check(7, links);
    }),
  );
});

test('the reference to what stands further down goes first', () => {
  // 0 waits for 2, which waits for 1, which waits for 0: tasks are written in the order they are to be done.
  const links = [
    { from: 0, targets: [2] },
    { from: 1, targets: [0] },
    { from: 2, targets: [1] },
  ];
  expect(cheapestCut(3, links)).toEqual({ link: { from: 0, targets: [2] }, left: 0 });
});
