/** Findings as the language server protocol wants them. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';
import { fileLines } from '../core/features/support/fileLines';
import type { Finding, Severity } from '../core/rules/finding';
import type { QueueState } from '../core/state';
import { rangeOf } from '../core/text/lineTable';
import { rulePage } from '../protocol/rulePage';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The name under which every diagnostic of ours appears. */
const diagnosticSource = 'proactive-jobs';

/** Diagnostics of one file; related places in files that are gone are left out. */
export function toDiagnostics(
  state: QueueState,
  uri: string,
  findings: readonly Finding[],
): Diagnostic[] {
  const lines = fileLines(state, uri);
  if (lines === undefined) return [];
  return findings.map((finding) => {
    const relatedInformation = finding.related.flatMap(({ uri: place, span, message }) => {
      const there = fileLines(state, place);
      return there === undefined
        ? []
        : [{ location: { uri: place, range: rangeOf(there, span) }, message }];
    });
    return {
      range: rangeOf(lines, finding.span),
      severity: severities[finding.severity],
      code: finding.code,
      codeDescription: { href: rulePage(finding.code) },
      source: diagnosticSource,
      message: finding.message,
      ...(relatedInformation.length > 0 ? { relatedInformation } : {}),
    };
  });
}
