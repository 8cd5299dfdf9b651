// Edits of generated queues, 40 here; thousands with PROACTIVE_JOBS_RUNS and in test/corpus: see `../edits/editProperty.ts`.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkProperty } from '../../support/properties';
import { checkEdit, editCase, fairRefusal } from '../edits/editProperty';

test('an edit does what was asked for and nothing else', { timeout: 600_000 }, () => {
  const outcomes = new Map<string, number>();
  checkProperty(
    'edits of generated queues',
    40,
    fc.property(editCase, (one) => {
      const outcome = checkEdit(one);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }),
  );
  const refusals = [...outcomes.keys()].filter((outcome) => outcome !== 'done');
  expect(refusals.filter((why) => !fairRefusal.test(why))).toEqual([]);
  const all = [...outcomes.values()].reduce((sum, n) => sum + n, 0);
  console.log(
    `${outcomes.get('done') ?? 0} of ${all} edits were made, the others refused with a reason`,
  );
  expect(outcomes.get('done')).toBeGreaterThan(0);
});
