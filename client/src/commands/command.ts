/** The shape of a command: one file each, `registerCommands.ts` lists them. */
import type * as vscode from 'vscode';
import type { commandIds } from '../../../server/src/protocol/commandIds';
import type { GraphPanels } from '../graph/graphPanels';
import type { QueueClient } from '../languageClient';
import type { QueueFilter } from '../query/queueFilter';
import type { SnapshotStore } from '../snapshotStore';
import type { QueueTree } from '../tree/queueTree';
import type { WorkerSurface } from '../workers/workerSurface';

export interface CommandContext {
  readonly client: QueueClient;
  readonly store: SnapshotStore;
  readonly tree: QueueTree;
  readonly filter: QueueFilter;
  readonly graphs: GraphPanels;
  readonly log: vscode.LogOutputChannel;
  readonly workers: WorkerSurface;
}

export interface Command {
  readonly id: (typeof commandIds)[keyof typeof commandIds];
  /** `argument` is what a menu or a tree node hands over; nothing from the palette. */
  readonly run: (context: CommandContext, argument: unknown) => Promise<void> | void;
}
