/** Queues made by chance, in every form of declaration, and what rewrites make of them. */
import fc from 'fast-check';

export type Form = 'section' | 'nested' | 'table' | 'record' | 'checkbox' | 'bullet';

export interface MadeTask {
  readonly id: string;
  readonly status: string;
  readonly form: Form;
}

export interface MadeGroup {
  readonly title: string;
  /** All of one form, but `nested` ones stand below a `section`. */
  readonly tasks: readonly MadeTask[];
}

const statuses = ['pending', 'in-progress', 'blocked', 'complete', 'needs-validation'];
const marks: Readonly<Record<string, string>> = {
  pending: '⏳',
  'in-progress': '🔄',
  blocked: '🚫',
  complete: '✅',
  'needs-validation': '🔍',
};

/** Groups with different titles and tasks with different ids. */
export const madeGroups: fc.Arbitrary<readonly MadeGroup[]> = fc
  .array(
    fc.record({
      forms: fc.constantFrom<readonly Form[]>(
        ['section'],
        ['section', 'nested'],
        ['table'],
        ['record'],
        ['checkbox'],
        ['bullet'],
        ['checkbox', 'section'],
        ['table', 'section', 'nested'],
      ),
      statuses: fc.array(fc.constantFrom(...statuses), { minLength: 1, maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((groups) =>
    groups.map(({ forms, statuses: all }, g) => ({
      title: `Phase ${g + 1}: Part ${'abcd'.charAt(g)}`,
      tasks: forms.flatMap((form) =>
        all.map((status, t) => ({ id: `w${g}-${t}-${form}`, status, form })),
      ),
    })),
  );

/** The queue as text. */
export function queueText(groups: readonly MadeGroup[]): string {
  return `# Work\n\n${groups.map(groupText).join('')}`;
}

function groupText({ title, tasks }: MadeGroup): string {
  const lines = tasks.filter(({ form }) => form !== 'section' && form !== 'nested');
  const sections = tasks.filter(({ form }) => form === 'section');
  const nested = tasks.filter(({ form }) => form === 'nested');
  const table = lines.some(({ form }) => form === 'table')
    ? '| Task ID | Status | Model |\n| --- | --- | --- |\n'
    : '';
  const body = lines.length > 0 ? `${table}${lines.map(lineText).join('')}\n` : '';
  const inner = nested.map((task) => sectionText(task, '####')).join('');
  const outer = sections.map((task) => sectionText(task, '###'));
  return `## ${title}\n\n${body}${outer.slice(0, 1).join('')}${inner}${outer.slice(1).join('')}`;
}

function sectionText({ id, status }: MadeTask, hashes: string): string {
  return `${hashes} ${id}: Do ${id}\n- **Status:** ${status}\n- **Model:** opus\n\nSome words about ${id}.\n\n\`\`\`sh\nmake ${id} # not a heading\n\`\`\`\n\n`;
}

function lineText({ id, status, form }: MadeTask): string {
  switch (form) {
    case 'table':
      return `| ${id} | ${status} | opus |\n`;
    case 'record':
      return `${id}|${status}|Do ${id}|Model: opus\n`;
    case 'checkbox':
      return `- [ ] ${id}: Do ${id}\n  - **Status:** ${status}\n  - **Model:** opus\n`;
    case 'bullet':
      return `- ${marks[status] ?? ''} ${id}: Do ${id}\n`;
    default:
      return '';
  }
}
