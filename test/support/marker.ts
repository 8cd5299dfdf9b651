/**
 * Queues that say themselves what is found in them. Everything a fixture needs stands in its text:
 *
 *     <!-- at: 2026-03-01T12:00:00-05:00 -->
 *     ### app-one: First
 *     - **Status:** pending
 *
 *     ### app-two: Second
 *     - **Status:** in-progress
 *     - **Depends On:** app-one, app-x$0
 *                       ^^^^^^^ unmet-dependency
 *                                ^^^^^ unresolved-dependency error: No task `app-x`
 *     === PROACTIVE-JOBS-WEB.md
 *     ### web-one: In another file
 *     - **Status:** pending
 *
 * - Carets under a line mark an exact range of it, then stand the code, perhaps a severity, perhaps `:` and a part of
 *   the message. Columns are UTF-16 units: ✅ counts one, 🔄 two; a tab is copied. `^0` marks an empty range.
 * - `$0` is the cursor. `=== name.md` starts another file; what stands before the first one is `PROACTIVE-JOBS.md`.
 *   Its place says what it is: `=== scheduler/progress/x/p1-1.md @ 2026-03-01T10:00:00-05:00` is a progress file that
 *   was last changed at that time. Without a time a file has just changed. `=== PROACTIVE-JOBS.md @ TIME` dates the queue.
 * - The first lines may set the scene: `<!-- at: TIME -->` is the clock, `<!-- options: maxTextLength=80 -->` sets core
 *   options, `<!-- as: crlf bom -->` says how the files are written (`cr`, `crlf`, `bom`, `no-final-newline`).
 * - `<!-- missing: src/a.ts 1f2e3d4 -->`: somebody has looked for the claims of the progress files, and these are not there.
 * - `␀` stands for a NUL.
 *
 * All of this is taken out before anything is read. Other comments stay: say in them why something must not be found.
 */
import type { Span } from '../../server/src/core/model/span';
import { defaultOptions, type CoreOptions } from '../../server/src/core/options';
import { type RunFileKind, runFileKindOf } from '../../server/src/core/runs/runFileKind';
import { lineAt, lineTableOf, positionAt } from '../../server/src/core/text/lineTable';

export interface Mark {
  readonly span: Span;
  readonly code: string;
  readonly severity?: string | undefined;
  /** A part of the message. */
  readonly message?: string | undefined;
}

export interface MarkedFile {
  /** Its place in the workspace. */
  readonly name: string;
  readonly uri: string;
  /** Nothing for a queue. */
  readonly kind: RunFileKind | undefined;
  /** When it last changed, in ms since the epoch; nothing when the text does not say. */
  readonly modifiedAt: number | undefined;
  /** Without marks. */
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Marked {
  readonly now: number;
  readonly options: CoreOptions;
  readonly files: readonly MarkedFile[];
  /** Claims that were looked for in vain; nothing when nobody has looked. */
  readonly missing: readonly string[] | undefined;
  readonly cursor: { readonly uri: string; readonly offset: number } | undefined;
}

/** Where it is always 2026-03-01 at noon in New York, unless a fixture says otherwise. */
export const defaultClock = Date.parse('2026-03-01T12:00:00-05:00');

const header = /^<!-- (at|options|as|missing): (.*?) -->$/;
const fileHead = /^=== (\S.*?)(?: @ (\S+))?$/;
const markLine =
  /^(\s*)(\^0|\^+)[ ]+([a-z][a-z0-9-]*)(?: (error|warning|information|hint))?(?:: (.+))?$/;

/** Takes a marked text apart. Throws when a mark says nothing that can be understood. */
export function readMarked(source: string): Marked {
  const lines = source.split('\n');
  const scene = new Map<string, string>();
  for (let said = header.exec(lines[0] ?? ''); said; said = header.exec(lines[0] ?? '')) {
    scene.set(said[1] as string, said[2] as string);
    lines.shift();
  }
  const ways = (scene.get('as') ?? '').split(' ');
  const eol = ways.includes('crlf') ? '\r\n' : ways.includes('cr') ? '\r' : '\n';
  const files: MarkedFile[] = [];
  let cursor: Marked['cursor'];
  for (const { name, modifiedAt, content } of filesOf(lines)) {
    const uri = `file:///queues/${encodeURI(name)}`;
    const read = readLines(content, eol, ways.includes('bom') ? '\ufeff' : '');
    const text = ways.includes('no-final-newline') ? read.text.slice(0, -eol.length) : read.text;
    files.push({ name, uri, kind: runFileKindOf(name), modifiedAt, text, marks: read.marks });
    if (read.cursor !== undefined) cursor = { uri, offset: read.cursor };
  }
  return {
    now: scene.has('at') ? timeOf(scene.get('at') as string) : defaultClock,
    options: { ...defaultOptions, ...readOptions(scene.get('options') ?? '') },
    files,
    missing: scene.get('missing')?.split(' '),
    cursor,
  };
}

/** The text with marks below its lines, as a fixture is written: what a failing test shows. */
export function showMarked(text: string, marks: readonly Mark[]): string {
  const table = lineTableOf(text);
  const below = (line: number) =>
    [...marks]
      .filter((mark) => lineAt(table, mark.span.start) === line)
      .sort((a, b) => a.span.start - b.span.start || (a.code < b.code ? -1 : 1))
      .map((mark) => {
        const length = mark.span.end - mark.span.start;
        const carets = length === 0 ? '^0' : '^'.repeat(length);
        const note = [
          mark.severity ? ` ${mark.severity}` : '',
          mark.message ? `: ${mark.message}` : '',
        ];
        return `${' '.repeat(positionAt(table, mark.span.start).character)}${carets} ${mark.code}${note.join('')}`;
      });
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, number) => [line, ...below(number)])
    .join('\n');
}

interface FileLines {
  readonly name: string;
  readonly modifiedAt: number | undefined;
  readonly content: string[];
}

function filesOf(lines: readonly string[]): readonly FileLines[] {
  const files: FileLines[] = [{ name: 'PROACTIVE-JOBS.md', modifiedAt: undefined, content: [] }];
  for (const line of lines) {
    const [, name, time] = fileHead.exec(line) ?? [];
    if (name === undefined) files.at(-1)?.content.push(line);
    else
      files.push({ name, modifiedAt: time === undefined ? undefined : timeOf(time), content: [] });
  }
  const used = files.filter((file, i) => i > 0 || files.length === 1 || file.content.length > 0);
  // The last line of a file that is followed by another one ends with a line break, too.
  used.slice(0, -1).forEach((file) => file.content.push(''));
  return used;
}

function readLines(
  lines: readonly string[],
  eol: string,
  start: string,
): { text: string; marks: Mark[]; cursor: number | undefined } {
  const marks: Mark[] = [];
  const read: string[] = [];
  let cursor: number | undefined;
  let lineStart = start.length;
  let next = start.length;
  let cursorColumn = -1;
  let length = 0;
  for (const line of lines) {
    if (/^\s*\^/.test(line)) {
      const match = markLine.exec(line);
      if (!match)
        throw new Error(`This is no mark: "${line}". Write "^^^^ code severity: message".`);
      if (read.length === 0) throw new Error(`Nothing stands above the mark "${line}".`);
      const [, indent = '', carets = '', code = '', severity, message] = match;
      const from = indent.length;
      const to = from + (carets === '^0' ? 0 : carets.length);
      const column = (at: number) =>
        cursorColumn < 0 || at <= cursorColumn ? at : Math.max(cursorColumn, at - 2);
      if (column(to) > length) throw new Error(`"${line}" reaches beyond the line above it.`);
      const span = { start: lineStart + column(from), end: lineStart + column(to) };
      marks.push({ span, code, severity, message });
      continue;
    }
    cursorColumn = line.indexOf('$0');
    const words = line.replace('$0', '').replaceAll('␀', '\0');
    lineStart = next;
    length = words.length;
    if (cursorColumn >= 0) cursor = lineStart + cursorColumn;
    next += words.length + eol.length;
    read.push(words);
  }
  return { text: start + read.join(eol), marks, cursor };
}

function timeOf(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new Error(`"${text}" is no time. Write 2026-03-01T10:00:00-05:00.`);
  return time;
}

function readOptions(text: string): Partial<CoreOptions> {
  const pairs = text.split(/\s+/).filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      if (!(name in defaultOptions)) throw new Error(`There is no core option "${name}".`);
      return [name, JSON.parse(value) as unknown];
    }),
  );
}
