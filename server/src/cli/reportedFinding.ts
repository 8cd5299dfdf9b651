/** Findings of a picture as the command line reports them: paths, and 1-based lines and UTF-16 columns. */
import { fileLines } from '../core/features/support/fileLines';
import type { Span } from '../core/model/span';
import type { Severity } from '../core/rules/finding';
import type { RuleCode } from '../core/rules/ruleCode';
import { rangeOf } from '../core/text/lineTable';
import type { Picture } from '../session/picture';

/** Lines and columns as people count them: from 1, columns in UTF-16 units, the end column behind the last one. */
export interface ReportedPlace {
  /** As a person in the working directory would write it. */
  readonly path: string;
  readonly uri: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ReportedFinding extends ReportedPlace {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (ReportedPlace & { readonly message: string })[];
}

/** Severities from the heaviest to the lightest. */
export const severityOrder: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** All findings, or those of one file, by file, then by place: the queues first, then the files beside them. */
export function reportedFindings(picture: Picture, only?: string): readonly ReportedFinding[] {
  const uris = [...picture.files.keys(), ...picture.beside.keys()];
  return (only === undefined ? uris : [only]).flatMap((uri) =>
    (picture.findings.get(uri) ?? []).flatMap((finding) => {
      const place = toPlace(picture, uri, finding.span);
      if (place === undefined) return [];
      const { code, severity, message } = finding;
      const related = finding.related.flatMap((other) => {
        const there = toPlace(picture, other.uri, other.span);
        return there === undefined ? [] : [{ ...there, message: other.message }];
      });
      return [{ ...place, code, severity, message, related }];
    }),
  );
}

/** What every report for programs tells of a finding, in this order. Fields are only ever added. */
export function findingView({
  code,
  severity,
  line,
  column,
  endLine,
  endColumn,
  message,
}: ReportedFinding): Omit<ReportedFinding, 'path' | 'uri' | 'related'> {
  return { code, severity, line, column, endLine, endColumn, message };
}

/** How many findings there are of each severity. */
export function countBySeverity(
  findings: readonly ReportedFinding[],
): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function toPlace(picture: Picture, uri: string, span: Span): ReportedPlace | undefined {
  const lines = fileLines(picture.state, uri);
  const path = (picture.files.get(uri) ?? picture.beside.get(uri))?.name;
  if (lines === undefined || path === undefined) return undefined;
  const { start, end } = rangeOf(lines, span);
  return {
    path,
    uri,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
