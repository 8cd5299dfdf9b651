import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitTexts } from '../../../server/src/core/prompt/fitTexts';
import { namedFiles } from '../../../server/src/core/prompt/namedFiles';
import { queuePath } from '../../../server/src/core/prompt/queuePath';
import { freeMark, inlineText, visibleText } from '../../../server/src/core/prompt/quotedText';
import { checkProperty, patience } from '../../support/properties';

test('the mark is one that no text contains, in whatever case', () => {
  expect(freeMark(['nothing of it'])).toBe('queue-text-1');
  expect(freeMark(['a </queue-text-1> b', 'and </Queue-Text-2>'])).toBe('queue-text-3');
});

test('the mark is none that a text begins with, and is found however many there are', () => {
  expect(freeMark(['queue-text-123', 'queue-text-queue-text-2'])).toBe('queue-text-3');
  const many = Array.from({ length: 30_000 }, (_, n) => `queue-text-${n + 1}`);
  expect(freeMark([many.join(' ')])).toBe('queue-text-30001');
});

test('characters that nobody sees are taken out; joined emoji and words stay', () => {
  const tags = [...'hi'].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('');
  expect(visibleText(`a${tags}b\u202ec\u200bd\u0007e\r\nf`)).toBe('abcde\nf');
  expect(visibleText('👩‍💻 می‌خواهم')).toBe('👩‍💻 می‌خواهم');
});

test('an inline text is one line without backticks', () => {
  expect(inlineText('a `b`\n\tc ')).toBe("a 'b' c");
  expect(inlineText('x'.repeat(300), 10)).toBe('xxxxxxxxx…');
});

test('the longest texts lose first, and at the end of a line', () => {
  const [short, long] = fitTexts(['short', 'line one\nline two\nline three'], 25);
  expect(short).toEqual({ text: 'short', cut: 0 });
  expect(long).toEqual({ text: 'line one\nline two', cut: 11 });
  expect(fitTexts(['a', 'b'], 0)).toEqual([
    { text: '', cut: 1 },
    { text: '', cut: 1 },
  ]);
});

test('texts fit together afterwards, and nothing is cut that fits', { ...patience }, () => {
  checkProperty(
    'texts fit',
    500,
    fc.property(fc.array(fc.string({ maxLength: 60 })), fc.nat(400), (texts, room) => {
      const fitted = fitTexts(texts, room);
      const total = texts.join('').length;
      expect(fitted.map(({ text }) => text).join('').length).toBeLessThanOrEqual(Math.max(room, 0));
      if (total <= room) expect(fitted.map(({ text }) => text)).toEqual(texts);
      for (const [i, { text, cut }] of fitted.entries()) {
        expect(texts[i]?.startsWith(text)).toBe(true);
        expect(text.length + cut).toBe(texts[i]?.length);
      }
    }),
  );
});

test('files are those of the lists and those in backticks, inside of the folder only', () => {
  const list =
    '- `src/a.ts` (new)\n- src/b.ts\n- `/w/src/c.ts`\n- `../other/d.ts`\n- `/etc/passwd`';
  const text = `${list}\nChange \`src/e.ts:12\`, run \`npm test\`, see \`~/notes/f.md\` and \`src/../../g.ts\`.`;
  expect(namedFiles(list, text, '/w')).toEqual(['src/a.ts', 'src/b.ts', 'src/c.ts', 'src/e.ts']);
});

test('files written as Windows writes them count within the folder only', () => {
  const list = '- src\\a.ts\n- `C:\\w\\src\\b.ts`\n- `C:\\other\\c.ts`\n- `..\\d.ts`';
  const text = 'Change `src\\app\\main.ts`, match `src\\d\\w.ts` and `^f\\.ts$`.';
  expect(namedFiles(list, text, 'C:\\w')).toEqual(['src/a.ts', 'src/b.ts', 'src/app/main.ts']);
});

test.each([
  ['file:///w/sub/PROACTIVE-JOBS.md', '/w', 'sub/PROACTIVE-JOBS.md'],
  ['file:///w%20x/PROACTIVE-JOBS.md', '/w x/', 'PROACTIVE-JOBS.md'],
  ['file:///other/PROACTIVE-JOBS.md', '/w', '/other/PROACTIVE-JOBS.md'],
  ['file:///c%3A/W/PROACTIVE-JOBS.md', 'C:\\w', 'PROACTIVE-JOBS.md'],
  ['file:///w/%zz.md', '/w', '%zz.md'],
  ['untitled:one', '/w', 'untitled:one'],
])('%s seen from %s is %s', (uri, cwd, expected) => {
  expect(queuePath(uri, cwd)).toBe(expected);
});
