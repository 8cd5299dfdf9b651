/** Bullets that may declare or repeat a task: checkboxes (D4) and status bullets (D6). */
import type { Field } from '../model/field';
import type { Span, Spanned } from '../model/span';
import type { Status } from '../model/status';
import type { PartLine } from '../parse/parts';
import { emojiSource, emojisOf, leadingEmojiLength, stripEmoji } from '../text/emoji';
import { fieldsOf } from './fieldLines';
import { spannedSlice } from './spannedSlice';
import { plainStatus, statusOfEmoji, statusOfWords } from './statusLexicon';
import { hasDigit, idAtStart, namesFurtherId } from './taskId';

export interface BulletFacts {
  readonly form: 'checkbox' | 'status-bullet';
  readonly id: Spanned<string>;
  readonly title: Spanned<string> | undefined;
  /**
   * False where mere words follow the id of a check box: a plain to-do list is one of tasks, but beside a task of that id
   * it is only a remark about it.
   */
  readonly repeats: boolean;
  readonly line: Span;
  /** The bullet with everything indented below it. */
  readonly block: Span;
  /** What the box or the emoji says. */
  readonly status: Status;
  readonly mark: Spanned<string>;
  /** What a bold note behind the title says, such as `**BLOCKED: no server**`. */
  readonly note: { readonly status: Status; readonly text: Spanned<string> } | undefined;
  /** Indented `- **Key:** v` lines below a checkbox. */
  readonly fields: readonly Field[];
  readonly boxes: { readonly total: number; readonly ticked: number };
}

const box = /^\[(.{1,3}?)\][ \t]+/u;

/** The bullets in column 0 that carry an id with a digit; others declare nothing (rules D4, D6). */
export function bulletsOf(text: string, lines: readonly PartLine[]): readonly BulletFacts[] {
  return lines.flatMap((line, i) => {
    if (line.kind !== 'text' || line.marker !== 'bullet' || line.indent > 0) return [];
    const content = text.slice(line.contentStart, line.end);
    const boxed = box.exec(content);
    const status = boxed ? boxStatus(boxed[1] as string) : undefined;
    const bullet =
      boxed && status ? checkbox(text, line, boxed[0].length, status) : statusBullet(text, line);
    if (!bullet) return [];
    const below = indentedBelow(lines, i);
    return [
      {
        ...bullet,
        block: { start: line.start, end: below.at(-1)?.end ?? line.end },
        fields: bullet.form === 'checkbox' ? fieldsOf(text, below, true).map((f) => f.field) : [],
        boxes: boxesOf(text, below),
      },
    ];
  });
}

/** Acceptance boxes among the lines: how many, and how many are ticked. */
export function boxesOf(
  text: string,
  lines: readonly PartLine[],
): { total: number; ticked: number } {
  let total = 0;
  let ticked = 0;
  for (const line of lines) {
    if (line.kind !== 'text' || line.marker === 'none') continue;
    const match = /^\[([ xX✅✓])\]/u.exec(text.slice(line.contentStart, line.contentStart + 4));
    if (!match) continue;
    total++;
    if (match[1] !== ' ') ticked++;
  }
  return { total, ticked };
}

type Bullet = Pick<
  BulletFacts,
  'form' | 'id' | 'title' | 'repeats' | 'line' | 'status' | 'mark' | 'note'
>;

function checkbox(
  text: string,
  line: PartLine,
  boxLength: number,
  status: Status,
): Bullet | undefined {
  const head = readIdAndTitle(text, line.contentStart + boxLength, line.end);
  if (!head) return undefined;
  const mark = spannedSlice(text, line.contentStart, line.contentStart + boxLength);
  return {
    form: 'checkbox',
    ...head,
    line: { start: line.start, end: line.end },
    status,
    mark,
    note: boldNote(text, head.id.span.end, line.end),
  };
}

/** `- ✅ id: text` and `- id ✅`. */
function statusBullet(text: string, line: PartLine): Bullet | undefined {
  const content = text.slice(line.contentStart, line.end);
  const first = emojisOf(content)[0];
  const status = first ? statusOfEmoji(first.emoji) : undefined;
  if (!first || status === undefined) return undefined;
  const leading = leadingEmojiLength(content) > first.start;
  const head = readIdAndTitle(
    text,
    line.contentStart + (leading ? leadingEmojiLength(content) : 0),
    line.end,
  );
  if (!head?.repeats) return undefined;
  const trailing = stripEmoji(content.replace(/[*_`]/g, '')) === head.id.value;
  if (!leading && !trailing) return undefined;
  const mark = {
    value: first.emoji,
    span: { start: line.contentStart + first.start, end: line.contentStart + first.end },
  };
  return {
    form: 'status-bullet',
    ...head,
    line: { start: line.start, end: line.end },
    status,
    mark,
    note: undefined,
  };
}

/** What may stand between an id and its title: the end, `:`, a dash, an emoji or a parenthesis. */
const divided = new RegExp(
  `^[*_\`~]*(?:[ \\t]*[.;!]?[ \\t]*$|[ \\t]*[:–—(]|[ \\t]*-(?:[ \\t]|$)|[ \\t]*${emojiSource})`,
  'u',
);
const separator = /^[*_`~]*[ \t]*[:–—-]*[*_`~]*[ \t]*/;

function readIdAndTitle(
  text: string,
  start: number,
  end: number,
): Pick<Bullet, 'id' | 'title' | 'repeats'> | undefined {
  const decorated = /^[*_`~\s]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  const value = idAtStart(text.slice(start + decorated, end));
  if (value === undefined || !hasDigit(value)) return undefined;
  const id = { value, span: { start: start + decorated, end: start + decorated + value.length } };
  const rest = text.slice(id.span.end, end);
  // "p2-1 & p2-2: both" speaks of two tasks: it declares neither and repeats neither.
  if (namesFurtherId(rest)) return undefined;
  const repeats = divided.test(rest);
  if (!repeats && !/^[*_`~]*[ \t]+[\p{L}\p{N}"'`*_]/u.test(rest)) return undefined;
  return { id, title: titleOf(text, id.span.end, end), repeats };
}

/** Without the marks before it; nothing where only marks are left. */
function titleOf(text: string, start: number, end: number): Spanned<string> | undefined {
  const between = separator.exec(text.slice(start, end))?.[0].length ?? 0;
  const rest = text.slice(start + between, end);
  const lead = leadingEmojiLength(rest);
  const isMark = emojisOf(rest.slice(0, lead)).some(({ emoji }) => statusOfEmoji(emoji));
  const at =
    start + between + (isMark ? lead + (separator.exec(rest.slice(lead))?.[0].length ?? 0) : 0);
  const title = spannedSlice(text, at, end);
  return /[\p{L}\p{N}]/u.test(title.value) ? title : undefined;
}

function boxStatus(inside: string): Status | undefined {
  if (inside.trim() === '') return 'pending';
  if (/^[xX]$/.test(inside)) return 'complete';
  return statusOfEmoji(inside.trim());
}

function boldNote(text: string, start: number, end: number): BulletFacts['note'] {
  const note = /\*\*([^*]+)\*\*[ \t]*$/.exec(text.slice(start, end));
  if (!note) return undefined;
  const at = start + note.index + 2;
  const words = plainStatus(note[1] as string).replace(/:.*$/s, '');
  const status = statusOfWords(words);
  return status
    ? { status, text: spannedSlice(text, at, at + (note[1] as string).length) }
    : undefined;
}

function indentedBelow(lines: readonly PartLine[], at: number): readonly PartLine[] {
  let end = at + 1;
  while (
    end < lines.length &&
    ((lines[end] as PartLine).kind === 'blank' || (lines[end] as PartLine).indent > 0)
  )
    end++;
  while (end > at + 1 && (lines[end - 1] as PartLine).kind === 'blank') end--;
  return lines.slice(at + 1, end);
}
