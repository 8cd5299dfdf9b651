/** Tasks out of thin air, in every form of declaration and notation that the dialect knows. */
import fc from 'fast-check';
import type { DeclarationForm } from '../../../server/src/core/model/declaration';
import type { KnownStatus } from '../../../server/src/core/edits/fileStyle';
import { statuses } from '../../../server/src/core/model/status';

export type Form = DeclarationForm | 'bare-heading';

export const words = [
  'oven',
  'naïve-café',
  'Straße',
  '日本',
  'x',
  'Load_it',
  'тест',
  'a`b`c',
  'e\u0301tude',
  '🧪 lab',
];

const slugs = ['oven', 'door', 'Till', 'scan', 'x', 'Matrix-fix', 'b'];

export const statusWords: Readonly<Record<KnownStatus, readonly string[]>> = {
  pending: [
    'pending',
    '⏳ pending',
    'PENDING',
    '`pending`',
    'pending (optional extra)',
    '⏳',
    'Queued',
  ],
  'in-progress': [
    'in-progress',
    '🔄 in-progress',
    '🔄 **IN PROGRESS**',
    'in-progress (manager)',
    'pending → in-progress',
  ],
  'needs-validation': ['needs-validation', '⏳ needs-validation', '`needs-validation` ⏳'],
  'self-validated': ['self-validated (L2-coordinator)', '✅ self-validated'],
  validated: ['validated', '✅ VERIFIED'],
  complete: [
    'complete',
    'completed',
    '✅ COMPLETE (L3 Validated)',
    '`complete` ✅',
    '✅ Completed',
    'done - all tests pass',
    '✅',
  ],
  blocked: ['blocked', '⏸️ blocked', 'Blocked; see below'],
  failed: ['failed', '❌ validation-failed (build errors)', '**FAILED**'],
  cancelled: ['cancelled', 'abandoned'],
};

export const emojiOf: Readonly<Partial<Record<KnownStatus, string>>> = {
  pending: '⏳',
  'in-progress': '🔄',
  complete: '✅',
  blocked: '⏸️',
  failed: '❌',
  cancelled: '🚫',
};

interface Style {
  readonly form: Form;
  readonly bullet: string;
  readonly key: (name: string) => string;
  readonly after: string;
  readonly separator: string;
  readonly blank: boolean;
  readonly level: number;
}

export const style: fc.Arbitrary<Style> = fc.record({
  form: fc.constantFrom<Form>(
    ...(['heading', 'heading', 'task-heading', 'task-id-field', 'bare-heading'] as const),
    ...(['pipe-record', 'checkbox', 'table-row', 'status-bullet'] as const),
  ),
  bullet: fc.constantFrom('- ', '', '* ', '-   '),
  key: fc.constantFrom(
    (name: string) => `**${name}:** `,
    (name: string) => `**${name}**: `,
  ),
  after: fc.constantFrom('', '', '  '),
  separator: fc.constantFrom(': ', ' - ', ' — '),
  blank: fc.boolean(),
  level: fc.constantFrom(3, 3, 4),
});

interface TaskParts {
  readonly slug: string;
  readonly title: string;
  readonly status: KnownStatus;
  readonly word: number;
  readonly marked: boolean;
  readonly extras: readonly number[];
  readonly waits: number;
  readonly tail: number;
}

export const parts: fc.Arbitrary<TaskParts> = fc.record({
  slug: fc.constantFrom(...slugs),
  title: fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
    .map((w) => w.join(' ')),
  status: fc.constantFrom<KnownStatus>(...statuses),
  word: fc.nat(20),
  marked: fc.boolean(),
  extras: fc.uniqueArray(fc.constantFrom(0, 1, 2, 2, 2, 3, 4, 5, 6, 7), { maxLength: 5 }),
  waits: fc.nat(9),
  tail: fc.nat(7),
});

/** Counted round and round. */
export function pick(list: readonly string[], at: number): string {
  return list[at % list.length] ?? '';
}

function extraFields(task: TaskParts, wait: string | undefined): readonly [string, string][] {
  const fields: [string, string][] = [
    ['Priority', pick(['HIGH', '🔴 CRITICAL', 'low'], task.word)],
    ['Model', pick(['sonnet', '`opus`', 'haiku (cheap)'], task.word)],
    [
      'Depends On',
      wait === undefined
        ? 'None'
        : pick([wait, `${wait} ✅`, `${wait} (done), Phase 9`], task.word),
    ],
    ['Worker', pick(['session-4', '-', ''], task.word)],
    ['Started', '2026-02-14 09:30 EST'],
    ['Notes', 'käse ✅ **bold** | x'.slice(0, 8 + (task.word % 8))],
    ['Completed', '2026-02-15'],
    ['Project', 'Bakery'],
  ];
  return task.extras.flatMap((i) => (fields[i] ? [fields[i]] : []));
}

/** The lines of a task in its style; `wait` is an id that it may depend on. */
export function taskLines(
  s: Style,
  task: TaskParts,
  id: string,
  wait: string | undefined,
): string[] {
  const status = pick(statusWords[task.status], task.word);
  const emoji = emojiOf[task.status];
  const extras = extraFields(task, wait);
  const hashes = '#'.repeat(s.level);
  const mark = task.marked && emoji !== undefined ? ` ${emoji}` : '';
  const line = (name: string, value: string): string =>
    `${s.bullet}${s.key(name)}${value}${s.after}`;
  const body = [['Status', status] as const, ...extras].map(([n, v]) => line(n, v));
  const gap = s.blank ? [''] : [];
  switch (s.form) {
    case 'heading':
      return [
        `${hashes} ${id}${s.separator}${task.title}${mark}`,
        ...gap,
        ...body,
        ...tails(task.tail),
        '',
      ];
    case 'bare-heading':
      return emoji === undefined
        ? [`${hashes} ${id}`, ...body, '']
        : [
            `${hashes} ${id} ${emoji}${task.word % 3 === 0 ? ` ${task.status.toUpperCase()}` : ''}`,
            ...extras.map(([n, v]) => line(n, v)),
            '',
          ];
    case 'task-heading':
      return [
        `## TASK: ${id} - ${task.title}${mark}`,
        ...gap,
        ...body,
        ...tails(task.tail),
        ...(s.blank ? ['', '---'] : []),
        '',
      ];
    case 'task-id-field':
      return [`${hashes} ${task.title.replace(/-/g, ' ')}`, line('Task ID', id), ...body, ''];
    case 'pipe-record':
      return [
        [id, status, task.title, ...extras.map(([n, v]) => `${n}: ${v.replaceAll('|', '/')}`)].join(
          '|',
        ),
      ];
    case 'checkbox': {
      const box =
        task.status === 'complete'
          ? 'x'
          : task.status === 'pending' || emoji === undefined
            ? ' '
            : emoji;
      const nested = [...(emoji === undefined ? [['Status', status] as const] : []), ...extras];
      return [
        `- [${box}] ${id}${s.separator}${task.title}`,
        ...nested.map(([n, v]) => `  - **${n}:** ${v}`),
      ];
    }
    case 'table-row':
      return [`| ${[id, task.title, ...(s.blank ? [] : [status]), 'sonnet', ''].join(' | ')} |`];
    case 'status-bullet':
      return [`- ${emoji ?? '⏳'} ${id}: ${task.title}`];
  }
}

function tails(kind: number): readonly string[] {
  return (
    [
      ['', 'Prose below,', 'in two lines with `code`.'],
      ['', '#### Acceptance', '- [ ] it heats', '- [x] it stops'],
      ['- **Sub-Tasks:**', '  - k0-oven: ✅ completed', '  - other-9: pending'],
      ['', '```ts', '## k1-x ✅', '```'],
      ['- **Description:** Long words', '  that go on'],
    ][kind] ?? []
  );
}

/** Header and delimiter above rows in that style. */
export function tableHead(s: Style): readonly string[] {
  const names = ['Task', 'Title', ...(s.blank ? [] : ['Status']), 'Model', 'Worker'];
  return [`| ${names.join(' | ')} |`, `|${names.map(() => '---').join('|')}|`];
}
