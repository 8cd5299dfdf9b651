/** Setting the status of a task: the words, the mark in its heading, and by request what repeats it. */
import type { Declaration } from '../model/declaration';
import { bucketOf } from '../model/status';
import type { QueueDocument } from '../model/queueDocument';
import { checkedEdit } from './checkedEdit';
import { declarationFacts, type Part } from './documentFacts';
import type { EditContext } from './editContext';
import { type KnownStatus, statusStyleOf } from './fileStyle';
import { type EditStep, inSequence } from './inSequence';
import { setMirrorStatus } from './setMirrorStatus';
import { setSlotLine } from './setSlotLine';
import { statusEdits } from './statusEdits';
import { findTarget, type FoundTarget, type TaskTarget } from './taskTarget';
import { type EditResult, refused, type TextEdit } from './textEdit';

export interface StatusIntent extends TaskTarget {
  readonly status: KnownStatus;
  /** Repeats of the task in tables, lists and detail sections follow. */
  readonly mirrors?: boolean;
  /** The slot line says afterwards what is in progress; left alone where the queue has none. */
  readonly slotLine?: boolean;
}

/** The edits that give a task another status. */
export function setStatus(context: EditContext, intent: StatusIntent): EditResult {
  const target = findTarget(context, intent);
  if (target.kind === 'refused') return target;
  const { document, declaration } = target;
  const { uri } = document;
  const steps: EditStep[] = [(c) => setOwnStatus(c, intent)];
  if (intent.mirrors === true)
    steps.push(
      ...mirrorsOf(document, declaration, intent.status).map(
        (mirror): EditStep =>
          (c) =>
            setMirrorStatus(c, { uri, mirror, status: intent.status }),
      ),
    );
  if (intent.slotLine === true && document.slots?.occupied !== undefined)
    steps.push((c) => setSlotLine(c, { uri }));
  return inSequence(context, `Set ${declaration.id.value} to ${intent.status}`, steps);
}

/** A status word in front of words that are none, which go into parentheses behind it. */
export function explainStatus(context: EditContext, intent: StatusIntent): EditResult {
  const target = findTarget(context, intent);
  if (target.kind === 'refused') return target;
  const { document, declaration } = target;
  const span = declaration.status.text?.span;
  if (!span) return refused(`\`${declaration.id.value}\` has no words for its status.`);
  const expected = document.text.slice(span.start, span.end);
  const note = expected.replace(/[()|]/g, '').trim();
  const newText = `${statusStyleOf(document).word(intent.status)} (${note})`;
  return checkedStatus(context, target, intent, [{ uri: document.uri, span, expected, newText }]);
}

/** The declaration alone. */
function setOwnStatus(context: EditContext, intent: StatusIntent): EditResult {
  const target = findTarget(context, intent);
  if (target.kind === 'refused') return target;
  const { document, declaration } = target;
  const edits = statusEdits(document, declaration, intent.status, statusStyleOf(document));
  return 'kind' in edits ? edits : checkedStatus(context, target, intent, edits);
}

function checkedStatus(
  context: EditContext,
  { document, declaration, at }: FoundTarget,
  { status }: StatusIntent,
  edits: readonly TextEdit[],
): EditResult {
  return checkedEdit(context, document, `Set ${declaration.id.value} to ${status}`, edits, {
    changed: new Map([
      [
        at,
        (after, before, documents) =>
          after.status.value === status && sameButStatus(before, after, documents),
      ],
    ]),
  });
}

const statusParts: ReadonlySet<Part> = new Set<Part>(['status', 'mark']);

function sameButStatus(
  before: Declaration,
  after: Declaration,
  documents: { readonly before: QueueDocument; readonly after: QueueDocument },
): boolean {
  const facts = (document: QueueDocument, declaration: Declaration): string =>
    declarationFacts(document, declaration, statusParts, (f) => f.key === 'status');
  return facts(documents.before, before) === facts(documents.after, after);
}

/** The repeats that say something else, by index. */
function mirrorsOf(
  document: QueueDocument,
  declaration: Declaration,
  status: KnownStatus,
): readonly number[] {
  const id = declaration.id.value.toLowerCase();
  return [...document.mirrors.entries()]
    .filter(
      ([, m]) =>
        m.of === id &&
        m.status.value !== 'unknown' &&
        bucketOf(m.status.value) !== bucketOf(status),
    )
    .map(([index]) => index);
}
