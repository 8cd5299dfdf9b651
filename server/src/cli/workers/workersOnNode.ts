/** {@link WorkerEnvironment} of this machine and this terminal. */
import { homedir } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { applyEditsOnDisk } from './queueTextsOnDisk';
import type { WorkerEnvironment } from './workerEnvironment';

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
      return openWorkspaceEngine({ ...order, isTrusted: () => true, actorKind: 'command-line' });
    },
  };
}

async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
