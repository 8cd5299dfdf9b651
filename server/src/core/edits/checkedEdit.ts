/**
 * The last word on every edit: the changed text is read again, and unless it says exactly what was meant - and of all
 * other tasks what it said before - the edit is refused. Queues are written by hand; no edit is worth another task.
 */
import type { Declaration, Mirror } from '../model/declaration';
import type { QueueDocument } from '../model/queueDocument';
import { holdsSpan, type Span } from '../model/span';
import { damageAt } from './damage';
import {
  declarationFacts,
  groupFacts,
  mirrorFacts,
  problemCounts,
  slotFacts,
} from './documentFacts';
import type { EditContext } from './editContext';
import { applyEdits, type EditResult, inOrder, refused, type TextEdit } from './textEdit';

/** What an edit is meant to change; of everything that is not named here nothing may change. */
export interface Expectation {
  /** By index in the document as read: whether the declaration came out as meant. */
  readonly changed?: ReadonlyMap<number, DeclarationCheck>;
  /** Indices of declarations that are to go. */
  readonly removed?: ReadonlySet<number>;
  /** Indices of declarations that are to stand elsewhere; they still have to pass `changed`. */
  readonly moved?: ReadonlySet<number>;
  /** The one declaration that is to be new. */
  readonly added?: {
    readonly id: string;
    readonly check: (after: Declaration, document: QueueDocument) => boolean;
  };
  /** By index in the document as read: whether the mirror came out as meant. */
  readonly mirrors?: ReadonlyMap<number, (after: Mirror) => boolean>;
  readonly slots?: (after: QueueDocument) => boolean;
}

export type DeclarationCheck = (
  after: Declaration,
  before: Declaration,
  documents: { readonly after: QueueDocument; readonly before: QueueDocument },
) => boolean;

/** The edits as a result, or a refusal when they would damage something or not read back as meant. */
export function checkedEdit(
  context: EditContext,
  document: QueueDocument,
  description: string,
  edits: readonly TextEdit[],
  expectation: Expectation,
): EditResult {
  const wanted = inOrder(edits.filter((e) => e.expected !== e.newText));
  if (wanted.length === 0) return { kind: 'edits', description, edits: [] };
  for (const { span } of wanted) {
    const damage = damageAt(document, span);
    if (damage) return damage;
  }
  const applied = applyEdits(document.text, wanted);
  if (applied.kind === 'refused') return applied;
  const after = context.reread(document.uri, applied.text);
  const trouble = differenceOf(document, after, expectation);
  return trouble === undefined ? { kind: 'edits', description, edits: wanted } : refused(trouble);
}

const byHand = 'Make this change by hand.';

/** What came out otherwise than meant; nothing when all is well. */
function differenceOf(
  before: QueueDocument,
  after: QueueDocument,
  expectation: Expectation,
): string | undefined {
  return (
    declarationDifference(before, after, expectation) ??
    mirrorDifference(before, after, expectation) ??
    slotDifference(before, after, expectation) ??
    groupDifference(before, after, expectation) ??
    problemDifference(before, after)
  );
}

function declarationDifference(
  before: QueueDocument,
  after: QueueDocument,
  { changed, removed, moved, added }: Expectation,
): string | undefined {
  const left = [...after.declarations];
  const take = (id: string, at: number): Declaration | undefined =>
    left[at]?.id.value.toLowerCase() === id.toLowerCase() ? left.splice(at, 1)[0] : undefined;
  if (added) {
    const at = left.findIndex((d) => d.id.value.toLowerCase() === added.id.toLowerCase());
    const found = take(added.id, at);
    if (!found || !added.check(found, after))
      return `\`${added.id}\` would not read back as it was meant. ${byHand}`;
  }
  for (const index of moved ?? []) {
    const own = before.declarations[index];
    const at = left.findIndex((d) => d.id.value === own?.id.value);
    const found = own && take(own.id.value, at);
    if (!found || changed?.get(index)?.(found, own, { after, before }) === false)
      return notAsMeant(own);
  }
  for (const [index, own] of before.declarations.entries()) {
    if (removed?.has(index) || moved?.has(index)) continue;
    const found = take(own.id.value, 0);
    if (!found) return `The change would alter how \`${own.id.value}\` is read. ${byHand}`;
    const check = changed?.get(index);
    if (check ? !check(found, own, { after, before }) : !sayTheSame(before, own, after, found))
      return check
        ? notAsMeant(own)
        : `The change would alter how \`${own.id.value}\` is read. ${byHand}`;
  }
  const more = left[0];
  return more && `The change would make a task of \`${more.id.value}\`. ${byHand}`;
}

function notAsMeant(declaration: Declaration | undefined): string {
  return `\`${declaration?.id.value ?? 'The task'}\` is written in a way that cannot say this. ${byHand}`;
}

function sayTheSame(
  before: QueueDocument,
  one: Declaration,
  after: QueueDocument,
  other: Declaration,
): boolean {
  return declarationFacts(before, one) === declarationFacts(after, other);
}

function mirrorDifference(
  before: QueueDocument,
  after: QueueDocument,
  { mirrors, removed, moved, added }: Expectation,
): string | undefined {
  const gone = blocksOf(before, removed);
  const kept = [...before.mirrors.entries()].filter(
    ([, { line }]) => !gone.some((block) => holdsSpan(block, line)),
  );
  // What repeats a new task may turn up anywhere.
  const found = after.mirrors.filter((m) => m.of !== added?.id.toLowerCase());
  const differs =
    moved === undefined
      ? kept.findIndex(([index, mirror], at) => {
          const now = found[at];
          const check = mirrors?.get(index);
          return !now || (check ? !check(now) : mirrorFacts(now) !== mirrorFacts(mirror));
        })
      : sorted(before.mirrors) === sorted(after.mirrors)
        ? -1
        : 0;
  return differs >= 0 || found.length !== kept.length
    ? `The change would alter what the file repeats of \`${kept[differs]?.[1].id.value ?? found.at(-1)?.id.value ?? ''}\`. ${byHand}`
    : undefined;
}

/** Mirrors within a task move with it, so their order says nothing. */
function sorted(mirrors: readonly Mirror[]): string {
  return mirrors.map(mirrorFacts).sort().join('\n');
}

function groupDifference(
  before: QueueDocument,
  after: QueueDocument,
  { removed, moved }: Expectation,
): string | undefined {
  const ids = new Set([...(moved ?? [])].map((i) => before.declarations[i]?.id.value));
  const there = after.declarations.filter((d) => ids.has(d.id.value)).map((d) => d.block);
  const here = [...blocksOf(before, removed), ...blocksOf(before, moved)];
  return groupFacts(before, here) === groupFacts(after, there)
    ? undefined
    : `The change would alter the sections of the file. ${byHand}`;
}

function blocksOf(
  document: QueueDocument,
  indices: ReadonlySet<number> | undefined,
): readonly Span[] {
  return [...(indices ?? [])].flatMap((i) => document.declarations[i]?.block ?? []);
}

function slotDifference(
  before: QueueDocument,
  after: QueueDocument,
  { slots }: Expectation,
): string | undefined {
  if (slots) return slots(after) ? undefined : `The slot line cannot say this. ${byHand}`;
  return slotFacts(before) === slotFacts(after)
    ? undefined
    : `The change would alter what the file says about slots. ${byHand}`;
}

function problemDifference(before: QueueDocument, after: QueueDocument): string | undefined {
  const old = problemCounts(before);
  const [worse] = [...problemCounts(after)].find(([code, n]) => n > (old.get(code) ?? 0)) ?? [];
  return worse && `The change would leave damage behind (${worse}). ${byHand}`;
}
