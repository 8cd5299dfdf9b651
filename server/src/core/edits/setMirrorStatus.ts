/** Correcting a place that repeats a task: a table row, a checkbox, a status bullet, a Sub-Tasks item, a detail section. */
import { readStatus } from '../dialect/statusLexicon';
import type { Mirror } from '../model/declaration';
import type { QueueDocument } from '../model/queueDocument';
import { bucketOf } from '../model/status';
import { checkedEdit } from './checkedEdit';
import { fileDamage } from './damage';
import type { EditContext } from './editContext';
import { type KnownStatus, type StatusStyle, statusStyleOf } from './fileStyle';
import { boxFor, wordsEdit } from './statusEdits';
import { restyledStatus } from './statusText';
import { type EditResult, type Refusal, refused, type TextEdit } from './textEdit';

export interface MirrorIntent {
  readonly uri: string;
  /** Index into `QueueDocument.mirrors`. */
  readonly mirror: number;
  readonly status: KnownStatus;
}

/** The edits that make a repeat agree; a coarser word counts where the place can say no finer one. */
export function setMirrorStatus(context: EditContext, intent: MirrorIntent): EditResult {
  const document = context.state.documents.get(intent.uri);
  const mirror = document?.mirrors[intent.mirror];
  if (!document || !mirror) return refused('The repeat is no longer there.');
  const damage = fileDamage(document);
  if (damage) return damage;
  const edits = mirrorEdits(document, mirror, intent.status, statusStyleOf(document));
  if ('kind' in edits) return edits;
  return checkedEdit(
    context,
    document,
    `Set ${mirror.id.value} to ${intent.status} where it is repeated`,
    edits,
    {
      mirrors: new Map([
        [
          intent.mirror,
          (after: Mirror) =>
            after.form === mirror.form &&
            after.id.value === mirror.id.value &&
            bucketOf(after.status.value) === bucketOf(intent.status),
        ],
      ]),
    },
  );
}

function mirrorEdits(
  document: QueueDocument,
  mirror: Mirror,
  status: KnownStatus,
  style: StatusStyle,
): readonly TextEdit[] | Refusal {
  const { text: words, source } = mirror.status;
  if (mirror.form === 'sub-task') return subTaskEdit(document, mirror, status, style);
  if (!words) return refused(`\`${mirror.id.value}\` says no status there.`);
  if (source === 'box' || (source === 'mark' && mirror.form === 'status-bullet'))
    return markEdits(document, mirror, words.span, coarse(status), style);
  return [wordsEdit(document, words.span, status, style)];
}

/** What a box or an emoji says of a finished task. */
function coarse(status: KnownStatus): KnownStatus {
  return bucketOf(status) === 'finished' ? 'complete' : status;
}

function markEdits(
  { uri, text }: QueueDocument,
  { form }: Mirror,
  span: { readonly start: number; readonly end: number },
  status: KnownStatus,
  style: StatusStyle,
): readonly TextEdit[] {
  const expected = text.slice(span.start, span.end);
  const newText =
    form === 'checkbox'
      ? expected.replace(/^\[(.{1,3}?)\]/u, (_, old: string) => `[${boxFor(status, style, old)}]`)
      : style.emoji(status);
  return [{ uri, span, expected, newText }];
}

/** The words behind the id of a Sub-Tasks item. */
function subTaskEdit(
  { uri, text }: QueueDocument,
  mirror: Mirror,
  status: KnownStatus,
  style: StatusStyle,
): readonly TextEdit[] | Refusal {
  const { end } = mirror.id.span;
  const behind = text.slice(end, mirror.line.end);
  const lead = /^[*_`~]*[ \t]*[:–—-]?[ \t]*[*_`~]*/.exec(behind)?.[0].length ?? 0;
  const words = behind.slice(lead);
  const newText =
    readStatus(words).status === undefined ? undefined : restyledStatus(words, status, style);
  if (newText === undefined) return refused(`\`${mirror.id.value}\` says no status there.`);
  return [{ uri, span: { start: end + lead, end: mirror.line.end }, expected: words, newText }];
}
