/** The words and emoji that mean a status, and how a status value is read (dialect 3.5, S1 and S3). */
import type { Status } from '../model/status';
import { bareEmoji, emojisOf, stripEmoji } from '../text/emoji';

export interface StatusReading {
  /** `undefined` when no word or emoji of it is known. */
  readonly status: Status | undefined;
  /** Text of the first parentheses, lower case: `manager` of "in-progress (manager)". */
  readonly qualifier: string | undefined;
}

const words: Readonly<Record<Exclude<Status, 'unknown'>, readonly string[]>> = {
  pending: [
    'pending',
    'todo',
    'to-do',
    'queued',
    'ready',
    'ready-to-start',
    'ready-to-spawn',
    'ready-for-breakdown',
    'waiting',
    'open',
    'planned',
    'scheduled',
    'optional',
    'not-started',
    'deferred',
  ],
  'in-progress': [
    'in-progress',
    'in_progress',
    'inprogress',
    'working',
    'active',
    'running',
    'executing',
    'assigned',
  ],
  'needs-validation': [
    'needs-validation',
    'awaiting-verification',
    'awaiting-validation',
    'claiming-complete',
    'claimed-complete',
    'claimed',
    'ready-for-validation',
    'ready-for-l2-validation',
    'ready-for-l3-validation',
    'needs-revalidation',
    'needs-review',
  ],
  'self-validated': ['self-validated', 'l2-validated'],
  validated: ['validated', 'verified', 'l3-validated'],
  complete: [
    'complete',
    'completed',
    'done',
    'verified-complete',
    'bypass-validation',
    'all-complete',
    'already-reviewed',
    'fixed',
    'released',
    'merged',
    'closed',
    'finished',
  ],
  blocked: ['blocked', 'validation-blocked', 'on-hold', 'paused'],
  failed: [
    'failed',
    'validation-failed',
    'l2-validation-failed',
    'l3-validation-failed',
    'needs-rework',
    'needs-fix',
    'fix-required',
    'needs-completion',
    'partial-validated',
    'validation-partial',
    'partially-completed',
    'rejected',
    'spawn-failed',
    'attempted-spawn',
  ],
  cancelled: [
    'cancelled',
    'canceled',
    'abandoned',
    'archived',
    'skipped',
    'superseded',
    'dropped',
    'obsolete',
    'replaced',
    'withdrawn',
  ],
};

const byWord = new Map<string, Status>(
  Object.entries(words).flatMap(([status, list]) =>
    list.map((word): [string, Status] => [word, status as Status]),
  ),
);

const byEmoji = new Map<string, Status>([
  ['✅', 'complete'],
  ['✔', 'complete'],
  ['☑', 'complete'],
  ['✓', 'complete'],
  ['🔄', 'in-progress'],
  ['🚧', 'in-progress'],
  ['⏳', 'pending'],
  ['🔜', 'pending'],
  ['📋', 'pending'],
  ['⏸', 'blocked'],
  ['❌', 'failed'],
  ['✗', 'failed'],
  ['✘', 'failed'],
  ['🚫', 'cancelled'],
  ['⏭', 'cancelled'],
]);

/** True for a word of the lexicon itself; `blocked-…` with anything behind it may be an id, too. */
export function isStatusWord(text: string): boolean {
  return byWord.has(text.toLowerCase());
}

/** What a task gave way to, or who gave it up, says no more of its status: "superseded by app-2". */
const gaveWay = /^([a-z]+)-(?:by|with|in-favou?r-of)-./;

/** The status of exactly these words, any case, blanks as good as hyphens; nothing when they are not in the lexicon. */
export function statusOfWords(text: string): Status | undefined {
  const key = text.trim().toLowerCase().replace(/\s+/g, '-');
  if (byWord.has(key)) return byWord.get(key);
  if (byWord.get(gaveWay.exec(key)?.[1] ?? '') === 'cancelled') return 'cancelled';
  return /^blocked-\w/.test(key) ? 'blocked' : undefined;
}

/** The status an emoji stands for when no words decide; nothing for mere decoration. */
export function statusOfEmoji(emoji: string): Status | undefined {
  return byEmoji.get(bareEmoji(emoji));
}

/** Every known word with its status, for documentation, completion and near matches. */
export function lexicon(): readonly (readonly [string, Status])[] {
  return [...byWord];
}

/** Reads a status value: words beat emoji, an arrow's last part counts, notes behind the word do not. */
export function readStatus(value: string): StatusReading {
  const qualifier = /\(([^()]*)\)/.exec(value)?.[1]?.trim().toLowerCase();
  const core = plainStatus(value);
  if (core !== '') return { status: statusOfWords(core), qualifier };
  const emoji = emojisOf(value)
    .map((e) => statusOfEmoji(e.emoji))
    .find((s) => s !== undefined);
  return { status: emoji, qualifier };
}

/** The words of a status value without decoration and notes; empty when only emoji are there. */
export function plainStatus(value: string): string {
  const last = lastArrowPart(strip(value));
  const cut = /\(|:(?:[ \t]|$)|[ \t]+[-–—][ \t]+|[;,!]|\.(?:[ \t]|$)/u.exec(last);
  return strip(cut ? last.slice(0, cut.index) : last);
}

function strip(text: string): string {
  let before: string;
  let now = text;
  do {
    before = now;
    now = stripEmoji(now.trim()).replace(/^[*_`~[\]"']+|[*_`~[\]"':]+$/g, '');
  } while (now !== before);
  return now;
}

/** The part behind the last arrow outside parentheses: "pending → complete" is complete. */
function lastArrowPart(text: string): string {
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '(') depth++;
    else if (c === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (c === '→' || c === '➜' || (c === '-' && text.charAt(i + 1) === '>')))
      from = c === '-' ? i + 2 : i + 1;
  }
  const part = text.slice(from);
  return part.trim() === '' ? text : strip(part);
}
