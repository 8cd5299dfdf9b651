/** Colours that only reading can give: ids, status words, models, in queue files only (design index, note 12). */
import type { Declaration, TaskStatus } from '../model/declaration';
import type { QueueDocument } from '../model/queueDocument';
import type { Span } from '../model/span';
import { bucketOf, isDone, type Status } from '../model/status';

export const semanticTokenTypes = [
  'taskId',
  'taskReference',
  'taskStatus',
  'taskModel',
  'taskPriority',
  'taskWorker',
] as const;
/** What a status or the task behind an id is; a theme may tell them apart without reading the word. */
export const semanticTokenModifiers = [
  'declaration',
  'pending',
  'active',
  'claimed',
  'done',
  'stuck',
  'dropped',
] as const;

export type SemanticTokenType = (typeof semanticTokenTypes)[number];
export type SemanticTokenModifier = (typeof semanticTokenModifiers)[number];

export interface SemanticToken {
  readonly span: Span;
  readonly type: SemanticTokenType;
  readonly modifiers: readonly SemanticTokenModifier[];
}

/** The tokens of a queue file: each within one line, none overlapping another, by place. */
export function semanticTokens(document: QueueDocument): readonly SemanticToken[] {
  const statusOf = new Map(
    document.declarations.map((d) => [d.id.value.toLowerCase(), d.status.value]),
  );
  const tokens = [
    ...document.declarations.flatMap((d) => declarationTokens(d, statusOf)),
    ...document.mirrors.flatMap((m) => [
      reference(m.id.span, statusOf.get(m.of)),
      ...statusTokens(m.status),
    ]),
    ...(document.slots?.claims ?? []).map((claim) =>
      reference(claim.id.span, statusOf.get(claim.id.value.toLowerCase())),
    ),
  ];
  return withoutOverlaps(
    tokens.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  );
}

function declarationTokens(
  declaration: Declaration,
  statusOf: ReadonlyMap<string, Status>,
): readonly SemanticToken[] {
  const fields = declaration.fields.flatMap((field): SemanticToken[] => {
    if (field.value.value === '') return [];
    if (field.key === 'model')
      return [{ span: field.value.span, type: 'taskModel', modifiers: [] }];
    if (field.key === 'priority')
      return [{ span: field.value.span, type: 'taskPriority', modifiers: [] }];
    return field.key === 'worker'
      ? [{ span: field.value.span, type: 'taskWorker', modifiers: [] }]
      : [];
  });
  return [
    {
      span: declaration.id.span,
      type: 'taskId',
      modifiers: ['declaration', ...modifiersOf(declaration.status.value)],
    },
    ...statusTokens(declaration.status),
    ...declaration.references
      .filter((r) => r.kind !== 'free-text')
      .map((r) => reference(r.text.span, statusOf.get(r.text.value.toLowerCase()))),
    ...fields,
  ];
}

function reference(span: Span, status: Status | undefined): SemanticToken {
  return { span, type: 'taskReference', modifiers: modifiersOf(status ?? 'unknown') };
}

function statusTokens(status: TaskStatus): readonly SemanticToken[] {
  if (!status.text || status.source === 'completed' || status.value === 'unknown') return [];
  return [{ span: status.text.span, type: 'taskStatus', modifiers: modifiersOf(status.value) }];
}

function modifiersOf(status: Status): readonly SemanticTokenModifier[] {
  if (isDone(status)) return ['done'];
  switch (bucketOf(status)) {
    case 'not-started':
      return ['pending'];
    case 'active':
      return ['active'];
    case 'finished':
      return ['claimed'];
    case 'stuck':
      return ['stuck'];
    case 'dropped':
      return ['dropped'];
    case 'unknown':
      return [];
  }
}

function withoutOverlaps(tokens: readonly SemanticToken[]): readonly SemanticToken[] {
  const kept: SemanticToken[] = [];
  for (const token of tokens) {
    if (token.span.end > token.span.start && token.span.start >= (kept.at(-1)?.span.end ?? 0))
      kept.push(token);
  }
  return kept;
}
