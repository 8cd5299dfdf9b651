/** Commands about workers on a queue of three tasks, of which the last one waits; nothing is started for it. */
import { runInMemory, type CliRun } from './memoryCli';
import { ScriptedWorkers } from './scriptedWorkers';

const threeTasks = `**Worker Slots:** 0/2

### a-1: First
- **Status:** pending
- **Priority:** HIGH
- **Files:** \`src/a.ts\`

### a-2: Second
- **Status:** pending
- **Priority:** LOW

### a-3: Third
- **Status:** pending
- **Depends On:** a-1
`;
const texts = { 'PROACTIVE-JOBS.md': threeTasks };

/** Runs the command line in the folder of the queue, or of other `files`. */
export function runWorkerCli(
  argv: readonly string[],
  workers = new ScriptedWorkers(),
  files: Readonly<Record<string, string>> = texts,
): Promise<CliRun> {
  return runInMemory(files, argv, { workers });
}
