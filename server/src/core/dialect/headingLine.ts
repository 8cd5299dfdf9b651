/** Reading a heading: id, title and status mark (dialect 3.3 D1 and D7, 3.5 S3, 3.7 P1). */
import type { HeadingMark } from '../model/declaration';
import type { Span, Spanned } from '../model/span';
import { emojisOf, leadingEmojiLength } from '../text/emoji';
import { phasesOfTitle } from './phaseList';
import { spannedSlice } from './spannedSlice';
import { plainStatus, statusOfEmoji, statusOfWords } from './statusLexicon';
import { isTaskId, namesFurtherId } from './taskId';

export interface HeadingFacts {
  /** 1 to 6. */
  readonly level: number;
  readonly line: Span;
  /** The heading's own text without hashes. */
  readonly content: Spanned<string>;
  /** Made only of rules: no section (rule R6). */
  readonly isDivider: boolean;
  readonly hasTaskPrefix: boolean;
  readonly id: Spanned<string> | undefined;
  /** `true`: the id is followed by plain words, a detail section and never a declaration (rule D7). */
  readonly isDetail: boolean;
  readonly title: Spanned<string> | undefined;
  readonly mark: HeadingMark | undefined;
  /** `phase 2`, `wave 1`, `stage b`: the phases that the title names. */
  readonly phases: readonly string[];
}

const idRun =
  /^(\*{1,2}|`|~~)?(?:(TASK):[ \t]*)?(\*{1,2}|`|~~)?([A-Za-z][A-Za-z0-9_.-]*)(\*{1,2}|`|~~)?/i;
const separator = /^(?::[ \t]*|[ \t]+[-–—][ \t]+|[ \t]*[—–][ \t]*)/;

/** Reads the text of a heading; `start` is its offset. */
export function readHeading(text: string, level: number, line: Span, content: Span): HeadingFacts {
  const raw = text.slice(content.start, content.end);
  const lead = leadingEmojiLength(raw);
  const match = idRun.exec(raw.slice(lead));
  const word = match?.[4]?.replace(/[.-]+$/, '') ?? '';
  const hasTaskPrefix = match?.[2] !== undefined;
  const mark = readMark(raw, content.start);
  const common = {
    level,
    line,
    content: spannedSlice(text, content.start, content.end),
    isDivider: raw.trim() !== '' && /^[=═─━\-_*\s]+$/.test(raw),
    phases: phasesOfTitle(raw),
    mark,
  };
  const none = {
    ...common,
    hasTaskPrefix: false,
    id: undefined,
    isDetail: false,
    title: undefined,
  };
  if (!match || word === '' || !(hasTaskPrefix || isTaskId(word))) return none;
  const idStart =
    content.start +
    lead +
    match[0].indexOf(word, (match[1]?.length ?? 0) + (hasTaskPrefix ? 5 : 0));
  const id: Spanned<string> = { value: word, span: { start: idStart, end: idStart + word.length } };
  const rest = text.slice(id.span.end, content.end).replace(/^(?:\*{1,2}|`|~~)/, '');
  const restStart = content.end - rest.length;
  const divided = separator.exec(rest);
  const follows =
    rest.trim() === '' ||
    divided !== null ||
    /^[ \t]*\(/.test(rest) ||
    leadingEmojiLength(rest.trimStart()) > 0;
  // "p2-1 & p2-2" speaks of two tasks: it declares neither and repeats neither.
  if (!hasTaskPrefix && (/^[ \t]+(?:&|\+|and[ \t])/i.test(rest) || namesFurtherId(rest)))
    return none;
  if (!follows)
    return hasTaskPrefix || /^[ \t]+\S/.test(rest)
      ? {
          ...common,
          hasTaskPrefix,
          id,
          isDetail: !hasTaskPrefix,
          title: titleOf(text, restStart, content.end, mark),
        }
      : none;
  return {
    ...common,
    hasTaskPrefix,
    id,
    isDetail: false,
    title: titleOf(text, restStart + (divided?.[0].length ?? 0), content.end, mark),
  };
}

/** The words behind the separator, up to the status mark. */
function titleOf(
  text: string,
  start: number,
  end: number,
  mark: HeadingMark | undefined,
): Spanned<string> | undefined {
  const stop = mark && mark.span.start >= start ? mark.span.start : end;
  const title = spannedSlice(text, start, stop);
  return title.value === '' ? undefined : title;
}

/** Rule S3: the words behind the last status emoji claim a status; without words the emoji does. `offset` is where `raw` starts. */
export function readMark(raw: string, offset: number): HeadingMark | undefined {
  const last = emojisOf(raw)
    .filter((e) => statusOfEmoji(e.emoji) !== undefined)
    .at(-1);
  if (!last) return undefined;
  const fallback = statusOfEmoji(last.emoji);
  const after = raw.slice(last.end);
  const bare = after.replace(/[\s()[\]*_`]/g, '') === '';
  return {
    emoji: last.emoji,
    // Only words that are a status as a whole contradict a Status field: "NEEDS FIX (PARTIAL VALIDATION)" is a remark.
    claims: bare ? fallback : statusOfWords(after.replace(/[()*_`]/g, ' ')),
    fallback: statusOfWords(plainStatus(after)) ?? fallback ?? 'unknown',
    span: { start: offset + last.start, end: offset + raw.trimEnd().length },
  };
}
