/** Gives the prompt of a task to something that we cannot ask afterwards: a chat, a terminal, the clipboard. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import type { SpawnPlanView } from '../../../server/src/protocol/workerMessages';
import { chooseTask } from '../workers/chooseTask';
import { planOf } from '../workers/startWorker';
import type { Command, CommandContext } from './command';
import { workerAction } from './workerAction';
import { inform, warn } from '../notices';

export const openPromptInChat: Command = {
  id: commandIds.openPromptInChat,
  run: (context, argument) =>
    handOff(context, argument, 'Open Worker Prompt in Chat', async (plan, prompt) => {
      // Only filled in: a person reads it and sends it.
      const query = { query: prompt, isPartialQuery: true, mode: 'agent' };
      await vscode.commands.executeCommand('workbench.action.chat.open', query);
      await workerAction(context, plan.key, { kind: 'handOff', to: 'chat' });
    }),
};

export const openPromptInTerminal: Command = {
  id: commandIds.openPromptInTerminal,
  run: (context, argument) =>
    handOff(context, argument, 'Open Worker Prompt in Terminal', async (plan, prompt) => {
      // Words of a queue are never typed into a shell: they are a file, whose place the terminal knows.
      const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'proactive-jobs-prompt-'));
      const file = path.join(folder, 'prompt.md');
      await fs.writeFile(file, prompt, { mode: 0o600 });
      const terminal = vscode.window.createTerminal({
        name: `Worker ${plan.taskId}`,
        cwd: plan.cwd,
        env: { PROACTIVE_JOBS_PROMPT_FILE: file },
        message:
          'The prompt for the worker is in the file $PROACTIVE_JOBS_PROMPT_FILE. Start your agent with it.',
      });
      const closing = vscode.window.onDidCloseTerminal((closed) => {
        if (closed !== terminal) return;
        closing.dispose();
        void fs.rm(folder, { recursive: true, force: true });
      });
      terminal.show();
      await workerAction(context, plan.key, { kind: 'handOff', to: 'terminal' });
    }),
};

export const copyPrompt: Command = {
  id: commandIds.copyPrompt,
  run: (context, argument) =>
    handOff(context, argument, 'Copy Worker Prompt', async (plan, prompt) => {
      await vscode.env.clipboard.writeText(prompt);
      // To look at it is no attempt: only a person knows whether the words went to a worker.
      const note = 'Note as Handed Off';
      const words = `The prompt for ${plan.taskId} is in the clipboard. If you give it to a worker, note that, so that no other one is started.`;
      void inform(words, note).then(
        (picked) => picked && workerAction(context, plan.key, { kind: 'handOff', to: 'clipboard' }),
      );
    }),
};

async function handOff(
  context: CommandContext,
  argument: unknown,
  title: string,
  give: (plan: SpawnPlanView, prompt: string) => Promise<void>,
): Promise<void> {
  const key = await chooseTask(context, argument, {
    title,
    placeHolder: 'For which task? Those that are ready',
    none: 'No task is ready.',
    isUsual: ({ ready }) => ready,
  });
  const plan = key === undefined ? undefined : await planOf(context, key);
  if (plan === undefined) return;
  if (plan.held !== undefined) {
    const words = `A worker is on ${plan.taskId} already (${plan.held.attemptId}): its prompt is not given away a second time.`;
    void warn(words);
    return;
  }
  await give(plan, context.workers.prompts.editedPrompt(plan) ?? plan.prompt);
}
