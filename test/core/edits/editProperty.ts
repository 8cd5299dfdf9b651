/**
 * What every edit promises, checked without the check that the edits run on themselves: outside the named places every
 * byte stays, and the text that comes out says what was asked for and nothing else.
 */
import fc from 'fast-check';
import type { EditContext } from '../../../server/src/core/edits/editContext';
import { applyEdits, type EditResult } from '../../../server/src/core/edits/textEdit';
import { readQueue } from '../../../server/src/core/dialect/readQueue';
import type { Declaration } from '../../../server/src/core/model/declaration';
import type { QueueDocument } from '../../../server/src/core/model/queueDocument';
import type { Span } from '../../../server/src/core/model/span';
import { bucketOf } from '../../../server/src/core/model/status';
import { defaultOptions } from '../../../server/src/core/options';
import { contextOf, queueUri } from './editing';
import { generatedQueue, type GeneratedQueue } from './generatedQueue';
import { operation, type Operation, performOperation, phaseAt } from './editOperation';
import { running, slotMeaning, taskMeaning } from './taskMeaning';

/** What may be refused: what the form has no place for, and what makes no sense. */
export const fairRefusal =
  /only a bullet|bullets with an emoji|no column for|no Status column|cannot wait for itself|already waits|close a ring|does not wait|row of a table|there are only \d slots/;

export const editCase = fc.tuple(generatedQueue, operation);

/** `done`, or why it was refused; throws where a promise is broken. */
export function checkEdit([queue, op]: readonly [GeneratedQueue, Operation]): string {
  const context = contextFor(queue);
  const before = context.state.documents.get(queueUri) as QueueDocument;
  const id = queue.ids[op.task % queue.ids.length] as string;
  const other = queue.ids[op.other % queue.ids.length] as string;
  const own = before.declarations.find((d) => d.id.value === id);
  if (!own) throw new Error(`${id} was not generated so that it is read`);
  const result = performOperation(context, before, id, other, op);
  if (result.kind === 'refused')
    return `${op.kind} ${own.form}: ${result.why.replaceAll(/`[^`]*`/g, '…')}`;
  const applied = applyEdits(queue.text, result.edits);
  if (applied.kind === 'refused') throw new Error(applied.why);
  const after = readQueue(queueUri, applied.text, defaultOptions, before);
  expectSmall(before, own, other, op, result);
  expectSameFile(queue.text, applied.text);
  expectOnlyMeant(before, after, id, other, op);
  return 'done';
}

const contexts = new WeakMap<GeneratedQueue, EditContext>();

/** A queue that is edited many times is read once: every edit starts from the same text. */
function contextFor(queue: GeneratedQueue): EditContext {
  const context = contexts.get(queue) ?? contextOf(queue.text);
  contexts.set(queue, context);
  return context;
}

/** Every edit stays where its operation has business. */
function expectSmall(
  before: QueueDocument,
  own: Declaration,
  other: string,
  op: Operation,
  result: EditResult,
): void {
  if (result.kind === 'refused') return;
  const places: Span[] = [own.block];
  if (op.kind === 'follow') {
    places.push(
      // A detail heading says its status in a line below it.
      ...before.mirrors
        .filter((m) => m.of === own.id.value.toLowerCase())
        .flatMap(({ line, status }) => [line, ...(status.text ? [status.text.span] : [])]),
    );
    if (before.slots)
      places.push({
        start: before.slots.line.start,
        end: before.slots.line.end + slotReach(before),
      });
  }
  for (const { span } of result.edits) {
    const isInsertion = span.start === span.end;
    if (isInsertion && ['add', 'add-to', 'move'].includes(op.kind)) continue;
    // The line break of a line that goes; for a block that moves, the blank lines around it.
    const slack = op.kind === 'move' ? 8 : 2;
    if (!places.some((p) => p.start - slack <= span.start && span.end <= p.end + slack))
      throw new Error(
        `${op.kind} of ${own.id.value} (${other}) reaches out to ${span.start}–${span.end}`,
      );
  }
}

/** Where the slot line ends: its Running line belongs to it, and below a heading its table. */
function slotReach({ slots, text }: QueueDocument): number {
  if (slots?.source === 'line') return 80;
  const table = /(?:^\|.*\|[ \t]*(?:\r\n|\n|\r|$))+/m.exec(text.slice(slots?.line.end));
  return table ? table.index + table[0].length : 80;
}

/** BOM, line breaks and the end of the file are as before. */
function expectSameFile(before: string, after: string): void {
  const breaks = (text: string): string =>
    [...new Set(text.match(/\r\n|\r|\n/g) ?? [])].sort().join();
  if (before.startsWith('\ufeff') !== after.startsWith('\ufeff'))
    throw new Error('the BOM changed');
  if (breaks(before) !== breaks(after)) throw new Error('the line breaks changed');
  const end = (text: string): string => /[\r\n]*$/.exec(text)?.[0] ?? '';
  if (end(before) !== end(after)) throw new Error('the end of the file changed');
}

function expectOnlyMeant(
  before: QueueDocument,
  after: QueueDocument,
  id: string,
  other: string,
  op: Operation,
): void {
  const own = before.declarations.find((d) => d.id.value === id) as Declaration;
  const now = after.declarations.find((d) => d.id.value === id) as Declaration;
  const inBlock = (d: Declaration): boolean =>
    own.block.start < d.line.start && d.line.end <= own.block.end;
  const travels = new Set(before.declarations.filter(inBlock).map((d) => d.id.value));
  const rest = (document: QueueDocument): string =>
    JSON.stringify(
      document.declarations
        .filter(
          (d) =>
            d.id.value !== id &&
            d.id.value !== 'new-77' &&
            !(op.kind === 'move' && travels.has(d.id.value)),
        )
        .map((d) => taskMeaning(document, d, [])),
    );
  if (rest(before) !== rest(after))
    throw new Error(`another task changed:\n${rest(before)}\n${rest(after)}`);
  const same = (...but: readonly string[]): void => {
    const [old, new_] = [taskMeaning(before, own, but), taskMeaning(after, now, but)].map((t) =>
      JSON.stringify(t),
    );
    if (old !== new_) throw new Error(`more changed than ${but.join()}:\n${old}\n${new_}`);
  };
  const listed = (document: QueueDocument): string =>
    JSON.stringify(
      document.mirrors
        .filter((m) => op.kind !== 'follow' || m.of !== id.toLowerCase())
        .map((m) => [m.of, m.form, m.status.value])
        .sort(),
    );
  if (listed(before) !== listed(after)) throw new Error('the mirrors changed');
  if (
    op.kind !== 'follow' &&
    JSON.stringify(slotMeaning(before)) !== JSON.stringify(slotMeaning(after))
  )
    throw new Error('the slots changed');
  const want = (holds: boolean, what: string): void => {
    if (!holds) throw new Error(`${op.kind} did not come out: ${what}`);
  };
  switch (op.kind) {
    case 'follow':
      want(
        after.mirrors.every(
          (m) =>
            m.of !== id.toLowerCase() ||
            m.status.value === 'unknown' ||
            bucketOf(m.status.value) === bucketOf(op.status),
        ),
        'mirrors',
      );
      want(now.status.value === op.status, 'status');
      want(after.slots?.occupied === undefined || after.slots.occupied === running(after), 'slots');
      same('status', 'mark');
      break;
    case 'field':
      want(
        now.fields.find((f) => f.key === op.field)?.value.value.replaceAll('`', '') === op.value,
        'value',
      );
      same(op.field);
      break;
    case 'no-field':
      want(!now.fields.some((f) => f.key === op.field), 'gone');
      same(op.field);
      break;
    case 'wait':
      want(
        now.references.some((r) => r.text.value === other),
        'waits',
      );
      want(now.references.length === own.references.length + 1, 'one more');
      same('references', 'dependencies');
      break;
    case 'no-wait':
      want(now.references.length === own.references.length - 1, 'one less');
      // "pending (after a-1)" says both; the word itself stays.
      want(now.status.value === own.status.value, 'status');
      same('references', 'dependencies', 'status');
      break;
    case 'add':
    case 'add-to': {
      const added = after.declarations.filter((d) => d.id.value === 'new-77');
      want(
        added.length === 1 &&
          added[0]?.status.value === op.status &&
          added[0].title?.value === op.value,
        'added',
      );
      same();
      break;
    }
    case 'move':
      want(now.group === phaseAt(after, op.other), 'group');
      same('place');
      break;
    default:
      want(now.status.value === op.status, 'status');
      same('status', 'mark');
  }
}
