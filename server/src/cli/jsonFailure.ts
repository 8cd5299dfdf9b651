/** Who asked for JSON gets JSON, also when nothing came of it: an object that says why. */
import { exitStatus, type CliEnvironment } from './environment';
import type { Command } from './parseArguments';
import { reportText } from './workers/workerReport';

/** Whether what is printed should be JSON, as far as the arguments could be read. */
export function asksForJson(argv: readonly string[], command: Command): boolean {
  switch (command.kind) {
    case 'help':
    case 'version':
    // It prints nothing but JSON, so nobody asks for that.
    case 'inspect':
      return false;
    case 'worker':
      return command.json;
    case 'check':
    case 'graph':
    case 'list':
    case 'verify':
      return command.format === 'json';
    case 'wrong':
      return argv.includes('--json');
  }
}

/**
 * Runs what is given; where that fails without a word on the stream for results, `{"error": …}` goes there, with what was
 * said on the one for errors. Resolves to the exit status.
 */
export async function failingAsJson(
  environment: CliEnvironment,
  run: (environment: CliEnvironment) => Promise<number>,
): Promise<number> {
  const said: string[] = [];
  let isTold = false;
  const status = await run({
    ...environment,
    out: (text) => {
      isTold ||= text !== '';
      environment.out(text);
    },
    err: (text) => {
      said.push(text);
      environment.err(text);
    },
  });
  if (status === exitStatus.failure && !isTold) {
    const error = said
      .join('')
      .replace(/^proactive-jobs: /gm, '')
      .trim();
    environment.out(reportText({ error }, environment.version));
  }
  return status;
}
