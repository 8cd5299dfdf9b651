// Reading is total (invariant I2): whatever the text, nothing throws, and every range that is told is true.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkQueue } from '../../support/checkedQueue';
import { mutated, mutations, tokens } from '../../support/mutations';
import { checkProperty, patience } from '../../support/properties';
import { excerpts } from '../../support/queueExcerpts';
import { expectSound } from '../../support/soundness';

const now = Date.parse('2026-11-20T18:00:00-05:00');
const readsSoundly = (text: string): void => expectSound(checkQueue(text, now));

test.each(excerpts)('$name is read soundly', ({ text }) => {
  readsSoundly(text);
});

test.each([
  ['nothing', ''],
  ['a BOM', '\ufeff'],
  ['two BOMs and a task', '\ufeff\ufeff### a-1: x\n- **Status:** done\n'],
  ['a line break', '\n'],
  ['a lone CR', '\r'],
  ['NUL bytes', '## a-1\0\n- **Status:** done\0'],
  ['no line break at the end', '## a-1 ✅'],
  ['half an emoji at the start', '\ude00## a-1'],
  ['half an emoji at the end', '## a-1 \ud83d'],
  ['a heading of hashes only', '######\n######\n'],
  ['a fence and nothing else', '```'],
  ['a comment that never ends', '<!--'],
  ['an open comment behind a closed one', '<!-- a --> <!-- b\n## a-1 ✅'],
  ['literal line breaks', '## a-1\\n- **Status:** done\\n## b-2\\n- **Status:** x\\n'],
])('%s is read soundly', (_name, text) => {
  readsSoundly(text);
  readsSoundly(`## before-1 ✅\n${text}\n## after-1 ✅\n`);
});

test('any string is read soundly', patience, () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)) }),
    fc
      .uint8Array({ maxLength: 600 })
      .map((bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)),
    fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  );
  checkProperty('any string', 20, fc.property(anything, readsSoundly));
});

test('any soup of what queues are made of is read soundly', patience, () => {
  const words = excerpts.flatMap(({ text }) => text.match(/[^\s]+|\s+/g) ?? []);
  const soup = fc
    .array(fc.oneof(fc.constantFrom(...tokens), fc.constantFrom(...words)), { maxLength: 120 })
    .map((parts) => parts.join(''));
  checkProperty('token soup', 20, fc.property(soup, readsSoundly));
});

test('damaged and truncated queues are read soundly', patience, () => {
  checkProperty(
    'damaged queues',
    40,
    fc.property(fc.constantFrom(...excerpts), mutations, ({ text }, edits) => {
      readsSoundly(mutated(text, edits));
    }),
  );
});

test('a rule that meets nonsense neither throws nor invents a place in another file', () => {
  const { findings } = checkQueue(
    '## a-1\n- **Depends On:** a-1, ..., (, ), a-1..a-1, Phase\n',
    now,
  );
  expect(findings.map((f) => f.code)).toContain('dependency-cycle');
  expect(findings.flatMap((f) => f.related)).toEqual([]);
});
