/** The outline of one queue file: groups and every declaration, headings nested by their level. */
import type { Declaration } from '../model/declaration';
import type { Group, QueueDocument } from '../model/queueDocument';
import type { Span } from '../model/span';
import { plainText } from '../parse/plainText';
import type { Status } from '../model/status';

export interface SymbolNode {
  readonly kind: 'group' | 'task';
  readonly name: string;
  /** The status of a task; empty for a group. */
  readonly detail: string;
  /** Encloses the spans of all children. */
  readonly span: Span;
  /** The heading text or the id; lies within `span`. */
  readonly selectionSpan: Span;
  readonly status: Status | undefined;
  readonly children: readonly SymbolNode[];
}

/** A node while its children are still being found. */
interface Draft extends Omit<SymbolNode, 'children'> {
  /** Of its heading; a row or a list item has none. */
  readonly level: number | undefined;
  readonly children: Draft[];
}

/** In file order. Repeated declarations of an id show up each at their place. */
export function documentSymbols(document: QueueDocument): readonly SymbolNode[] {
  const drafts = [
    ...document.groups.map(groupDraft),
    ...document.declarations.map((declaration) => taskDraft(document, declaration)),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const roots: Draft[] = [];
  const open: Draft[] = [];
  for (const draft of drafts) {
    if (draft.level === undefined) {
      const around = open.findLast(({ span }) => draft.span.start < span.end);
      (around?.children ?? roots).push(draft);
      continue;
    }
    while (draft.level <= (open.at(-1)?.level ?? 0)) open.pop();
    (open.at(-1)?.children ?? roots).push(draft);
    open.push(draft);
  }
  return roots.map(finished);
}

/** The block of a task ends where its subtasks begin; its symbol goes on to the end of the last of them. */
function finished({ level: _level, ...draft }: Draft): SymbolNode {
  const children = draft.children.map(finished);
  const span = children.reduce((whole, child) => union(whole, child.span), draft.span);
  return { ...draft, span, children };
}

function groupDraft(group: Group): Draft {
  return {
    kind: 'group',
    name: plainText(group.title.value).trim() || '(untitled)',
    detail: '',
    span: union(group.block, group.title.span),
    selectionSpan: group.title.span,
    status: undefined,
    level: group.level,
    children: [],
  };
}

function taskDraft(document: QueueDocument, declaration: Declaration): Draft {
  const { id, title, status, block } = declaration;
  const name =
    title === undefined || title.value === '' ? id.value : `${id.value}: ${plainText(title.value)}`;
  return {
    kind: 'task',
    name,
    detail: status.value,
    span: union(block, id.span),
    selectionSpan: id.span,
    status: status.value,
    level: headingLevel(document, declaration),
    children: [],
  };
}

function headingLevel({ text }: QueueDocument, { form, line }: Declaration): number | undefined {
  switch (form) {
    case 'heading':
    case 'task-heading':
    case 'task-id-field':
      return /^\s*(#{1,6})/.exec(text.slice(line.start, line.end))?.[1]?.length;
    case 'pipe-record':
    case 'checkbox':
    case 'table-row':
    case 'status-bullet':
      return undefined;
  }
}

function union(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
