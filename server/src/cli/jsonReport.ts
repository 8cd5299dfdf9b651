/** Findings for programs. Fields are only ever added within one `version`. */
import { countBySeverity, findingView, type ReportedFinding } from './reportedFinding';

/** The JSON of `check --format json`. */
export function jsonReport(
  findings: readonly ReportedFinding[],
  paths: readonly string[],
  at: number,
  toolVersion: string,
): string {
  const files = paths.map((path) => ({
    path,
    findings: findings
      .filter((finding) => finding.path === path)
      .map((finding) => ({
        ...findingView(finding),
        related: finding.related.map(({ uri: _uri, ...place }) => place),
      })),
  }));
  const report = {
    version: 1,
    tool: { name: 'proactive-jobs', version: toolVersion },
    at: new Date(at).toISOString(),
    files,
    summary: { files: files.length, ...countBySeverity(findings) },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
