// Compare-and-swap: edits apply to the text they were made for, all or none; rounds of edits compose.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeEdits } from '../../../server/src/core/edits/composeEdits';
import { inSequence } from '../../../server/src/core/edits/inSequence';
import { setField } from '../../../server/src/core/edits/setField';
import { setStatus } from '../../../server/src/core/edits/setStatus';
import { applyEdits, refused, type TextEdit } from '../../../server/src/core/edits/textEdit';
import { checkProperty } from '../../support/properties';
import { contextOf, keyOf, outcome, queueUri } from './editing';

const edit = (start: number, expected: string, newText: string): TextEdit => ({
  uri: queueUri,
  span: { start, end: start + expected.length },
  expected,
  newText,
});

test('edits apply where the expected text stands', () => {
  expect(applyEdits('one two', [edit(4, 'two', '2'), edit(0, 'one', '1')])).toEqual({
    kind: 'text',
    text: '1 2',
  });
});

test.each<[string, readonly TextEdit[], string]>([
  ['another text', [edit(0, 'One', '1')], 'has changed'],
  ['a shorter text', [edit(4, 'twos', '2')], 'has changed'],
  ['an overlap', [edit(0, 'one', '1'), edit(2, 'e t', 'x')], 'overlap'],
])('all are refused for %s', (_name, edits, why) => {
  const result = applyEdits('one two', edits);
  expect(result.kind === 'refused' && result.why).toContain(why);
});

test('rounds of edits compose to one', () => {
  const cut = fc.record({ at: fc.nat(), length: fc.nat(6), words: fc.string({ maxLength: 5 }) });
  checkProperty(
    'composed edits',
    500,
    fc.property(fc.string({ maxLength: 40 }), fc.array(cut, { maxLength: 6 }), (text, cuts) => {
      let current = text;
      const rounds = cuts.map(({ at, length, words }) => {
        const start = at % (current.length + 1);
        const made = edit(start, current.slice(start, start + length), words);
        const applied = applyEdits(current, [made]);
        if (applied.kind === 'text') current = applied.text;
        return [made];
      });
      const composed = composeEdits(queueUri, text, rounds);
      expect(applyEdits(text, composed)).toEqual({ kind: 'text', text: current });
    }),
  );
});

const text = '### a-1\n- **Status:** pending\n- **Model:** x\n';

test('steps see what the ones before did, and come out as one result for the first text', () => {
  const key = keyOf('a-1');
  expect(
    outcome(text, (c) =>
      inSequence(c, 'Start a-1', [
        (d) => setStatus(d, { key, status: 'in-progress' }),
        (d) => setField(d, { key, field: 'worker', value: 's-9' }),
        (d) => setField(d, { key, field: 'started', value: '2026-03-01 12:00 EST' }),
        (d) => setField(d, { key, field: 'worker', value: 's-10' }),
      ]),
    ),
  ).toBe(
    '### a-1\n- **Status:** in-progress\n- **Model:** x\n- **Worker:** s-10\n- **Started:** 2026-03-01 12:00 EST\n',
  );
});

test('one refusal refuses all', () => {
  const result = inSequence(contextOf(text), 'Start a-1', [
    (c) => setStatus(c, { key: keyOf('a-1'), status: 'in-progress' }),
    () => refused('No.'),
  ]);
  expect(result).toEqual({ kind: 'refused', why: 'No.' });
});
