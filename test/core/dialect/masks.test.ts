// What is read and what is not: fences, comments, line ends, damaged text (dialect 3.1, R1-R6).
import { describe, expect, test } from 'vitest';

import { mirrorsIn, problemsIn, readText, tasksIn } from '../../support/readText';

const real = '### app-real: Outside\n- **Status:** pending\n';
const hidden = '### app-hidden: Inside\n- **Status:** in-progress\n';
const onlyReal = ['app-real: pending (heading)'];

describe('R1: line ends and BOM', () => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s ends a line', (_name, eol) => {
    const text = ['### app-one', '- **Status:** pending', '', '### app-two ✅', ''].join(eol);
    expect(tasksIn(text)).toEqual(['app-one: pending (heading)', 'app-two: complete (heading)']);
    expect(problemsIn(text)).toEqual([]);
  });

  test('a BOM is dropped and no file needs a final line break', () => {
    expect(tasksIn('\ufeff### app-one\n- **Status:** pending')).toEqual([
      'app-one: pending (heading)',
    ]);
  });
});

describe('R2: mojibake', () => {
  test('is understood, and told once', () => {
    const text = '### app-one â€” First âœ…\n- **Status:** ðŸ”„ in-progress\n';
    const [task] = readText(text).declarations;
    expect([task?.id.value, task?.title?.value, task?.status.value]).toEqual([
      'app-one',
      'First',
      'in-progress',
    ]);
    expect(problemsIn(text)).toEqual(['mojibake: â€”']);
  });
});

describe('R3: fences', () => {
  test.each([
    ['backticks', '```\n', '```\n'],
    ['tildes', '~~~\n', '~~~\n'],
    ['an info word', '```bash\n', '```\n'],
    ['indentation', '      ```\n', '      ```\n'],
    ['a longer closing fence', '```\n', '`````\n'],
    ['a shorter fence inside', '````\n```\n', '````\n'],
    ['the other kind inside', '```\n~~~\n', '```\n'],
    ['a fence with an info word inside, no markdown sample in the file', '```\n```bash\n', '```\n'],
  ])('hide what is in them: %s', (_what, open, close) => {
    const text = open + hidden + close + real;
    expect(tasksIn(text)).toEqual(onlyReal);
    expect(problemsIn(text)).toEqual([]);
  });

  test('a markdown sample pairs the fences inside it', () => {
    const text = '```markdown\n```bash\nnpm test\n```\n' + hidden + '```\n' + real;
    expect(tasksIn(text)).toEqual(onlyReal);
    expect(problemsIn(text)).toEqual([]);
  });

  test('where nesting leaves a fence open, fences pair plainly', () => {
    const text = '```markdown\n```bash\n' + hidden + '```\n' + real;
    expect(tasksIn(text)).toEqual(onlyReal);
    expect(problemsIn(text)).toEqual([]);
  });

  test('a fence that nothing closes is text', () => {
    expect(tasksIn('```bash\n' + real)).toEqual(onlyReal);
    expect(problemsIn('```bash\n' + real)).toEqual(['unclosed-fence: ```bash']);
  });

  test('a closed fence before an unclosed one still hides', () => {
    const text = '```\n' + hidden + '```\n' + real + '~~~\n';
    expect(tasksIn(text)).toEqual(onlyReal);
    expect(problemsIn(text)).toEqual(['unclosed-fence: ~~~']);
  });

  test.each(['- ~~~/old/path~~\n', '- ```\n', '1. ```bash\n', 'Use ``` here\n', '``` a `b`\n'])(
    'no fence: %j',
    (line) => {
      expect(tasksIn(line + '\n' + real)).toEqual(onlyReal);
      expect(problemsIn(line + '\n' + real)).toEqual([]);
    },
  );
});

describe('R4: HTML comments', () => {
  test('hide what is in them, also over several lines', () => {
    expect(tasksIn('<!--\n' + hidden + '-->\n' + real)).toEqual(onlyReal);
  });

  test('behind a value they are cut', () => {
    const [task] = readText(
      '### app-one\n- **Status:** pending <!-- was blocked -->\n',
    ).declarations;
    expect(task?.status.text?.value).toBe('pending');
  });

  test('one that never ends, or that stands in a code span, is text', () => {
    expect(tasksIn('<!-- not closed\n' + real)).toEqual(onlyReal);
    expect(tasksIn('Write `<!--` first\n' + real + 'and `-->` last\n')).toEqual(onlyReal);
  });

  test('a comment in a fence hides nothing behind the fence', () => {
    expect(tasksIn('```\n<!--\n```\n' + real + '-->\n')).toEqual(onlyReal);
  });

  test('<details> is ordinary content', () => {
    expect(tasksIn('<details>\n<summary>More</summary>\n\n' + real + '\n</details>\n')).toEqual(
      onlyReal,
    );
  });
});

test('R5: a block quote declares no task and no field', () => {
  expect(tasksIn('> ### app-hidden\n> - **Status:** pending\n\n' + real)).toEqual(onlyReal);
  expect(tasksIn('### app-one ✅\n> - **Status:** blocked\n')).toEqual([
    'app-one: complete (heading)',
  ]);
});

test('R6: a divider is no section: what follows belongs to the heading before it', () => {
  const text = '## Phase 2\n### ═══════\n### app-one\n- **Status:** pending\n';
  const document = readText(text);
  expect(document.groups.map((g) => g.title.value)).toEqual(['Phase 2']);
  expect(document.declarations[0]?.phases[0]).toBe('phase 2');
});

describe('literal line breaks', () => {
  test('a file that was written with the two characters is read as if they were breaks', () => {
    const text = '### app-one\\n- **Status:** pending\\n\\n### app-two ✅\\n';
    expect(tasksIn(text)).toEqual(['app-one: pending (heading)', 'app-two: complete (heading)']);
    expect(problemsIn(text)).toEqual(['literal-newlines: \\n']);
  });

  test('a file with real breaks may mention them', () => {
    expect(problemsIn(real + 'Split at \\n, \\n and \\n.\n\n\n')).toEqual([]);
  });
});

describe('glued headings', () => {
  test('are read as headings of their level', () => {
    const text =
      '## Phase 1\n### app-one\n- **Status:** pending.### app-two: Next\n- **Status:** complete\n';
    expect(tasksIn(text)).toEqual(['app-one: pending (heading)', 'app-two: complete (heading)']);
    expect(problemsIn(text)).toEqual(['glued-heading: ### app-two']);
    expect(readText(text).declarations.map((d) => d.phases[0])).toEqual(['phase 1', 'phase 1']);
  });

  test('take nothing from the line before', () => {
    const text = '### app-one\n- **Status:** complete## TASK: app-two\n**Status:** blocked\n';
    expect(tasksIn(text)).toEqual([
      'app-one: complete (heading)',
      'app-two: blocked (task-heading)',
    ]);
  });

  test('may follow an emoji of two units; what comes behind keeps its place', () => {
    const text =
      '### app-one\n- **Status:** 🔄### app-two ✅\n\n### app-three\n- **Status:** pending\n';
    const { declarations } = readText(text);
    expect(tasksIn(text)).toEqual([
      'app-one: in-progress (heading)',
      'app-two: complete (heading)',
      'app-three: pending (heading)',
    ]);
    expect(declarations.map((d) => text.slice(d.id.span.start, d.id.span.end))).toEqual([
      'app-one',
      'app-two',
      'app-three',
    ]);
    expect(declarations.map((d) => text.slice(d.line.start, d.line.end))).toEqual([
      '### app-one',
      '### app-two ✅',
      '### app-three',
    ]);
  });

  test('in a code span are text', () => {
    const text = '### app-one\nWrite `x### app-two: y` so.\n- **Status:** pending\n';
    expect(tasksIn(text)).toEqual(['app-one: pending (heading)']);
    expect(problemsIn(text)).toEqual([]);
  });
});

describe('nothing to read', () => {
  test.each([
    ['an empty file', ''],
    ['blanks', '  \n\t\n'],
    ['a BOM alone', '\ufeff'],
    ['prose', 'Hello.'],
  ])('%s', (_what, text) => {
    const { declarations, mirrors, groups, slots, problems, coverage } = readText(text);
    expect({ declarations, mirrors, groups, slots, problems, coverage }).toEqual({
      declarations: [],
      mirrors: [],
      groups: [],
      slots: undefined,
      problems: [],
      coverage: 'full',
    });
  });

  test('a file with a NUL is no text', () => {
    expect(readText('### app-one ✅\n\0').coverage).toBe('binary');
    expect(tasksIn('### app-one ✅\n\0')).toEqual([]);
  });

  test('a file above the limits has lines, but no tasks', () => {
    const document = readText('### app-one ✅\n\n\n', { maxTextLength: 10 });
    expect([document.coverage, document.lines.starts.length, document.declarations.length]).toEqual(
      ['too-large', 4, 0],
    );
    expect(readText('\n\n\n', { maxLines: 3 }).coverage).toBe('too-large');
    expect(readText('\n\n', { maxLines: 3 }).coverage).toBe('full');
  });
});

test('mirrors are not read from what is hidden', () => {
  expect(
    mirrorsIn(real + '\n```\n| Task | Status |\n|---|---|\n| app-real | complete |\n```\n'),
  ).toEqual([]);
});
