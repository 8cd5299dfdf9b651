// Edits of real queues: what is made reads back as asked for, what is not made says why; then thousands of generated ones.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQueue } from '../../server/src/core/dialect/readQueue';
import { defaultOptions } from '../../server/src/core/options';
import { operation } from '../core/edits/editOperation';
import { checkEdit, editCase, fairRefusal } from '../core/edits/editProperty';
import { checkProperty, longPatience } from '../support/properties';
import { allCorpusQueues, corpusTest, sayWhatDidNotRun } from '../support/sharedCorpus';

// All ten thousand take minutes: `.ci/run` makes them, `npm test` a tenth of them.
const generatedEdits = process.env['PROACTIVE_JOBS_REQUIRE_SHARED'] === '1' ? 10_000 : 1_000;

test('thousands of edits of generated queues', longPatience, () => {
  const unfair = new Set<string>();
  checkProperty(
    'edits of generated queues',
    generatedEdits,
    fc.property(editCase, (one) => {
      const outcome = checkEdit(one);
      if (outcome !== 'done' && !fairRefusal.test(outcome)) unfair.add(outcome);
    }),
  );
  expect([...unfair]).toEqual([]);
});

corpusTest('edits of every real queue', () => {
  const queues = allCorpusQueues().flatMap(({ text }) => {
    const { declarations } = readQueue('file:///w/PROACTIVE-JOBS.md', text, defaultOptions);
    const ids = [...new Set(declarations.map((d) => d.id.value))];
    return ids.length === 0 ? [] : [{ text, ids }];
  });
  const outcomes = new Map<string, number>();
  const one = fc.tuple(fc.constantFrom(...queues), operation);
  checkProperty(
    'edits of real queues',
    500,
    fc.property(one, (edit) => {
      const outcome = checkEdit(edit);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }),
  );
  for (const [outcome, count] of [...outcomes].sort((a, b) => b[1] - a[1]))
    console.log(`${count} ${outcome}`);
});

sayWhatDidNotRun();
