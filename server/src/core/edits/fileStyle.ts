/** How a file writes things: its own words and emoji for statuses, its own names for fields. */
import { plainStatus, statusOfEmoji } from '../dialect/statusLexicon';
import type { FieldKey } from '../model/field';
import type { QueueDocument } from '../model/queueDocument';
import type { Status } from '../model/status';
import { emojisOf } from '../text/emoji';

export type KnownStatus = Exclude<Status, 'unknown'>;

export interface StatusStyle {
  /** The word as the file writes it most often, else our own. */
  word(status: KnownStatus): string;
  /** The emoji that stands beside that status in this file, else a common one. */
  emoji(status: KnownStatus): string;
  /** Whether headings of tasks with that status carry a mark: mostly, mostly not, or there are none. */
  marksHeadings(status: KnownStatus): boolean | undefined;
}

/** Words that mean the same as ours and nothing more; others (`optional`, `already-reviewed`) are not for spreading. */
const plainWords: Readonly<Record<KnownStatus, readonly string[]>> = {
  pending: ['pending', 'todo', 'to-do', 'queued', 'open', 'not-started'],
  'in-progress': ['in-progress', 'in_progress', 'inprogress', 'working', 'active', 'running'],
  'needs-validation': ['needs-validation', 'awaiting-verification', 'awaiting-validation'],
  'self-validated': ['self-validated', 'l2-validated'],
  validated: ['validated', 'verified', 'l3-validated'],
  complete: ['complete', 'completed', 'done', 'finished'],
  blocked: ['blocked'],
  failed: ['failed'],
  cancelled: ['cancelled', 'canceled'],
};

const commonEmoji: Readonly<Record<KnownStatus, string>> = {
  pending: '⏳',
  'in-progress': '🔄',
  'needs-validation': '⏳',
  'self-validated': '✅',
  validated: '✅',
  complete: '✅',
  blocked: '⏸️',
  failed: '❌',
  cancelled: '🚫',
};

/** Learnt from the tasks of the file. */
export function statusStyleOf(document: QueueDocument): StatusStyle {
  const words = new Map<Status, string[]>();
  const emojis = new Map<Status, string[]>();
  const marked = new Map<Status, number>();
  for (const { status, mark } of document.declarations) {
    const said = status.source === 'field' || status.source === 'cell' ? status.text : undefined;
    if (!said || status.value === 'unknown') continue;
    const word = plainStatus(said.value);
    if (plainWords[status.value].includes(word.toLowerCase().replace(/\s+/g, '-')))
      push(words, status.value, word);
    const shown = [...emojisOf(said.value).map((e) => e.emoji), ...(mark ? [mark.emoji] : [])];
    for (const emoji of shown)
      if (statusOfEmoji(emoji) === status.value) push(emojis, status.value, emoji);
    marked.set(status.value, (marked.get(status.value) ?? 0) + (mark ? 1 : -1));
  }
  return {
    word: (status) => mostFrequent(words.get(status)) ?? status,
    emoji: (status) => mostFrequent(emojis.get(status)) ?? commonEmoji[status],
    marksHeadings: (status) => {
      const balance = marked.get(status);
      return balance === undefined ? undefined : balance > 0;
    },
  };
}

const names: Readonly<Partial<Record<FieldKey, string>>> = {
  status: 'Status',
  priority: 'Priority',
  model: 'Model',
  dependencies: 'Depends On',
  worker: 'Worker',
  parent: 'Parent',
  phase: 'Phase',
  started: 'Started',
  completed: 'Completed',
  claimed: 'Claimed Complete',
  progress: 'Progress',
  project: 'Project',
  type: 'Type',
  description: 'Description',
  'sub-tasks': 'Sub-Tasks',
  created: 'Created',
  updated: 'Updated',
  result: 'Result',
  summary: 'Summary',
};

/** What the file calls a field; nothing for `other`, which has no name of its own. */
export function fieldNameOf(document: QueueDocument, key: FieldKey): string | undefined {
  const used = document.declarations.flatMap((d) =>
    d.form === 'table-row' ? [] : d.fields.filter((f) => f.key === key).map((f) => f.name.value),
  );
  return (key === 'other' ? undefined : mostFrequent(used)) ?? names[key];
}

/** `word` in the letters of `model`: CAPITALS, Capitalized, or as it is. */
export function inCaseOf(model: string, word: string): string {
  if (model.length > 1 && model === model.toUpperCase() && model !== model.toLowerCase())
    return word.toUpperCase();
  if (/^\p{Lu}\P{Lu}*$/u.test(model)) return word.charAt(0).toUpperCase() + word.slice(1);
  return word;
}

/** The first of the most frequent items. */
export function mostFrequent(items: readonly string[] | undefined): string | undefined {
  const counts = new Map<string, number>();
  for (const item of items ?? []) counts.set(item, (counts.get(item) ?? 0) + 1);
  let best: string | undefined;
  for (const [item, count] of counts)
    if (best === undefined || count > (counts.get(best) ?? 0)) best = item;
  return best;
}

function push(map: Map<Status, string[]>, key: Status, item: string): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}
