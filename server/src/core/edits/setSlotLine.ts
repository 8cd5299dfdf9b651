/** Making the slot line say what is in progress, or what is asked for. */
import { idOf } from '../index/idOf';
import type { QueueDocument, SlotClaim } from '../model/queueDocument';
import { holdsSpan, type Span } from '../model/span';
import { checkedEdit } from './checkedEdit';
import { fileDamage } from './damage';
import type { EditContext } from './editContext';
import { lineEndFrom, nextLine } from './lines';
import { slotTableEdits } from './slotTable';
import { type EditResult, type Refusal, refused, type TextEdit } from './textEdit';

export interface SlotIntent {
  readonly uri: string;
  /** The tasks that hold a slot; by default those in progress. */
  readonly ids?: readonly string[];
}

/** The edits of the slot line, and of the Running line beside it where there is one. */
export function setSlotLine(context: EditContext, intent: SlotIntent): EditResult {
  const { state } = context;
  const document = state.documents.get(intent.uri);
  if (!document) return refused('The queue is no longer there.');
  const damage = fileDamage(document);
  if (damage) return damage;
  const ids = intent.ids ?? runningIds(context, intent.uri);
  const edits = slotEdits(context, document, ids);
  if ('kind' in edits) return edits;
  const named = namesAnyone(document);
  return checkedEdit(context, document, `Say that ${ids.length} slots are taken`, edits, {
    slots: ({ slots }) =>
      slots !== undefined &&
      slots.max === document.slots?.max &&
      (slots.occupied === ids.length || document.slots?.occupied === undefined) &&
      (!named || sameIds(slots.claims, ids)),
  });
}

function runningIds({ state }: EditContext, uri: string): readonly string[] {
  const keys = state.schedule.byQueue.get(uri)?.inProgress ?? [];
  return keys.map((key) => idOf(state.index, key));
}

function slotEdits(
  { state }: EditContext,
  document: QueueDocument,
  ids: readonly string[],
): readonly TextEdit[] | Refusal {
  const { slots } = document;
  if (!slots) return refused('The queue has no slot line.');
  switch (slots.source) {
    case 'line':
      return lineEdits(document, slots.line, slots.max, ids);
    case 'capacity':
      return capacityEdits(document, slots.line, ids);
    case 'max':
    case 'heading':
    case 'table':
    case 'worker-table':
      return slots.occupied === undefined && slots.claims.length === 0
        ? refused(onlyMaximum)
        : slotTableEdits(document, slots.line.start, ids, (id) => {
            const found = state.index.resolve(document.uri, id);
            return found.kind === 'task' ? state.index.tasks.get(found.target)?.id : undefined;
          });
    case 'rule':
      return refused(onlyMaximum);
  }
}

const onlyMaximum = 'The queue only says how many slots there are, not how many are taken.';

const fraction =
  /(\d{1,4})[ \t]*\/[ \t]*\d{1,4}(?:[ \t]+(?:worker |task |leaf )?(?:slots?[ \t]+)?(occupied|active|used|in use|available|free)?)?/i;

function lineEdits(
  document: QueueDocument,
  line: Span,
  max: number,
  ids: readonly string[],
): readonly TextEdit[] | Refusal {
  const { uri, text, slots } = document;
  const words = text.slice(line.start, line.end);
  const match = fraction.exec(words);
  if (!match) return refused('The slot line was not understood.');
  const countsFree = /available|free/i.test(match[2] ?? '');
  if (countsFree && ids.length > max)
    return refused(`${ids.length} tasks are in progress, but there are only ${max} slots.`);
  const at = line.start + match.index;
  const digits = match[1] as string;
  const number = edit(
    uri,
    text,
    { start: at, end: at + digits.length },
    String(countsFree ? max - ids.length : ids.length),
  );
  const own = (slots?.claims ?? []).filter((c) => c.line.start === line.start);
  const list = namesBehind(text, line, at + match[0].length, own);
  const running = runningLine(text, line);
  return [
    number,
    ...(list ? [listEdit(uri, text, list, ids)] : []),
    ...(running ? [runningEdit(uri, text, running, ids)] : []),
  ];
}

/** The parentheses that name who holds a slot. */
function namesBehind(
  text: string,
  line: Span,
  from: number,
  claims: readonly SlotClaim[],
): Span | undefined {
  const behind = text.slice(from, line.end);
  for (const match of behind.matchAll(/[ \t]*\(([^()]*)\)/g)) {
    const span = { start: from + match.index, end: from + match.index + match[0].length };
    const holdsClaim = claims.some((claim) => holdsSpan(span, claim.id.span));
    if (holdsClaim || /^\s*(?:none|empty|idle|-|—)?\s*$/i.test(match[1] as string)) return span;
  }
  return undefined;
}

function listEdit(uri: string, text: string, span: Span, ids: readonly string[]): TextEdit {
  const blanks = /^[ \t]*/.exec(text.slice(span.start, span.end))?.[0] ?? '';
  return edit(uri, text, span, ids.length === 0 ? '' : `${blanks || ' '}(${ids.join(', ')})`);
}

/** The value of a `Running:` line right below the slot line. */
function runningLine(text: string, slotLine: Span): Span | undefined {
  for (
    let line = nextLine(text, slotLine.end), n = 0;
    line && n < 4;
    line = nextLine(text, line.end), n++
  ) {
    const words = text.slice(line.start, line.end);
    if (words.trim() === '' || /^#/.test(words)) return undefined;
    const label =
      /^[ \t]*(?:[-*+][ \t]+)?\*{0,2}(?:Running|In Progress)(?::\*\*|\*\*:|:)[ \t]*/i.exec(words);
    if (label)
      return { start: line.start + label[0].length, end: line.start + words.trimEnd().length };
  }
  return undefined;
}

function runningEdit(uri: string, text: string, span: Span, ids: readonly string[]): TextEdit {
  const start = Math.min(span.start, span.end);
  const lead = /[ \t]$/.test(text.slice(0, start)) ? '' : ' ';
  const words = ids.length === 0 ? 'None' : ids.join(', ');
  return edit(uri, text, { start, end: span.end }, lead + words);
}

function capacityEdits(
  { uri, text }: QueueDocument,
  line: Span,
  ids: readonly string[],
): readonly TextEdit[] | Refusal {
  const until = text.indexOf('\n#', line.end);
  const from = lineEndFrom(text, line.end);
  const below = text.slice(from, until < 0 ? undefined : until);
  const match = /(Active Workers(?::\*\*|\*\*:|:)[ \t]*)(\d{1,4})/i.exec(below);
  if (!match) return refused('The queue does not say how many workers are active.');
  const start = from + match.index + (match[1] as string).length;
  return [edit(uri, text, { start, end: start + (match[2] as string).length }, String(ids.length))];
}

/** True when the slot line tells who holds the slots. */
function namesAnyone({ slots }: QueueDocument): boolean {
  return slots !== undefined && slots.claims.length > 0 && slots.source === 'line';
}

function sameIds(claims: readonly SlotClaim[], ids: readonly string[]): boolean {
  const named = new Set(claims.map((c) => c.id.value.toLowerCase()));
  return named.size === ids.length && ids.every((id) => named.has(id.toLowerCase()));
}

function edit(uri: string, text: string, span: Span, newText: string): TextEdit {
  return { uri, span, expected: text.slice(span.start, span.end), newText };
}
