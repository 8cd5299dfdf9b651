/** Findings as SARIF 2.1.0, for code scanning services. */
import { pathToFileURL } from 'node:url';
import type { Severity } from '../core/rules/finding';
import { ruleCodes, type RuleCode } from '../core/rules/ruleCode';
import { rulePage } from '../protocol/rulePage';
import type { ReportedFinding, ReportedPlace } from './reportedFinding';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The SARIF log of one run in `cwd`. */
export function sarifReport(
  findings: readonly ReportedFinding[],
  severityOf: (code: RuleCode) => Severity | 'off',
  cwd: string,
  toolVersion: string,
): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'proactive-jobs',
            version: toolVersion,
            informationUri: 'https://github.com/proactive-jobs/proactive-jobs',
            rules: ruleCodes.map((code) => toRule(code, severityOf(code))),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { uri: `${pathToFileURL(cwd).href.replace(/\/$/, '')}/` } },
        results: findings.map(toResult),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toRule(code: RuleCode, severity: Severity | 'off'): object {
  const words = code.replace(/^ts-/, 'time-').replace(/^dep-/, 'dependency-').replaceAll('-', ' ');
  return {
    id: code,
    shortDescription: { text: words.charAt(0).toUpperCase() + words.slice(1) },
    helpUri: rulePage(code),
    defaultConfiguration:
      severity === 'off' ? { enabled: false } : { enabled: true, level: levels[severity] },
  };
}

function toResult(finding: ReportedFinding): object {
  return {
    ruleId: finding.code,
    ruleIndex: ruleCodes.indexOf(finding.code),
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [toLocation(finding)],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map((place, id) => ({
            id,
            ...toLocation(place),
            message: { text: place.message },
          })),
        }),
  };
}

function toLocation({ path, uri, line, column, endLine, endColumn }: ReportedPlace): object {
  const isFar = path.startsWith('/') || /^[A-Za-z]:/.test(path);
  const artifactLocation = isFar
    ? { uri }
    : { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return { physicalLocation: { artifactLocation, region } };
}
