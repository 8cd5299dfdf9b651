/** What went wrong, on the stream for errors. */
import { exitStatus, type CliEnvironment } from './environment';

/** Tells what is wrong; comes back with the exit status of a command that ends over it. */
export function complain(why: string, { err }: CliEnvironment): number {
  err(`proactive-jobs: ${why}\n`);
  return exitStatus.failure;
}
