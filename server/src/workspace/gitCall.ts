/**
 * How git is called in repositories of strangers: their settings may run no program, and nothing is fetched. Nor do the
 * settings that people have for themselves change what is read: names count from the top, and the first commit is told.
 */
import { dirname } from 'node:path';

export interface GitCall {
  readonly args: readonly string[];
  /** Outside of every repository: Windows looks for programs in the folder of a call first, and one could bring a git.exe. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** `folder` is absolute, and where git starts to look for the repository. */
export function gitCall(folder: string, command: readonly string[]): GitCall {
  const env: NodeJS.ProcessEnv = {
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // A clone without all its objects would fetch them, through programs that its settings name.
    GIT_NO_LAZY_FETCH: '1',
    // Git before 2.44 does not know that; this is stronger than what the repository says of single protocols.
    GIT_ALLOW_PROTOCOL: 'none',
  };
  // Ours may point to another repository, or to settings for one call only.
  for (const [name, value] of Object.entries(process.env))
    if (!/^GIT_|^LC_/i.test(name)) env[name] = value;
  return { args: [...safely, '-C', folder, ...command], cwd: dirname(process.execPath), env };
}

const safely: readonly string[] = [
  ...['--no-pager', '--literal-pathspecs', '-c', 'core.fsmonitor=false'],
  ...['-c', 'core.quotePath=false', '-c', 'log.showSignature=false'],
  ...['-c', 'diff.relative=false', '-c', 'log.showRoot=true', '-c', 'diff.renames=true'],
];
