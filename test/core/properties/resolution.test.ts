// What a reference means (dialect 3.6), against a plain second implementation.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkProperty, patience } from '../../support/properties';
import { told } from '../../support/resolutions';
import { taskText, uriOf, workspaceOf } from '../../support/workspace';

test('the ladder against a second implementation, on random ids in two queues', patience, () => {
  const word = fc.constantFrom('a', 'b', 'p1', 'x2');
  const id = fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => words.join('-'));
  const queue = fc.uniqueArray(id, { minLength: 1, maxLength: 5 });
  const wanted = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('-'));
  const step = (ids: readonly string[], fits: (id: string) => boolean) => ids.filter(fits);
  const plain = (own: readonly string[], other: readonly string[], ref: string): string => {
    const ladder: readonly (readonly [string, (id: string) => boolean])[] = [
      ['exact', (i) => i === ref],
      ['prefix', (i) => i.startsWith(`${ref}-`)],
      ['suffix', (i) => i.endsWith(`-${ref}`)],
      ['infix', (i) => i.includes(`-${ref}-`)],
    ];
    for (const [name, ids] of [['a', own] as const, ['b', other] as const]) {
      for (const [how, fits] of ladder) {
        const hits = step(ids, fits).map((i) => `${name}#${i}`);
        if (hits.length === 1) return `${how} ${hits.join()}`;
        if (hits.length > 1) return `ambiguous: ${hits.join(' ')}`;
      }
    }
    return 'unresolved';
  };
  checkProperty(
    'the ladder',
    150,
    fc.property(queue, queue, wanted, (own, other, ref) => {
      const state = workspaceOf({
        a: own.map((i) => taskText(i)).join(''),
        b: other.map((i) => taskText(i)).join(''),
      });
      expect(told(state.index.resolve(uriOf('a'), ref))).toBe(plain(own, other, ref));
    }),
  );
});
