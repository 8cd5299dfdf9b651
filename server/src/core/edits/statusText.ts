/** Writing another status into the words that say the present one: only the word and its emoji change. */
import { plainStatus, readStatus, statusOfEmoji } from '../dialect/statusLexicon';
import { emojisOf } from '../text/emoji';
import { inCaseOf, type KnownStatus, type StatusStyle } from './fileStyle';

/** Notes that stay true whatever the status: who leads, and what is waited for. */
const lasting = /\bmanager\b|\b(?:blocked by|after|awaiting|waiting (?:for|on)|depends on)\b/i;
/** Notes that judge the status that is about to go: "(L3 Validated)", "(build errors)". */
const verdict =
  /\b(?:valid\w*|verif\w*|complet\w*|done|fail\w*|errors?|block\w*|pending|progress|reject\w*|escalat\w*|limitations?|l[123])\b/i;

/**
 * `value` with another status, everything else as it was: bold, backticks, notes that stay true. Words in the letters
 * of the old ones. Nothing when the value cannot be made to say it.
 */
export function restyledStatus(
  value: string,
  status: KnownStatus,
  style: StatusStyle,
): string | undefined {
  if (readStatus(value).status === status) return value;
  const core = plainStatus(value);
  const base = withoutVerdicts(withEmoji(value, core, status, style));
  const word = inCaseOf(core, style.word(status));
  if (core === '') {
    if (readStatus(base).status === status) return base;
    const joined = `${base} ${word}`.trimStart();
    return readStatus(joined).status === status ? joined : undefined;
  }
  for (let at = base.indexOf(core); at >= 0; at = base.indexOf(core, at + 1)) {
    const changed = base.slice(0, at) + word + base.slice(at + core.length);
    if (readStatus(changed).status === status && plainStatus(changed) === word) return changed;
  }
  return undefined;
}

/** Status emoji outside of notes and words become those of the new status. */
function withEmoji(value: string, core: string, status: KnownStatus, style: StatusStyle): string {
  const coreAt = value.lastIndexOf(core);
  let out = '';
  let from = 0;
  for (const { emoji, start, end } of emojisOf(value)) {
    const isNote = depthAt(value, start) > 0;
    const isCore = core !== '' && start >= coreAt && start < coreAt + core.length;
    if (isNote || isCore || statusOfEmoji(emoji) === undefined) continue;
    out += value.slice(from, start) + style.emoji(status);
    from = end;
  }
  return out + value.slice(from);
}

function withoutVerdicts(value: string): string {
  return value.replace(/[ \t]*\(([^()]*)\)/g, (whole: string, note: string) =>
    verdict.test(note) && !lasting.test(note) ? '' : whole,
  );
}

function depthAt(value: string, at: number): number {
  let depth = 0;
  for (const c of value.slice(0, at)) depth += c === '(' ? 1 : c === ')' ? -1 : 0;
  return depth;
}
