/** Which occurrences are tasks and which only repeat one (dialect 3.3, precedence; 3.8; C4). */
import type { Declaration, DeclarationForm, Mirror, TaskStatus } from '../model/declaration';
import type { Spanned, Span } from '../model/span';
import { repeatedIdAmong } from './repeatedId';
import { isTaskId } from './taskId';

const strength: Readonly<Record<DeclarationForm, number>> = {
  heading: 4,
  'task-heading': 4,
  'task-id-field': 4,
  'pipe-record': 4,
  checkbox: 3,
  'table-row': 2,
  'status-bullet': 1,
};

/** Occurrences of one line that a stronger form may turn into a repeat; `table` tells rows of one table apart. */
export interface Occurrence {
  readonly declaration: Declaration;
  /** Which table the row stands in; two rows of one table are duplicates, rows of two tables repeat each other. */
  readonly table?: number;
  /** True where it declares a task only if nothing else does, and repeats none. */
  readonly isRemark?: boolean;
}

/** A place that repeats a task but can never declare one: a detail heading, an item of a Sub-Tasks list. */
export interface Repeat {
  readonly form: 'detail-heading' | 'sub-task';
  readonly id: Spanned<string>;
  readonly line: Span;
  readonly status: TaskStatus;
}

export interface Ranked {
  /** In file order. */
  readonly declarations: readonly Declaration[];
  readonly mirrors: readonly Mirror[];
}

/** Splits the occurrences: strongest first, a weaker one with a known id is a mirror. */
export function rankOccurrences(
  occurrences: readonly Occurrence[],
  repeats: readonly Repeat[],
): Ranked {
  const declarations: Declaration[] = [];
  const mirrors: Mirror[] = [];
  for (const level of [4, 3, 2, 1]) {
    const here = occurrences.filter((o) => strength[o.declaration.form] === level);
    const match = repeatedIdAmong(
      declarations.map((d) => d.id.value),
      here.map((o) => o.declaration.id.value),
    );
    const aliasOf = aliasesOf(declarations);
    const tableOf = new Map<string, number | undefined>();
    for (const { declaration, table, isRemark } of here) {
      const key = declaration.id.value.toLowerCase();
      const again = tableOf.has(key) && level < 4 && !(level === 2 && table === tableOf.get(key));
      const of = match(key) ?? aliasOf(declaration) ?? (again ? key : undefined);
      if (of !== undefined && isRemark === true) continue;
      if (of !== undefined) mirrors.push(mirrorOf(declaration, of));
      else {
        declarations.push(declaration);
        if (!tableOf.has(key)) tableOf.set(key, table);
      }
    }
  }
  const match = repeatedIdAmong(declarations.map((d) => d.id.value));
  for (const repeat of repeats) {
    const of = match(repeat.id.value.toLowerCase());
    if (of !== undefined) mirrors.push({ role: 'mirror', ...repeat, of });
  }
  return { declarations: declarations.sort(byPlace), mirrors: mirrors.sort(byPlace) };
}

/** Trailing `(x-1)` of a title, or `x-1: …` at its start. */
const inParentheses = /\(`?([A-Za-z][\w.-]*)`?\)[^\w)]*$/;
const leading = /^[*_`]*([A-Za-z][\w.-]*?)[*_`]*:[ \t]/;

/**
 * One task may go by two ids: a row `x-1 | p2-1: Title` speaks of the heading `p2-1`, and so does a row `x-1` where that
 * heading's title ends in `(x-1)`. The result is the stronger id.
 */
function aliasesOf(stronger: readonly Declaration[]): (weaker: Declaration) => string | undefined {
  const known = new Map(stronger.map((d) => [d.id.value.toLowerCase(), d]));
  const byAlias = new Map(
    stronger.flatMap((d) => {
      const alias = inParentheses.exec(d.title?.value ?? '')?.[1];
      return alias === undefined || !isTaskId(alias)
        ? []
        : [[alias.toLowerCase(), d.id.value.toLowerCase()] as const];
    }),
  );
  return (weaker) => {
    const named = leading.exec(weaker.title?.value ?? '')?.[1]?.toLowerCase();
    return named !== undefined && known.has(named)
      ? named
      : byAlias.get(weaker.id.value.toLowerCase());
  };
}

function mirrorOf(declaration: Declaration, of: string): Mirror {
  const form =
    declaration.form === 'checkbox' || declaration.form === 'status-bullet'
      ? declaration.form
      : 'table-row';
  // A row without a Status column repeats the id only; it claims nothing about its status.
  const status: TaskStatus =
    declaration.status.source === 'default'
      ? { value: 'unknown', source: 'none' }
      : declaration.status;
  return { role: 'mirror', form, id: declaration.id, of, line: declaration.line, status };
}

function byPlace(a: { readonly line: Span }, b: { readonly line: Span }): number {
  return a.line.start - b.line.start;
}
