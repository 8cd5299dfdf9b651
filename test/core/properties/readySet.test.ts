// What can run and what runs, against a plain second implementation, in random queues.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statuses } from '../../../server/src/core/model/status';
import { checkProperty, patience } from '../../support/properties';
import { scheduleIn } from '../../support/schedule';
import { keyOf, shown, taskText, workspaceOf } from '../../support/workspace';

test('random queues against a plain reckoning', patience, () => {
  const size = 6;
  const ids = Array.from({ length: size }, (_, i) => `n-${i}`);
  const queue = fc.record({
    given: fc.array(fc.constantFrom(...statuses), { minLength: size, maxLength: size }),
    edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size)), { maxLength: 10 }),
    soft: fc.boolean(),
  });
  checkProperty(
    'ready sets',
    80,
    fc.property(queue, ({ given, edges, soft }) => {
      const targets = (i: number) => edges.flatMap(([from, to]) => (from === i ? [to] : []));
      const a = ids
        .map((id, i) =>
          taskText(id, {
            Status: given[i] ?? 'pending',
            'Depends On':
              targets(i)
                .map((to) => ids[to] ?? 'gone-9')
                .join(', ') || 'None',
          }),
        )
        .join('');
      const { ready, notReady, inProgress } = scheduleIn(
        workspaceOf({ a }, { softDoneMeetsDependency: soft }),
      );
      const isMet = (to: number) =>
        ['complete', 'validated', ...(soft ? ['self-validated', 'needs-validation'] : [])].includes(
          given[to] ?? 'unknown',
        );
      // A task on a cycle is pending and waits for another pending one, except where it is done already.
      const onRing = (start: number): boolean => {
        const seen = new Set<number>();
        const walk = (at: number): boolean =>
          targets(at).some((to) => {
            if (to === start) return true;
            if (to >= size || seen.has(to)) return false;
            seen.add(to);
            return walk(to);
          });
        return walk(start);
      };
      const plain = ids.filter(
        (_, i) => given[i] === 'pending' && targets(i).every(isMet) && !onRing(i),
      );
      expect(shown(ready)).toEqual(plain.map((id) => `a#${id}`));
      expect(shown(inProgress)).toEqual(
        ids.flatMap((id, i) => (given[i] === 'in-progress' ? [`a#${id}`] : [])),
      );
      const waiting = ids.filter(
        (id, i) =>
          !plain.includes(id) &&
          !['in-progress', 'complete', 'validated', 'cancelled'].includes(given[i] ?? ''),
      );
      expect([...notReady.keys()]).toEqual(waiting.map((id) => keyOf('a', id)));
      for (const reasons of notReady.values()) expect(reasons.length).toBeGreaterThan(0);
    }),
  );
});
