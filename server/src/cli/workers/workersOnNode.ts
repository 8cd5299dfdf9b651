/** {@link WorkerEnvironment} of this machine and this terminal. */
import { homedir } from 'node:os';
import { createInterface } from 'node:readline';
import { applyEditsOnDisk } from './queueTextsOnDisk';
import type { WorkerEnvironment } from './workerEnvironment';

/** The real world: the user's variables and home, engines over the disk, edits under the lock of the queues. */
export function workersOnNode(): WorkerEnvironment {
  return {
    variables: process.env,
    home: homedir(),
    isTerminal: process.stdin.isTTY && process.stdout.isTTY,
    ask,
    applyEdits: applyEditsOnDisk,
    async openEngine(order) {
      // Only these commands need back ends: the others start faster without them.
      const { openWorkspaceEngine } = await import('../../workers/openWorkspaceEngine');
      // Whoever types the command in a folder has decided to trust it, as the help says.
      return openWorkspaceEngine({
        ...order,
        config: () => order.config,
        projects: () => order.projects,
        isTrusted: () => true,
        actorKind: 'command-line',
      });
    },
  };
}

/** An end of the input is no answer, and so is no. */
function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    terminal.on('close', () => resolve(false));
    terminal.question(`${question} [y/N] `, (answer) => {
      resolve(/^y(?:es)?$/i.test(answer.trim()));
      terminal.close();
    });
  });
}
