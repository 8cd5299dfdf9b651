/** The command `check`. */
import { rules } from '../core/rules/registry';
import type { Picture } from '../session/picture';
import { analyse } from './analyse';
import { complain } from './complain';
import { exitStatus, type CliEnvironment } from './environment';
import { jsonReport } from './jsonReport';
import type { Command } from './parseArguments';
import { reportedFindings, severityOrder } from './reportedFinding';
import { sarifReport } from './sarifReport';
import { settleOptions } from './settleOptions';
import { textReport } from './textReport';

/** Reports the findings of the named queues and of the files beside them; resolves to the exit status. */
export async function runCheck(
  command: Extract<Command, { kind: 'check' }>,
  environment: CliEnvironment,
): Promise<number> {
  const options = await settleOptions(command.options, environment);
  if (typeof options === 'string') return complain(options, environment);
  const { picture, troubles } = await analyse(command.paths, options, environment);
  const findings = reportedFindings(picture);
  const paths = [...picture.files.values()].map(({ name }) => name);
  const isQueue = new Set(paths);
  const others = findings.map(({ path }) => path).filter((path) => !isQueue.has(path));
  switch (command.format) {
    case 'text':
      if (paths.length > 0) {
        const counts = {
          queues: paths.length,
          others: new Set(others).size,
          withoutTasks: queuesWithoutTasks(picture),
        };
        environment.out(textReport(findings, counts, environment.hasColours));
      }
      break;
    case 'json':
      environment.out(
        jsonReport(findings, [...paths, ...new Set(others)], options.now, environment.version),
      );
      break;
    case 'sarif': {
      const defaults = new Map(rules.map(({ code, severity }) => [code, severity]));
      const severityOf = (code: (typeof rules)[number]['code']) =>
        options.rules[code] ?? defaults.get(code) ?? 'warning';
      environment.out(sarifReport(findings, severityOf, environment.cwd, environment.version));
      break;
    }
  }
  for (const trouble of troubles) complain(trouble, environment);
  if (troubles.length > 0) return exitStatus.failure;
  const limit = severityOrder.indexOf(command.failOn);
  const isFailure = findings.some(({ severity }) => severityOrder.indexOf(severity) <= limit);
  return isFailure ? exitStatus.findings : exitStatus.clean;
}

/** Names of queues that were read as a whole and declare no task, in the order of the files. */
function queuesWithoutTasks({ files, state }: Picture): readonly string[] {
  const withTasks = new Set([...state.index.tasks.values()].map(({ uri }) => uri));
  return [...files.entries()].flatMap(([uri, { name }]) =>
    state.documents.get(uri)?.coverage === 'full' && !withTasks.has(uri) ? [name] : [],
  );
}
