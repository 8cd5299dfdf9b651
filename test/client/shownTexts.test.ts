import { expect, test } from 'vitest';
import { ShownTexts } from '../../client/src/workers/shownTexts';

const uri = 'proactive-jobs-prompt:/task/a-1.md?key';

test('a document is read again only when it has another text, which is later than the one before', () => {
  const texts = new ShownTexts();
  expect(texts.keep(uri, 'One.', 1_000)).toBe(false);
  expect(texts.keep(uri, 'One.', 2_000)).toBe(false);
  expect(texts.of(uri)).toEqual({ text: 'One.', at: 1_000 });
  // The same millisecond, and a clock that was set back.
  expect(texts.keep(uri, 'Two.', 1_000)).toBe(true);
  expect(texts.of(uri)).toEqual({ text: 'Two.', at: 1_001 });
  expect(texts.keep(uri, 'Three.', 500)).toBe(true);
  expect(texts.of(uri)).toEqual({ text: 'Three.', at: 1_002 });
});

test('of a document that was closed nothing stays, of the others all', () => {
  const texts = new ShownTexts();
  const other = uri.replace('a-1', 'a-2');
  texts.keep(uri, 'One.', 1_000);
  texts.keep(other, 'Two.', 1_000);
  texts.letGo(uri);
  expect(texts.of(uri)).toBeUndefined();
  expect(texts.of(other)?.text).toBe('Two.');
  expect(texts.keep(uri, 'New.', 2_000)).toBe(false);
});
