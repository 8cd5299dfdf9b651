// The marks in fixtures (test/support/marker.ts): a wrong mark must never pass for a right one.
import { expect, test } from 'vitest';

import { checkRules } from '../../support/checkRules';
import { defaultClock, readMarked, showMarked } from '../../support/marker';

test('carets name a range of the line above; several lines may mark one', () => {
  const { files } = readMarked(
    'one two\n    ^^^ unmet-dependency error: is not\n^^^ mojibake\nthree\n',
  );
  expect(files.map(({ text, marks }) => ({ text, marks }))).toEqual([
    {
      text: 'one two\nthree\n',
      marks: [
        {
          span: { start: 4, end: 7 },
          code: 'unmet-dependency',
          severity: 'error',
          message: 'is not',
        },
        { span: { start: 0, end: 3 }, code: 'mojibake', severity: undefined, message: undefined },
      ],
    },
  ]);
});

test('files, cursor, clock, options, line ends, NUL', () => {
  const marked = readMarked(
    '<!-- at: 2026-01-02T03:04:05Z -->\n<!-- options: maxLines=3 -->\n<!-- as: crlf bom -->\na$0b\n   ^ mojibake\n=== b.md\n␀\n^0 mojibake\n',
  );
  expect(marked.now).toBe(Date.parse('2026-01-02T03:04:05Z'));
  expect(marked.options.maxLines).toBe(3);
  expect(marked.files.map((f) => [f.name, f.text, f.marks[0]?.span])).toEqual([
    ['PROACTIVE-JOBS.md', '\ufeffab\r\n', { start: 2, end: 3 }],
    ['b.md', '\ufeff\0\r\n', { start: 1, end: 1 }],
  ]);
  expect(marked.cursor).toEqual({ uri: 'file:///queues/PROACTIVE-JOBS.md', offset: 2 });
  expect(readMarked('').now).toBe(defaultClock);
});

test('a path says what a file is, and its head when it changed', () => {
  const { files } = readMarked(
    '=== PROACTIVE-JOBS.md @ 2026-03-01T10:00:00Z\n### app-1\n=== scheduler/progress/a b/$(date).md @ 2026-03-01T11:00:00Z\n# x\n=== PROACTIVE-JOBS-2.md\n',
  );
  expect(files.map(({ name, kind, modifiedAt }) => [name, kind, modifiedAt])).toEqual([
    ['PROACTIVE-JOBS.md', undefined, Date.parse('2026-03-01T10:00:00Z')],
    ['scheduler/progress/a b/$(date).md', 'progress', Date.parse('2026-03-01T11:00:00Z')],
    ['PROACTIVE-JOBS-2.md', undefined, undefined],
  ]);
  expect(files[1]?.uri).toBe('file:///queues/scheduler/progress/a%20b/$(date).md');
});

test('findings in a file beside the queue are compared, too', () => {
  const source = '### app-one ✅\n=== scheduler/heartbeats/app-one.json\n{ "taskId": \n';
  expect(() => checkRules(source, 'invalid-json')).toThrow();
  checkRules(`${source}          ^ invalid-json\n`, 'invalid-json');
});

test('behind the cursor carets stand under the letters as they are written', () => {
  const { files } = readMarked('ab$0cd\n    ^^ mojibake\n');
  expect(files[0]?.marks[0]?.span).toEqual({ start: 2, end: 4 });
});

test.each([
  ['no code', 'one\n^^^\n'],
  ['an unknown severity', 'one\n^^^ mojibake fatal: no\n'],
  ['beyond the line', 'one\n  ^^ mojibake\n'],
  ['nothing above', '^ mojibake\n'],
  ['a time that is none', '=== scheduler/progress/a.md @ noon\n'],
  ['an unknown option', '<!-- options: maxLine=3 -->\n'],
])('a mark that says nothing is refused: %s', (_why, source) => {
  expect(() => readMarked(source)).toThrow();
});

test('a marked text is shown as it is written', () => {
  const source = 'one two\n^^^ mojibake\n    ^^^ ts-order hint: so\nthree\n';
  const [file] = readMarked(source).files;
  expect(showMarked(file?.text ?? '', file?.marks ?? [])).toBe(source);
});

test.each([
  ['a finding without a mark', '### app-one\n- **Model:** x\n'],
  ['a mark without a finding', '### app-one ✅\n    ^^^^^^^ missing-status\n'],
  ['another range', '### app-one\n    ^^^^^^ missing-status\n- **Model:** x\n'],
  ['another severity', '### app-one\n    ^^^^^^^ missing-status error\n- **Model:** x\n'],
  ['other words', '### app-one\n    ^^^^^^^ missing-status: is fine\n- **Model:** x\n'],
])('a difference fails: %s', (_what, source) => {
  expect(() => checkRules(source, 'missing-status')).toThrow();
});

test('what is marked rightly passes', () => {
  checkRules(
    '### app-one\n    ^^^^^^^ missing-status warning: has no status\n- **Model:** x\n',
    'missing-status',
  );
});
