/** Findings for people: one line each, and a summary. */
import type { Severity } from '../core/rules/finding';
import { countBySeverity, severityOrder, type ReportedFinding } from './reportedFinding';
import { printable } from './printable';

const colours: Readonly<Record<Severity, string>> = {
  error: '31',
  warning: '33',
  information: '36',
  hint: '90',
};

export interface FileCounts {
  readonly queues: number;
  /** Files beside the queues that have findings. */
  readonly others: number;
  /** Names of queues in which no task is declared: findings would not tell them from queues that are in order. */
  readonly withoutTasks: readonly string[];
}

/** `path:line:column severity code message`, related places indented below; then how many there are. */
export function textReport(
  findings: readonly ReportedFinding[],
  files: FileCounts,
  hasColours: boolean,
): string {
  const paint = (code: string, text: string): string =>
    hasColours ? `\u001b[${code}m${text}\u001b[0m` : text;
  const lines = findings.flatMap((finding) => [
    `${placeOf(finding)} ${paint(colours[finding.severity], finding.severity)} ${paint('2', finding.code)} ${printable(finding.message)}`,
    ...finding.related.map((other) => `    ${placeOf(other)} ${printable(other.message)}`),
  ]);
  return [...lines, ...emptyLine(files), summary(findings, files), ''].join('\n');
}

const namedEmpty = 3;

function emptyLine({ withoutTasks }: FileCounts): readonly string[] {
  if (withoutTasks.length === 0) return [];
  const more = withoutTasks.length - namedEmpty;
  const names = withoutTasks.slice(0, namedEmpty).map(printable).join(', ');
  return [
    `No task is declared in ${names}${more > 0 ? ` and ${more} more` : ''} (how one is declared: docs/dialect.md).`,
  ];
}

function summary(findings: readonly ReportedFinding[], { queues, others }: FileCounts): string {
  const counts = countBySeverity(findings);
  const beside = others === 0 ? '' : ` and ${others} file${others === 1 ? '' : 's'} beside`;
  const where = `${queues} queue file${queues === 1 ? '' : 's'}${beside}`;
  if (findings.length === 0) return `No findings in ${where}.`;
  const plural: Readonly<Record<Severity, string>> = {
    error: 'errors',
    warning: 'warnings',
    information: 'information',
    hint: 'hints',
  };
  const parts = severityOrder
    .filter((severity) => counts[severity] > 0)
    .map((severity) => {
      const count = counts[severity];
      return `${count} ${count === 1 ? severity : plural[severity]}`;
    });
  return `${parts.join(', ')} in ${where}.`;
}

function placeOf(place: { path: string; line: number; column: number }): string {
  return `${printable(place.path)}:${place.line}:${place.column}`;
}
