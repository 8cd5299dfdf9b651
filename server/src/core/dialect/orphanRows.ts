/** Table rows that markdown reads as text, and why it does. */
import type { Problem } from '../model/problem';
import type { PartLine } from '../parse/parts';

/**
 * One problem for each row without header and delimiter row. Where both stand above it and markdown still sees no table,
 * one for the whole table, at its header row; its `detail` is `no-blank-line` or `unequal-cells`.
 */
export function orphanRowsOf(text: string, lines: readonly PartLine[]): readonly Problem[] {
  const problems: Problem[] = [];
  let run: PartLine[] = [];
  for (const line of [...lines, undefined]) {
    if (line && isRow(text, line)) {
      run.push(line);
      continue;
    }
    problems.push(...problemsOf(text, run));
    run = [];
  }
  return problems;
}

function isRow(text: string, line: PartLine): boolean {
  // A line behind a quote that has no mark of its own goes on in the quote's last paragraph.
  const isLazy = line.kind === 'quote' && !/^[ \t]*>/.test(text.slice(line.start, line.end));
  if ((line.kind !== 'text' && !isLazy) || line.marker !== 'none') return false;
  return /^\|.*\|.*\|$/s.test(text.slice(line.contentStart, line.end).trimEnd());
}

function problemsOf(text: string, run: readonly PartLine[]): readonly Problem[] {
  const delimiter = run.findIndex((line, i) => i > 0 && isDelimiter(cellsOf(text, line)));
  const alone = delimiter < 0 ? run : run.slice(0, delimiter - 1);
  const header = run[delimiter - 1];
  const below = run[delimiter];
  return [
    ...alone.map((line) => problemAt(line)),
    ...(header && below
      ? [
          problemAt(
            header,
            cellsOf(text, header).length === cellsOf(text, below).length
              ? 'no-blank-line'
              : 'unequal-cells',
          ),
        ]
      : []),
  ];
}

function problemAt({ start, end }: PartLine, detail?: string): Problem {
  const span = { start, end };
  return { code: 'orphan-table-row', span, ...(detail === undefined ? {} : { detail }) };
}

function cellsOf(text: string, line: PartLine): readonly string[] {
  return text
    .slice(line.contentStart, line.end)
    .trimEnd()
    .slice(1, -1)
    .split(/(?<!\\)\|/);
}

function isDelimiter(cells: readonly string[]): boolean {
  return cells.every((cell) => /^[ \t]*:?-+:?[ \t]*$/.test(cell));
}
