/** Starts the next worker, or as many as there are free slots: looked at first, then ticked. */
import * as vscode from 'vscode';
import { commandIds } from '../../../server/src/protocol/commandIds';
import {
  batchRequest,
  type BatchParams,
  type BatchView,
} from '../../../server/src/protocol/workerMessages';
import { pickUntilHidden } from '../pickUntilHidden';
import { isQueueNode } from '../tree/isQueueNode';
import { batchItems, type BatchItem } from '../workers/batchItems';
import { send, startWorker } from '../workers/startWorker';
import type { Command, CommandContext } from './command';
import { inform } from '../notices';
import { noAnswer } from '../noAnswer';

export const spawnNext: Command = {
  id: commandIds.spawnNext,
  async run(context, argument) {
    const batch = await ask(context, { how: 'next', ...queueOf(argument) });
    const [next] = batch.chosen;
    if (next !== undefined) return startWorker(context, next.key, 'spawn');
    const [first] = batch.skipped;
    if (first === undefined) return void inform('No worker can be started: no task is ready.');
    const others = batch.skipped.length - 1;
    const words = `No worker can be started now. ${first.id}: ${first.why}`;
    if (others === 0) return void inform(words);
    // Of several queues and reasons this was one.
    const all = 'Show All';
    const more = `${others} more ${others === 1 ? 'task is' : 'tasks are'} left out.`;
    if ((await inform(`${words} ${more}`, all)) === all) await fillFreeSlots.run(context, argument);
  },
};

export const fillFreeSlots: Command = {
  id: commandIds.fillFreeSlots,
  async run(context, argument) {
    const wave = isWave(argument) ? argument : undefined;
    const batch = await ask(context, { how: 'all', ...(wave ?? queueOf(argument)) });
    const picked = await pick(batch, wave === undefined ? 'Fill Free Slots' : 'Spawn This Wave');
    if (picked === undefined) return;
    // One after the other: each start is looked at again by the engine, and takes its slot.
    for (const { key, id } of batch.chosen) {
      if (!picked.has(key)) continue;
      const result = await send(context, key, id, 'spawn');
      if (result === undefined || result.kind === 'failed') return;
    }
  },
};

/** What the graph hands over: only these tasks. */
export type Wave = Required<Pick<BatchParams, 'keys'>>;

function isWave(argument: unknown): argument is Wave {
  return typeof argument === 'object' && argument !== null && 'keys' in argument;
}

async function ask({ client }: CommandContext, params: BatchParams): Promise<BatchView> {
  const batch = await client.request<BatchView>(batchRequest, params);
  if (batch === undefined) throw new Error(noAnswer);
  return batch;
}

function queueOf(argument: unknown): Pick<BatchParams, 'uri'> {
  return isQueueNode(argument) && argument.kind === 'queue' ? { uri: argument.target.uri } : {};
}

/** Keys of what is ticked; nothing when the pick was left. */
function pick(batch: BatchView, title: string): Promise<ReadonlySet<string> | undefined> {
  const { chosen, skipped } = batchItems(batch);
  if (chosen.length + skipped.length === 0) {
    void inform('No task is ready.');
    return Promise.resolve(undefined);
  }
  const separator = (label: string): vscode.QuickPickItem => ({
    label,
    kind: vscode.QuickPickItemKind.Separator,
  });
  const quickPick = vscode.window.createQuickPick<vscode.QuickPickItem & Partial<BatchItem>>();
  quickPick.title = title;
  quickPick.placeholder =
    chosen.length === 0
      ? 'No worker can be started now: below is why'
      : 'A worker is started for each task that is ticked';
  quickPick.canSelectMany = true;
  quickPick.matchOnDetail = true;
  quickPick.ignoreFocusOut = true;
  const shown = chosen.map((item) => ({ ...item }));
  quickPick.items = [
    ...(shown.length > 0 ? [separator('start'), ...shown] : []),
    ...(skipped.length > 0 ? [separator('left out'), ...skipped] : []),
  ];
  quickPick.selectedItems = shown;
  quickPick.onDidChangeSelection((selected) => {
    const allowed = selected.filter(({ key }) => key !== undefined);
    if (allowed.length < selected.length) quickPick.selectedItems = allowed;
  });
  return pickUntilHidden(
    quickPick,
    () => new Set(quickPick.selectedItems.flatMap(({ key }) => key ?? [])),
  );
}
