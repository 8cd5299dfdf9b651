/** What a task says, taken apart: steps, tests, criteria and files under their own headings, and all the rest. */
import type { Declaration } from '../model/declaration';
import type { FieldKey } from '../model/field';
import type { QueueDocument } from '../model/queueDocument';
import { statedWords } from '../model/statedField';
import type { Task } from '../index/task';
import { plainText } from '../parse/plainText';
import { proseLinesOf } from '../runs/proseLines';
import {
  type BriefPart,
  endsPart,
  isDeeper,
  labelOf,
  type OpenPart,
  partNamed,
} from './briefLabel';

export interface TaskBrief {
  readonly title: string;
  /** Title and description. */
  readonly goal: string;
  /** Empty where the task has none. */
  readonly parts: Readonly<Record<BriefPart, string>>;
  /** Everything else but what the queue keeps of its own: status, worker, times. */
  readonly details: string;
  /** Whole, as it is written. */
  readonly task: string;
  /** As its field writes it; empty where it names none. */
  readonly story: string;
}

/** Fields that speak of the task's course, not of its work. */
const bookkeeping: ReadonlySet<FieldKey> = new Set<FieldKey>([
  ...(['status', 'worker', 'started', 'completed', 'claimed', 'updated', 'created'] as const),
  ...(['task-id', 'title'] as const),
]);

/**
 * All declarations of the task put together, in file order; one inside of another is told once, with the outer one.
 * Title, description and story are those of the first declaration that has them. Empty texts where nothing is said.
 */
export function taskBriefOf(document: QueueDocument, task: Task): TaskBrief {
  const declarations = outermost(
    task.declarations.flatMap((at) => document.declarations[at] ?? []),
  );
  const all = declarations.map((declaration) => briefOf(document, declaration));
  const join = (pick: (part: BlockBrief) => string): string =>
    all
      .map(pick)
      .filter((text) => text !== '')
      .join('\n\n');
  const first = <T>(pick: (declaration: Declaration) => T | undefined): T | undefined =>
    declarations.map(pick).find((found) => found !== undefined);
  const title = plainText(first((d) => d.title?.value) ?? '').trim();
  const description = first((d) => nonEmpty(statedWords(d, 'description'))) ?? '';
  return {
    title,
    goal: [title, description].filter((text) => text !== '').join('\n'),
    parts: {
      instructions: join((b) => b.parts.instructions),
      files: join((b) => b.parts.files),
      tests: join((b) => b.parts.tests),
      criteria: join((b) => b.parts.criteria),
    },
    details: join((b) => b.details),
    task: join((b) => b.text),
    story: first((d) => d.fields.find((f) => storyName.test(f.name.value))?.value.value) ?? '',
  };
}

const storyName = /^(?:user story|story|story id|beads?|bead id)$/i;

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}

/** A declaration inside of another one's block is shown with that. */
function outermost(declarations: readonly Declaration[]): readonly Declaration[] {
  return declarations.filter(
    ({ block }) =>
      !declarations.some(
        ({ block: other }) =>
          other !== block &&
          other.start <= block.start &&
          other.end >= block.end &&
          other.end - other.start > block.end - block.start,
      ),
  );
}

interface BlockBrief {
  readonly text: string;
  readonly parts: Readonly<Record<BriefPart, string>>;
  readonly details: string;
}

function briefOf(document: QueueDocument, declaration: Declaration): BlockBrief {
  const { block, line: first } = declaration;
  const text = document.text.slice(block.start, block.end);
  const own = new Set(
    declaration.fields
      .filter((f) => bookkeeping.has(f.key) || f.key === 'description')
      .filter((f) => f.line.start > first.start)
      .map((f) => f.line.start - block.start),
  );
  const lines: Record<BriefPart | 'details', string[]> = {
    instructions: [],
    files: [],
    tests: [],
    criteria: [],
    details: declaringLine(document, declaration),
  };
  let open: OpenPart | undefined;
  for (const line of proseLinesOf(text)) {
    if (block.start + line.start === first.start) continue;
    const label = labelOf(line);
    const part = label && partNamed(label.name);
    if (label && part !== undefined && !isDeeper(label, open)) {
      open = { part, level: label.level };
      if (label.rest !== '') lines[part].push(label.rest);
      continue;
    }
    if (label && open && endsPart(label, open)) open = undefined;
    if (open === undefined && own.has(line.start)) continue;
    lines[open?.part ?? 'details'].push(text.slice(line.start, line.end));
  }
  return {
    text: text.trimEnd(),
    parts: {
      instructions: tidy(lines.instructions),
      files: tidy(lines.files),
      tests: tidy(lines.tests),
      criteria: tidy(lines.criteria),
    },
    details: tidy(lines.details),
  };
}

/**
 * The declaring line where it is more than a heading: a row with the head of its table, a record, an item of a list. What
 * stands in a heading is the title.
 */
function declaringLine({ text }: QueueDocument, { form, line }: Declaration): string[] {
  if (form === 'heading' || form === 'task-heading' || form === 'task-id-field') return [];
  const own = text.slice(line.start, line.end);
  if (form !== 'table-row') return [own];
  const above = text.slice(0, line.start).split(/\r?\n/).slice(0, -1);
  const end = above.findLastIndex((row) => !row.includes('|'));
  const head = above[end + 1];
  return head === undefined ? [own] : [head, own];
}

/** Without rulers, and without empty lines around; never more than one of these in a row. */
function tidy(lines: readonly string[]): string {
  return lines
    .filter((line) => !/^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line))
    .join('\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\s+$/g, '');
}
