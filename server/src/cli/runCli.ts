/** The command line: what is asked, who does it, and the exit status. */
import { exitStatus, type CliEnvironment } from './environment';
import { asksForJson, failingAsJson } from './jsonFailure';
import { parseArguments, type Command } from './parseArguments';
import { runCheck } from './runCheck';
import { runGraph } from './runGraph';
import { runInspect } from './runInspect';
import { runList } from './runList';
import { runVerify } from './runVerify';
import { commandUsage, overview } from './usage';
import { runWorker } from './workers/runWorker';

/** Runs one command; resolves to the exit status. */
export async function runCli(
  argv: readonly string[],
  environment: CliEnvironment,
): Promise<number> {
  const command = parseArguments(argv, environment.now());
  return asksForJson(argv, command)
    ? failingAsJson(environment, (listening) => run(command, listening))
    : run(command, environment);
}

async function run(command: Command, environment: CliEnvironment): Promise<number> {
  switch (command.kind) {
    case 'help':
      environment.out(command.about === undefined ? overview() : commandUsage(command.about));
      return exitStatus.clean;
    case 'version':
      environment.out(`${environment.version}\n`);
      return exitStatus.clean;
    case 'wrong':
      environment.err(
        `proactive-jobs: ${command.why}\nTry: proactive-jobs ${command.about === undefined ? '' : `${command.about} `}--help\n`,
      );
      return exitStatus.failure;
    case 'check':
      return runCheck(command, environment);
    case 'inspect':
      return runInspect(command, environment);
    case 'verify':
      return runVerify(command, environment);
    case 'graph':
      return runGraph(command, environment);
    case 'worker':
      return runWorker(command, environment);
    case 'list':
      return runList(command, environment);
  }
}
