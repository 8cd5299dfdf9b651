/** What went wrong, on the stream for errors. */
import { exitStatus, type CliEnvironment } from './environment';
import { printable } from './printable';

/** Tells what is wrong, control characters as their codes; comes back with the exit status of a command that ends over it. */
export function complain(why: string, { err }: CliEnvironment): number {
  err(`proactive-jobs: ${printable(why)}\n`);
  return exitStatus.failure;
}
