/** Damaging queue texts: edits of lines and tokens as hurried people, broken tools and merges make them. */
import fc from 'fast-check';

/** Everything that markdown or the dialect reads something into. */
export const tokens: readonly string[] = [
  ...['```', '~~~', '````', '```markdown', '```ts', '    ```', '- ```', '> ```'],
  ...['<!--', '-->', '<!-- x -->', '<!---->', '<div>', '</div>', '<details>', '<pre>', '<?', '?>'],
  ...[
    '#',
    '# ',
    '## ',
    '### ',
    '####### ',
    ' ## ',
    '   # ',
    '    # ',
    '#\t',
    '\\# ',
    '### a-1-b: C ✅',
  ],
  ...[
    '- ',
    '* ',
    '+ ',
    '-',
    '1. ',
    '2) ',
    '  - ',
    '\t- ',
    '- - ',
    '- # ',
    '- [ ] ',
    '- [x] ',
    '-\t',
  ],
  ...['> ', '>', '> > ', '> - ', '> # ', '>\t', '- > '],
  ...[
    '|',
    '| ',
    '||',
    '| --- |',
    '|---|---|',
    '| Task ID | Status |',
    '| a-1-b | done |',
    '--- | ---',
  ],
  ...['---', '- - -', '***', '___', '===', '=', '-----', ' ---', '═══'],
  ...[
    '\t',
    ' ',
    '    ',
    '  ',
    '\n',
    '\n\n',
    '\n\n\n',
    '\r',
    '\r\n',
    '\r\n\r\n',
    '\n\t\n',
    '\n  \n',
  ],
  ...['\u00a0', '\u2028', '\u2029', '\u0085', '\u000b', '\u000c', '\u200b', '\ufeff'],
  ...['✅', '⏸️', '🔄', '\ud83d', '\ude00', 'e\u0301', 'â€”', 'âœ…', 'ðŸ”„', 'Ã'],
  ...[
    '**',
    '*',
    '_',
    '`',
    '``',
    '~~',
    '\\',
    '\\n',
    '[',
    ']',
    '[a]: b',
    '![',
    '](',
    '&amp;',
    '<a@b.c>',
  ],
  ...['**Status:** done', '- **Status:** pending', 'Status: failed', '**A:** x | **Status:** y'],
  ...[
    '- **Depends On:** a-1-b, c-2',
    '**Dependencies:**',
    '(blocked by a-1)',
    'a-1|done|T|Model: m',
  ],
  ...[
    'text### a-1-b',
    '**Max Slots:** 2',
    '2/2 occupied',
    'TASK:',
    '(manager)',
    ' - ',
    ': ',
    ' — ',
  ],
];

type TokenLineEdit = 'insert-line' | 'prefix-line' | 'suffix-line';

/** One edit; numbers are taken modulo what is there, so every edit fits every text. */
export type Mutation =
  | { readonly kind: 'insert-token'; readonly at: number; readonly token: string }
  | { readonly kind: TokenLineEdit; readonly at: number; readonly token: string }
  | { readonly kind: 'delete-line' | 'duplicate-line' | 'join-lines'; readonly at: number }
  | { readonly kind: 'swap-lines' | 'move-line'; readonly at: number; readonly to: number }
  | { readonly kind: 'delete-range'; readonly at: number; readonly length: number }
  | { readonly kind: 'truncate' | 'behead'; readonly at: number }
  | { readonly kind: 'line-breaks'; readonly as: '\r\n' | '\r' };

const place = fc.nat(0xffffff);
const token = fc.constantFrom(...tokens);

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 4, arbitrary: tokenEdit('insert-token') },
  { weight: 3, arbitrary: tokenEdit('insert-line') },
  { weight: 4, arbitrary: tokenEdit('prefix-line') },
  { weight: 2, arbitrary: tokenEdit('suffix-line') },
  { weight: 2, arbitrary: lineEdit('delete-line') },
  { weight: 1, arbitrary: lineEdit('duplicate-line') },
  { weight: 2, arbitrary: lineEdit('join-lines') },
  { weight: 1, arbitrary: twoLineEdit('swap-lines') },
  { weight: 1, arbitrary: twoLineEdit('move-line') },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('delete-range' as const),
      at: place,
      length: fc.nat(40),
    }),
  },
);

/** Edits that change the file as a whole; once per text is enough. */
const wholeFileEdit: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constantFrom('truncate' as const, 'behead' as const), at: place }),
  fc.record({
    kind: fc.constant('line-breaks' as const),
    as: fc.constantFrom('\r\n' as const, '\r' as const),
  }),
);

/** A handful of edits, now and then with one of the whole file behind them. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc
  .tuple(
    fc.array(mutation, { minLength: 1, maxLength: 8 }),
    fc.option(wholeFileEdit, { freq: 4, nil: undefined }),
  )
  .map(([edits, last]) => (last ? [...edits, last] : edits));

/** `text` after the edits, no longer than `longest` units. */
export function mutated(text: string, edits: readonly Mutation[], longest = 4096): string {
  return edits.reduce((now, edit) => apply(now, edit).slice(0, longest), text);
}

function apply(text: string, edit: Mutation): string {
  switch (edit.kind) {
    case 'insert-token': {
      const at = edit.at % (text.length + 1);
      return text.slice(0, at) + edit.token + text.slice(at);
    }
    case 'delete-range': {
      const at = edit.at % (text.length + 1);
      return text.slice(0, at) + text.slice(at + edit.length);
    }
    case 'truncate':
      return text.slice(0, edit.at % (text.length + 1));
    case 'behead':
      return text.slice(edit.at % (text.length + 1));
    case 'line-breaks':
      return text.replace(/\r\n|\r|\n/g, edit.as);
    case 'insert-line':
    case 'prefix-line':
    case 'suffix-line':
    case 'delete-line':
    case 'duplicate-line':
    case 'join-lines':
    case 'swap-lines':
    case 'move-line':
      return applyToLines(text, edit);
  }
}

type LineEdit = Exclude<
  Mutation,
  { kind: 'insert-token' | 'delete-range' | 'truncate' | 'behead' | 'line-breaks' }
>;

function applyToLines(text: string, edit: LineEdit): string {
  const lines = text.split(/(?<=\n)|(?<=\r)(?!\n)/);
  const at = edit.at % Math.max(1, lines.length);
  const line = lines[at] ?? '';
  switch (edit.kind) {
    case 'insert-line':
      lines.splice(at, 0, `${edit.token}\n`);
      break;
    case 'prefix-line':
      lines[at] = edit.token + line;
      break;
    case 'suffix-line':
      lines[at] = line.replace(/[\r\n]*$/, (end) => edit.token + end);
      break;
    case 'delete-line':
      lines.splice(at, 1);
      break;
    case 'duplicate-line':
      lines.splice(at, 0, line);
      break;
    case 'join-lines':
      lines[at] = line.replace(/[\r\n]+$/, '');
      break;
    case 'swap-lines':
    case 'move-line': {
      const to = edit.to % Math.max(1, lines.length);
      if (edit.kind === 'swap-lines') {
        lines[at] = lines[to] ?? '';
        lines[to] = line;
      } else {
        lines.splice(at, 1);
        lines.splice(to, 0, line);
      }
      break;
    }
  }
  return lines.join('');
}

function tokenEdit<K extends 'insert-token' | TokenLineEdit>(kind: K) {
  return fc.record({ kind: fc.constant(kind), at: place, token });
}

function lineEdit<K extends 'delete-line' | 'duplicate-line' | 'join-lines'>(kind: K) {
  return fc.record({ kind: fc.constant(kind), at: place });
}

function twoLineEdit<K extends 'swap-lines' | 'move-line'>(kind: K) {
  return fc.record({ kind: fc.constant(kind), at: place, to: place });
}
